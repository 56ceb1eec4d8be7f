/** URLs that are permitted in previews. */

/** More than LINE accepts in a URL, because `data:` URLs can be long. */
const maxAddress = 4_000
const maxData = 4_000_000

const control = /[\p{Cc}\s]/u

/** The URL of an image, if it is http, https or `data:image`. Nothing else may be loaded. */
export function imageAddress(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  if (/^data:image\/[\w.+-]+[;,]/i.test(value)) return value.length <= maxData ? value : undefined
  return isWeb(value) ? value : undefined
}

/** Whether it is an http or https URL. */
const isWeb = (value: string): boolean =>
  value.length <= maxAddress && /^https?:\/\/[^/]/i.test(value) && !control.test(value)

/** The URL of a link, if it is http, https, tel or line. */
export const linkAddress = (value: unknown): string | undefined =>
  typeof value === 'string' &&
  value.length <= maxAddress &&
  /^(?:https?:\/\/[^/]|tel:|line:\/\/)/i.test(value) &&
  !/\p{Cc}/u.test(value)
    ? value
    : undefined

/** A URL shortened for a placeholder. */
export const shownAddress = (value: unknown): string =>
  typeof value !== 'string' || value === ''
    ? 'no image'
    : value.length > 120
      ? `${value.slice(0, 119)}…`
      : value

/** The accessible name of an image without other text: its file name. */
export function fileName(value: unknown): string {
  if (typeof value !== 'string' || !isWeb(value)) return ''
  const path = value.replace(/[?#].*$/, '').replace(/^https?:\/\/[^/]*/i, '')
  return path.slice(path.lastIndexOf('/') + 1).slice(0, 80)
}

/** An id as a part of a URL. Lone surrogates, which a URL cannot contain, are removed. */
export const encoded = (id: unknown): string =>
  typeof id === 'string' ? encodeURIComponent(id.slice(0, 80).replace(/[\uD800-\uDFFF]/g, '')) : ''

/** A URL in a text, without full-width punctuation after it. */
export const addressInText = /https?:\/\/[^\s<>"'\u3000-\u303F\uFF00-\uFFEF]{1,2000}/gi

/** After these slashes, phones may start a new line: after the two of a scheme, and before a letter. */
const slash = /\/(?=[^\W\d])/g

/** Adds a mark at the places in URLs where phones may start a new line, and browsers do not. */
export const markBreaks = (text: string, mark: string): string =>
  text.includes('://') ? text.replace(addressInText, (url) => url.replace(slash, `/${mark}`)) : text
