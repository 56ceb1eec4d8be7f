/** Bytes that every file system has room for, with some left for what a program adds. */
const maxBytes = 200

/** Control characters, line ends, halves of characters, and what changes the order in which a name is read. */
const unreadable =
  /[\p{Cc}\p{Zl}\p{Zp}\p{Surrogate}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu

/** Not permitted on Windows; a colon names another part of a file there. */
const forbidden = /[<>:"|?*]/g

/**
 * Names of devices on Windows, whatever the extension.
 * @see https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file
 */
const device = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]) *(?:\.|$)/i

/**
 * Makes a name that a user chose, such as the `fileName` of a file message, safe to save a file by.
 * It has no folders, cannot be hidden, a device or an option, shows its true extension, and has 1 to 200 bytes in UTF-8.
 * It need not be unique.
 *
 * @param name - what the user wrote
 * @example
 * import { safeFileName } from 'fukidashi/client'
 *
 * safeFileName('../../etc/passwd') // 'passwd'
 * safeFileName('report.pdf') // 'report.pdf'
 */
export function safeFileName(name: string): string {
  const last = name
    .slice(-5_000)
    .replace(unreadable, '')
    .split(/[/\\]/)
    .findLast((part) => /[^. ]/.test(part))
  const plain = trimmed((last ?? '').replace(forbidden, '_'))
  if (plain === '') return 'file'
  return trimmed(shortened(device.test(plain) || plain.startsWith('-') ? `_${plain}` : plain))
}

/** Without dots and blanks at the beginning (hidden files), and at the end, where Windows drops them. */
const trimmed = (name: string): string => name.replace(/^[. ]+/, '').replace(/(?<![. ])[. ]+$/, '')

/** The name with less before its extension. */
function shortened(name: string): string {
  if (bytesOf(name) <= maxBytes) return name
  const extension = /\.[^. ]{1,20}$/.exec(name)?.[0] ?? ''
  let kept = ''
  let room = maxBytes - bytesOf(extension)
  for (const character of name.slice(0, name.length - extension.length)) {
    room -= bytesOf(character)
    if (room < 0) break
    kept += character
  }
  return kept + extension
}

const encoder = new TextEncoder()
const bytesOf = (text: string): number => encoder.encode(text).length
