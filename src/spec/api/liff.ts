/**
 * Adds a LIFF app.
 * @see https://developers.line.biz/en/reference/liff-server/#add-liff-app
 */
export interface AddLiffAppRequest {
  view: LiffView
  /** Name of the app. It must not contain "LINE" or similar words. */
  description?: string
  features?: LiffFeatures
  /** Format of permanent links: `concat`. */
  permanentLinkPattern?: string
  scope?: LiffScope[]
  botPrompt?: LiffBotPrompt
}

/** Size and URL of a LIFF app. */
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

/** Way in which the app asks to add the account as a friend. */
export type LiffBotPrompt = 'normal' | 'aggressive' | 'none'

export interface AddLiffAppResponse {
  liffId: string
}

/**
 * Changes a LIFF app. Properties that are left out do not change.
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
