/** Hero videos: the preview with a play button, or what old phones show instead. */
import type { UriAction } from '../../spec/action.js'
import type { FlexBox, FlexVideo } from '../../spec/flex/index.js'
import { type Pen, picture } from '../pen.js'
import { playButton } from '../play-button.js'
import { type Loose, ratio, record, words } from '../read.js'
import { tapOf } from '../tap.js'
import { box, image, text, type TreeNode } from '../tree.js'
import { fileName } from '../url.js'
import { flexBox } from './box.js'
import { flexImage } from './image.js'
import type { Parent, Placed } from './place.js'

function instead(value: unknown, parent: Parent, pen: Pen): TreeNode {
  const given = record<FlexBox>(value)
  return given?.['type'] === 'box'
    ? flexBox(given, parent, true, pen, { paddings: undefined })
    : flexImage(given ?? {}, parent, true, pen)
}

/** The link that stands on the preview once the video has ended: shown while the pointer is on it. */
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

/** A video as hero. */
export function flexVideo(value: Placed, parent: Parent, pen: Pen): TreeNode {
  const given = value as Loose<FlexVideo>
  if (pen.altContent) return instead(given.altContent, parent, pen)
  return box(
    {},
    [
      image(
        { width: '100%', aspectRatio: ratio(given.aspectRatio) ?? 1 },
        picture(pen, given.previewUrl),
        { alt: fileName(given.url) },
      ),
      playButton(56),
      ...ending(given.action),
    ],
    { role: 'flex-video', tap: tapOf({ type: 'uri', uri: given.url }, pen.words.play) },
  )
}
