/**
 * Adds a LIFF app.
 * @see https://developers.line.biz/en/reference/liff-server/#add-liff-app
 */
export interface AddLiffAppRequest {
  view: LiffView
  /** Name of the app. It must not contain "LINE" or similar words. */
  description?: string
  features?: LiffFeatures
  /** How permanent links are made: `concat`. */
  permanentLinkPattern?: string
  scope?: LiffScope[]
  botPrompt?: LiffBotPrompt
}

/** How a LIFF app is shown. */
export interface LiffView {
  type: 'compact' | 'tall' | 'full'
  /** https, without fragment. */
  url: string
  /** Hides the options button in the header. */
  moduleMode?: boolean
}

export interface LiffFeatures {
  ble?: boolean
  qrCode?: boolean
}

export type LiffScope = 'openid' | 'email' | 'profile' | 'chat_message.write'

/** How the app asks to add the account as a friend. */
export type LiffBotPrompt = 'normal' | 'aggressive' | 'none'

export interface AddLiffAppResponse {
  liffId: string
}

/**
 * Changes a LIFF app. Absent properties stay as they are.
 * @see https://developers.line.biz/en/reference/liff-server/#update-liff-app
 */
export interface UpdateLiffAppRequest {
  view?: UpdateLiffView
  description?: string
  features?: LiffFeatures
  permanentLinkPattern?: string
  scope?: LiffScope[]
  botPrompt?: LiffBotPrompt
}

export interface UpdateLiffView {
  type?: 'compact' | 'tall' | 'full'
  /** https, without fragment. */
  url?: string
  moduleMode?: boolean
}

/**
 * The channel's LIFF apps.
 * @see https://developers.line.biz/en/reference/liff-server/#get-all-liff-apps
 */
export interface GetAllLiffAppsResponse {
  apps?: LiffApp[]
}

export interface LiffApp {
  liffId?: string
  view?: LiffView
  description?: string
  features?: LiffFeatures
  permanentLinkPattern?: string
  scope?: LiffScope[]
  botPrompt?: LiffBotPrompt
}
