/** Halves of characters beyond U+FFFF that are on their own, such as half of an emoji. UTF-8 has no bytes for them. */

/** Matches one. */
export const loneSurrogate = /\p{Surrogate}/u

/** Matches all of them. */
export const loneSurrogates = /\p{Surrogate}/gu
