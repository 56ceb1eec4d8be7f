/** Figures of chats that all phones share, measured on screenshots of LINE. Sizes are pixels of the phone. */

/** Between the icon and the messages beside it. */
export const iconGap = 6

/** Sides of everything that is not beside the icon: carousels, wide bubbles, own Flex. */
export const edge = 7

/** Between the columns of a carousel. */
export const columnGap = 9

export const chatText = { size: 16, pitch: 19.2 } as const

export const templates = {
  width: 260,
  /** No screenshot shows the corners of single cards. */
  radius: 16,
  title: { size: 16, pitch: 20 },
  text: { size: 14, pitch: 21 },
  action: { size: 15, pitch: 36 },
  /** Above and below all actions. */
  actionEdge: 10.5,
  /** From the picture to the title, from title to text, from the text to the line: 78 with one line of each. */
  body: { top: 14, between: 8, bottom: 15 },
} as const

export const carousels = { width: 286, radius: 10 } as const

export const imageCarousels = {
  /** Percentage of the screen. */
  share: 84,
  radius: 5,
  pill: { height: 41, sides: 17.5, bottom: 25, size: 13, background: '#00000080' },
} as const

/** Pictures and videos are as large as they are, up to this size; a missing one is `width` wide. */
export const pictures = { width: 240, height: 348, radius: 7 } as const

export const locations = { width: 233, map: 131, text: 14 } as const

export const quickReplies = { gap: 10, size: 14 } as const

/** The preview of a link in a text. */
export const linkPreviews = { thumbnail: 45, bar: 3 } as const

/** The bars above and below the chat. */
export const bars = { head: 44, foot: 51 } as const
