/** Which addresses may stand in a picture. */

/** More than LINE takes in an address; data addresses may be long. */
const longestAddress = 4_000
const longestData = 4_000_000

const control = /[\p{Cc}\s]/u

/** The address of a picture, if it is an http, https or picture data address. Everything else is not fetched by anybody. */
export function imageAddress(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  if (/^data:image\/[\w.+-]+[;,]/i.test(value))
    return value.length <= longestData ? value : undefined
  return isWeb(value) ? value : undefined
}

/** Whether it is an ordinary address of the web. */
const isWeb = (value: string): boolean =>
  value.length <= longestAddress && /^https?:\/\/[^/]/i.test(value) && !control.test(value)

/** The address that a link may lead to: http, https, tel or one of LINE's own. */
export const linkAddress = (value: unknown): string | undefined =>
  typeof value === 'string' &&
  value.length <= longestAddress &&
  /^(?:https?:\/\/[^/]|tel:|line:\/\/)/i.test(value) &&
  !/\p{Cc}/u.test(value)
    ? value
    : undefined

/** Short enough for a placeholder, and for people. */
export const shownAddress = (value: unknown): string =>
  typeof value !== 'string' || value === ''
    ? 'no picture'
    : value.length > 120
      ? `${value.slice(0, 119)}…`
      : value

/** What a screen reader says of a picture that has no words of its own: the name of its file. */
export function fileName(value: unknown): string {
  if (typeof value !== 'string' || !isWeb(value)) return ''
  const path = value.replace(/[?#].*$/, '').replace(/^https?:\/\/[^/]*/i, '')
  return path.slice(path.lastIndexOf('/') + 1).slice(0, 80)
}

/** An id as a part of an address. Half characters, which no address can hold, are left out. */
export const encoded = (id: unknown): string =>
  typeof id === 'string' ? encodeURIComponent(id.slice(0, 80).replace(/[\uD800-\uDFFF]/g, '')) : ''
