/** Pictures, videos, sounds and files. */
import { beside, type Drawn, type Spot } from '../drawn.js'
import { paper, play } from '../icons.js'
import { type Pen, picture } from '../pen.js'
import { playButton } from '../play-button.js'
import { number, record, words } from '../read.js'
import { tapOf } from '../tap.js'
import { box, image, text, type TreeNode } from '../tree.js'
import { fileName } from '../url.js'
import { bubble, widest } from './bubble.js'

interface Media {
  originalContentUrl: unknown
  previewImageUrl: unknown
  contentProvider: unknown
  duration: unknown
  fileName: unknown
  fileSize: unknown
}

/** Where the bytes are: in the message, or, in a received one, with the provider of its content. */
const addresses = (message: unknown): { full: unknown; preview: unknown } => {
  const given = record<Media>(message) ?? {}
  const provider = record<Media>(given.contentProvider) ?? {}
  const full = given.originalContentUrl ?? provider.originalContentUrl
  return { full, preview: given.previewImageUrl ?? provider.previewImageUrl }
}

const frame = { borderRadius: 14, overflow: 'hidden' } as const

/** The preview of a picture or video, of its own proportions once it is there. */
function preview(message: unknown, fallback: unknown, pen: Pen): TreeNode {
  const url = addresses(message).preview ?? fallback
  return image(
    { width: Math.min(240, widest(pen)), aspectRatio: 4 / 3, maxHeight: 320 },
    picture(pen, url),
    { alt: fileName(url), natural: true },
  )
}

/** A picture: a tap opens it. */
export function imageMessage(message: unknown, pen: Pen): Drawn {
  const { full } = addresses(message)
  const tap = tapOf({ type: 'uri', uri: full }, fileName(full))
  return beside(box(frame, [preview(message, full, pen)], { role: 'picture', tap }))
}

/** A video: its preview with a play button. */
export function videoMessage(message: unknown, pen: Pen): Drawn {
  const tap = tapOf({ type: 'uri', uri: addresses(message).full }, pen.words.play)
  return beside(
    box(frame, [preview(message, undefined, pen), playButton(48)], { role: 'video', tap }),
  )
}

/** `mm:ss` of milliseconds. */
function clock(duration: unknown): string {
  const seconds = Math.round((number(duration, 0, 360_000_000) ?? 0) / 1000)
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`
}

/** A sound: a play button and how long it lasts. */
export function audioMessage(message: unknown, spot: Spot, pen: Pen): Drawn {
  const color = spot.own ? pen.colors.ownText : pen.colors.otherText
  const length = clock(record<Media>(message)?.duration)
  const bars = [6, 12, 18, 10, 16, 8, 14, 9].map((height) =>
    box({
      width: 2.5,
      height,
      marginRight: 2.5,
      borderRadius: 1.5,
      backgroundColor: color,
      opacity: 0.45,
    }),
  )
  const children = [
    box(
      {
        width: 30,
        height: 30,
        borderRadius: 15,
        marginRight: 10,
        backgroundColor: color,
        alignItems: 'center',
        justifyContent: 'center',
      },
      [image({ width: 16, height: 16 }, play(spot.own ? pen.colors.own : pen.colors.other))],
    ),
    box({ flexDirection: 'row', alignItems: 'center', marginRight: 8 }, bars),
    text({ fontSize: 14, lineHeight: 1.4, color }, length),
  ]
  const tap = tapOf({ type: 'uri', uri: addresses(message).full }, `${pen.words.play} ${length}`)
  const style = { flexDirection: 'row', alignItems: 'center' } as const
  return beside(bubble(style, children, spot, pen, { role: 'audio', tap }))
}

/** Bytes for people. */
const bytes = (size: unknown): string => {
  const count = number(size, 0, 1e13)
  if (count === undefined) return ''
  if (count < 1024) return `${count} B`
  return count < 1024 * 1024
    ? `${(count / 1024).toFixed(1)} KB`
    : `${(count / 1024 / 1024).toFixed(1)} MB`
}

/** A file that a user sent. */
export function fileMessage(message: unknown, spot: Spot, pen: Pen): Drawn {
  const given = record<Media>(message) ?? {}
  const color = spot.own ? pen.colors.ownText : pen.colors.otherText
  const lines = [
    text({ fontSize: 14, lineHeight: 1.4, color }, words(given.fileName, 200) || pen.words.file),
    text({ fontSize: 11, lineHeight: 1.4, color, opacity: 0.6 }, bytes(given.fileSize)),
  ]
  const children = [
    image({ width: 30, height: 30, marginRight: 8 }, paper(color)),
    box({ flexShrink: 1 }, lines),
  ]
  const style = { flexDirection: 'row', alignItems: 'center' } as const
  return beside(bubble(style, children, spot, pen, { role: 'file' }))
}
