/** Where things stand in a chat. */

/** Diameter of an icon. */
export const avatarSize = 36

/** Where everything begins that stands beside the icon. */
export const beginning = 10 + avatarSize + 8
