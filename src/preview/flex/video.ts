/** Hero videos: the preview with a play button, or the `altContent` for old phones. */
import type { UriAction } from '../../spec/action.js'
import type { FlexBox, FlexVideo } from '../../spec/flex/index.js'
import { type DrawContext, picture } from '../context.js'
import { playButton } from '../play-button.js'
import { type Loose, ratio, record, words } from '../read.js'
import { tapOf } from '../tap.js'
import { box, image, text, type TreeNode } from '../tree.js'
import { fileName } from '../url.js'
import { flexBox } from './box.js'
import { flexImage } from './image.js'
import type { Parent, Placed } from './place.js'

function instead(value: unknown, parent: Parent, context: DrawContext): TreeNode {
  const json = record<FlexBox>(value)
  return json?.['type'] === 'box'
    ? flexBox(json, parent, true, context, { paddings: undefined })
    : flexImage(json ?? {}, parent, true, context)
}

/** The link on the preview after the video has ended. It is visible while the pointer is over the video. */
function ending(action: unknown): TreeNode[] {
  const tap = tapOf(action)
  const label = words(record<UriAction>(action)?.label)
  if (!tap || !label) return []
  const style = {
    paddingTop: 6,
    paddingBottom: 6,
    paddingLeft: 14,
    paddingRight: 14,
    borderRadius: 16,
    backgroundColor: '#000000b3',
  }
  return [
    box({ position: 'absolute', left: 0, right: 0, bottom: 12, alignItems: 'center' }, [
      box(style, [text({ fontSize: 13, lineHeight: 1.4, color: '#ffffff' }, label)], {
        role: 'ending',
        tap,
      }),
    ]),
  ]
}

/** A hero video. */
export function flexVideo(value: Placed, parent: Parent, context: DrawContext): TreeNode {
  const json = value as Loose<FlexVideo>
  if (context.altContent) return instead(json.altContent, parent, context)
  return box(
    {},
    [
      image(
        { width: '100%', aspectRatio: ratio(json.aspectRatio) ?? 1 },
        picture(context, json.previewUrl),
        { alt: fileName(json.url) },
      ),
      playButton(56),
      ...ending(json.action),
    ],
    { role: 'flex-video', tap: tapOf({ type: 'uri', uri: json.url }, context.words.play) },
  )
}
