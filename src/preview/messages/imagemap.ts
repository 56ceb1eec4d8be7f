/** Imagemaps. */
import type { ImagemapBaseSize, ImagemapMessage, ImagemapVideo } from '../../spec/imagemap.js'
import { area, on } from '../areas.js'
import type { Drawn } from '../drawn.js'
import { type Pen, picture } from '../pen.js'
import { playButton } from '../play-button.js'
import { list, number, record, words } from '../read.js'
import { tapOf, tapOfArea } from '../tap.js'
import { box, image, type TreeNode } from '../tree.js'

function video(value: unknown, width: number, height: number, pen: Pen): TreeNode[] {
  const given = record<ImagemapVideo>(value)
  if (!given) return []
  const shown = image({ width: '100%', height: '100%' }, picture(pen, given.previewImageUrl))
  const tap = tapOf({ type: 'uri', uri: given.originalContentUrl }, pen.words.play)
  return [box(on(given.area, width, height), [shown, playButton(40)], { role: 'video', tap })]
}

/** A picture over the whole width, with areas that are seen only while the pointer is on them. */
export function imagemapMessage(message: unknown, pen: Pen): Drawn {
  const given = record<ImagemapMessage>(message) ?? {}
  const base = record<ImagemapBaseSize>(given.baseSize) ?? {}
  const width = number(base.width, 1, 100_000) ?? 1040
  const height = number(base.height, 1, width * 10) ?? width
  // LINE adds the width that the phone needs; the largest suits every screen.
  const url = typeof given.baseUrl === 'string' ? `${given.baseUrl}/1040` : undefined
  const areas = list(given.actions)
    .slice(0, 200)
    .flatMap((action) => {
      const tap = tapOfArea(action)
      const place = on(record<{ area: unknown }>(action)?.area, width, height)
      return tap ? [area(place, tap)] : []
    })
  const node = box({ borderRadius: 14, overflow: 'hidden', width: '100%' }, [
    image({ width: '100%', aspectRatio: width / height }, picture(pen, url), {
      alt: words(given.altText, 400),
    }),
    ...video(given.video, width, height, pen),
    ...areas,
  ])
  return { node: { ...node, role: 'imagemap' }, spread: 'below' }
}
