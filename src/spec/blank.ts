/** Blank texts. Full-width spaces and other special spaces are written on purpose, so they do not count as blank. */

const blank = /^[ \t\r\n]+$/

/** True for a text of spaces, tabs and line breaks only. */
export const isBlank = (text: string): boolean => blank.test(text)
