/** Texts as source: string literals, and the texts that JSX can hold without one. */

/** Characters that cannot be seen, or that would end a line. A zero-width joiner holds emoji together. */
const invisible = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|(?!\u200d)\p{Cf}/u
/** Blanks other than the usual one. */
const rareBlank = /(?! )\p{Zs}/u

const named: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/** Most texts: letters, digits, and what is written in Japanese and Chinese, with nothing that any source could change. */
const plain = /^(?! )(?!.* $)(?!.* {2})[ !#-%(-;=?-[\]-z|~\u3001-\u9fff\uff01-\uff5e]*$/

/** A string literal. Half surrogates and characters that cannot be seen are escaped. */
export function quoted(text: string): string {
  if (plain.test(text)) return `'${text}'`
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'"
  const escaped = text.replace(
    // The ideographic blank of Japanese texts can be seen.
    /[\\'"]|[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|(?!\u200d)\p{Cf}|(?![ \u3000])\p{Zs}/gu,
    (character) => {
      if (character === '\\') return '\\\\'
      if (character === '"' || character === "'")
        return character === quote ? `\\${character}` : character
      return named[character] ?? unicode(character)
    },
  )
  return `${quote}${escaped}${quote}`
}

function unicode(character: string): string {
  const code = character.codePointAt(0)!.toString(16)
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`
}

/** True if JSX, and programs that format it, leave a text between tags as it is. */
export const isJsxText = (text: string): boolean =>
  text !== '' &&
  (plain.test(text) ||
    (!/[{}<>&]|^ | $| {2}/.test(text) && !invisible.test(text) && !rareBlank.test(text)))

/** True if a text can be written in the double quotes of an attribute. */
export const isJsxAttribute = (text: string): boolean =>
  plain.test(text) ||
  (!/["\\]|&[#\w]+;/.test(text) &&
    !invisible.test(text) &&
    !rareBlank.test(text.replaceAll('\u3000', '')))

/** A text for a line comment. */
export const commentText = (text: string): string =>
  text.replace(new RegExp(`${invisible.source}|\\s+`, 'gu'), ' ')
