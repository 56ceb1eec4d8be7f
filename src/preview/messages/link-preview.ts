/** The preview of a link in a text: its page's title, description and image, as the caller knows them. */
import { linkPreviews } from '../chat-figures.js'
import { chatFont, type DrawContext, picture } from '../context.js'
import type { LinkPreview } from '../options.js'
import { entry, record, words } from '../read.js'
import { tapOf } from '../tap.js'
import { box, image, type Run, text, type TreeNode } from '../tree.js'

/** The preview of the first link that has one. */
export function linkPreview(runs: readonly Run[], own: boolean, context: DrawContext): TreeNode[] {
  const url = runs
    .map(({ tap }) => tap?.action['uri'])
    .find((uri) => entry(context.linkPreviews, uri) !== undefined)
  const json = record<LinkPreview>(entry(context.linkPreviews, url))
  if (!json) return []
  const { ownText, otherText } = context.colors
  const color = own ? ownText : otherText
  const font = { ...chatFont(context, 13), lineHeight: 1.35 }
  const lines: TreeNode[] = [
    text({ ...font, fontWeight: 700, color }, words(json.title, 300), {
      wrap: true,
      maxLines: 2,
      role: 'link-title',
    }),
  ]
  const about = words(json.description, 600)
  if (about !== '')
    lines.push(
      text({ ...font, ...chatFont(context, 12), color, opacity: 0.55, marginTop: 2 }, about, {
        wrap: true,
        maxLines: 2,
        role: 'link-about',
      }),
    )
  const { thumbnail, bar } = linkPreviews
  const shown =
    json.imageUrl === undefined
      ? []
      : [
          image(
            { width: thumbnail, height: thumbnail, marginLeft: 8, borderRadius: 3 },
            { ...picture(context, json.imageUrl), placeholder: '' },
            { role: 'link-image' },
          ),
        ]
  return [
    box(
      { flexDirection: 'row', marginTop: 8 },
      [
        box({ width: bar, borderRadius: 1.5, backgroundColor: color, opacity: 0.25 }, [], {
          role: 'link-bar',
        }),
        box({ flexGrow: 1, flexShrink: 1, marginLeft: 8 }, lines),
        ...shown,
      ],
      { role: 'link-preview', tap: tapOf({ type: 'uri', uri: url }, words(json.title, 300)) },
    ),
  ]
}
