/** Images, videos, audio and files. */
import { pictures } from '../chat-figures.js'
import { beside, type Drawn, type Spot } from '../drawn.js'
import { paper, play } from '../icons.js'
import { type DrawContext, picture } from '../context.js'
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

/** URLs of the content: in a sent message, its own; in a received one, those of `contentProvider`. */
const addresses = (message: unknown): { full: unknown; preview: unknown } => {
  const json = record<Media>(message) ?? {}
  const provider = record<Media>(json.contentProvider) ?? {}
  const full = json.originalContentUrl ?? provider.originalContentUrl
  return { full, preview: json.previewImageUrl ?? provider.previewImageUrl }
}

const frame = { borderRadius: pictures.radius, overflow: 'hidden' } as const

/** The preview of an image or video. It gets its own size when it is loaded, within a maximum. */
function preview(message: unknown, fallback: unknown, context: DrawContext): TreeNode {
  const url = addresses(message).preview ?? fallback
  return image(
    {
      width: Math.min(pictures.width, widest(context)),
      aspectRatio: 4 / 3,
      maxHeight: pictures.height,
      alignSelf: 'flex-start',
    },
    picture(context, url),
    { alt: fileName(url), natural: true },
  )
}

/** An image. A tap opens it. */
export function imageMessage(message: unknown, context: DrawContext): Drawn {
  const { full } = addresses(message)
  const tap = tapOf({ type: 'uri', uri: full }, fileName(full))
  return beside(box(frame, [preview(message, full, context)], { role: 'picture', tap }))
}

/** A video: the preview with a play button. */
export function videoMessage(message: unknown, context: DrawContext): Drawn {
  const tap = tapOf({ type: 'uri', uri: addresses(message).full }, context.words.play)
  return beside(
    box(frame, [preview(message, undefined, context), playButton(48)], { role: 'video', tap }),
  )
}

/** Formats milliseconds as `mm:ss`. */
function clock(duration: unknown): string {
  const seconds = Math.round((number(duration, 0, 360_000_000) ?? 0) / 1000)
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`
}

/** An audio: a play button and the duration. */
export function audioMessage(message: unknown, spot: Spot, context: DrawContext): Drawn {
  const color = spot.own ? context.colors.ownText : context.colors.otherText
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
      [
        image(
          { width: 16, height: 16 },
          play(spot.own ? context.colors.own : context.colors.other),
        ),
      ],
    ),
    box({ flexDirection: 'row', alignItems: 'center', marginRight: 8 }, bars),
    text({ fontSize: context.type(14), lineHeight: 1.4, color }, length),
  ]
  const tap = tapOf(
    { type: 'uri', uri: addresses(message).full },
    `${context.words.play} ${length}`,
  )
  const style = { flexDirection: 'row', alignItems: 'center' } as const
  return beside(bubble(style, children, spot, context, { role: 'audio', tap }))
}

/** Formats a number of bytes. */
const bytes = (size: unknown): string => {
  const count = number(size, 0, 1e13)
  if (count === undefined) return ''
  if (count < 1024) return `${count} B`
  return count < 1024 * 1024
    ? `${(count / 1024).toFixed(1)} KB`
    : `${(count / 1024 / 1024).toFixed(1)} MB`
}

/** A file that a user sent. */
export function fileMessage(message: unknown, spot: Spot, context: DrawContext): Drawn {
  const json = record<Media>(message) ?? {}
  const color = spot.own ? context.colors.ownText : context.colors.otherText
  const lines = [
    text(
      { fontSize: context.type(14), lineHeight: 1.4, color },
      words(json.fileName, 200) || context.words.file,
    ),
    text({ fontSize: 11, lineHeight: 1.4, color, opacity: 0.6 }, bytes(json.fileSize)),
  ]
  const children = [
    image({ width: 30, height: 30, marginRight: 8 }, paper(color)),
    box({ flexShrink: 1 }, lines),
  ]
  const style = { flexDirection: 'row', alignItems: 'center' } as const
  return beside(bubble(style, children, spot, context, { role: 'file' }))
}
