/** Imagemaps. */
import type { ImagemapBaseSize, ImagemapMessage, ImagemapVideo } from '../../spec/imagemap.js'
import { area, on } from '../areas.js'
import { edge } from '../chat-figures.js'
import type { Drawn } from '../drawn.js'
import { type DrawContext, picture } from '../context.js'
import { playButton } from '../play-button.js'
import { list, number, record, words } from '../read.js'
import { tapOf, tapOfArea } from '../tap.js'
import { box, image, type TreeNode } from '../tree.js'

function video(value: unknown, width: number, height: number, context: DrawContext): TreeNode[] {
  const json = record<ImagemapVideo>(value)
  if (!json) return []
  const shown = image({ width: '100%', height: '100%' }, picture(context, json.previewImageUrl))
  const tap = tapOf({ type: 'uri', uri: json.originalContentUrl }, context.words.play)
  return [box(on(json.area, width, height), [shown, playButton(40)], { role: 'video', tap })]
}

/** An image of full width, with areas that are only visible while the pointer is over them. */
export function imagemapMessage(message: unknown, context: DrawContext): Drawn {
  const json = record<ImagemapMessage>(message) ?? {}
  const base = record<ImagemapBaseSize>(json.baseSize) ?? {}
  const width = number(base.width, 1, 100_000) ?? 1040
  const height = number(base.height, 1, width * 10) ?? width
  // LINE adds the width that the phone needs; the largest works for every screen.
  const url = typeof json.baseUrl === 'string' ? `${json.baseUrl}/1040` : undefined
  const areas = list(json.actions)
    .slice(0, 200)
    .flatMap((action) => {
      const tap = tapOfArea(action)
      const place = on(record<{ area: unknown }>(action)?.area, width, height)
      return tap ? [area(place, tap)] : []
    })
  const node = box(
    { borderRadius: 14, overflow: 'hidden', width: context.width - 2 * edge, maxWidth: '100%' },
    [
      image({ width: '100%', aspectRatio: width / height }, picture(context, url), {
        alt: words(json.altText, 400),
      }),
      ...video(json.video, width, height, context),
      ...areas,
    ],
  )
  return { node: { ...node, role: 'imagemap' }, layout: 'below', edge }
}
