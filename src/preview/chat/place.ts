/** Positions in a chat. */

/** Diameter of an icon. */
export const avatarSize = 36

/** Left edge of everything next to the icon. */
export const contentLeft = 10 + avatarSize + 8
