/** Texts without anything to see. Full-width spaces and others are written on purpose, so they do not count. */

const blank = /^[ \t\r\n]+$/

/** True for a text of spaces, tabs and line breaks only. */
export const isBlank = (text: string): boolean => blank.test(text)
