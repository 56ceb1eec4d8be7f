/** How definitions, values and numbers are called in reports. */

const special: Record<string, string> = {
  UriAction: 'URI action',
  UriImagemapAction: 'URI imagemap action',
  DatetimePickerAction: 'datetime picker action',
  RichMenuRequest: 'rich menu',
  CouponCreateRequest: 'coupon',
  CreateRichMenuAliasRequest: 'rich menu alias',
  UpdateRichMenuAliasRequest: 'rich menu alias',
  RichMenuBatchRequest: 'rich menu batch',
  RichMenuBulkLinkRequest: 'link of rich menus',
  RichMenuBulkUnlinkRequest: 'unlink of rich menus',
  TextMessageV2: 'text message of version 2',
  FlexBoxContent: 'Flex component',
  FlexHero: 'hero',
}

/** `a buttons template`, `a Flex text`. */
export function called(definition: string): string {
  const name = Object.hasOwn(special, definition)
    ? special[definition]!
    : definition
        .replace(/([a-z])([A-Z])/g, '$1 $2')
        .toLowerCase()
        .replace(/^flex/, 'Flex')
  return `${/^[aeiou]/i.test(name) && !/^(?:URI|user)/.test(name) ? 'an' : 'a'} ${name}`
}

/** A value as it is quoted in a report: short, on one line. */
export function quoted(value: unknown): string {
  if (typeof value === 'string') {
    const short = value.length > 60 ? `${value.slice(0, 57)}…` : value
    // Half of a surrogate pair may be left at the cut.
    return JSON.stringify(short).replace(/\\ud[89ab][0-9a-f]{2}…/i, '…')
  }
  if (typeof value === 'number' || typeof value === 'boolean' || value === null)
    return String(value)
  return typeNamed(value)
}

/** The JSON type of a value. */
export function typeNamed(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'an array'
  if (value instanceof Date) return 'a Date'
  if (typeof value === 'object') return 'an object'
  if (typeof value === 'number') return Number.isFinite(value) ? 'a number' : String(value)
  if (typeof value === 'undefined') return 'undefined'
  return `a ${typeof value}`
}

/** `1,040`. */
export const counted = (count: number): string =>
  String(count).replace(/\B(?=(\d{3})+(?!\d))/g, ',')

/** `a, b or c`. */
export const either = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)!}`

/** The word closest to a mistyped one, or undefined when none is close. */
export function closest(word: string, words: Iterable<string>): string | undefined {
  let best: string | undefined
  let bestDistance = Math.min(3, Math.floor(word.length / 2)) + 1
  if (word.length > 40) return undefined
  for (const candidate of words) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase())
    if (distance < bestDistance) {
      bestDistance = distance
      best = candidate
    }
  }
  return best
}

function editDistance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 3) return 4
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(
        row[j]! + 1,
        next[j - 1]! + 1,
        row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1),
      )
    row = next
  }
  return row[b.length]!
}
