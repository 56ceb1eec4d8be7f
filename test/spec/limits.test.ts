/** Limits that stand both as tags and in the table are the same. */
import { expect, it } from 'vitest'
import { readSpec } from '../../scripts/generate/schema.ts'
import { limits } from '../../src/spec/limits.ts'

it.each([
  ['quickReplyItems', 'QuickReply', 'items'],
  ['actions', 'ButtonsTemplate', 'actions'],
  ['columns', 'CarouselTemplate', 'columns'],
  ['columns', 'ImageCarouselTemplate', 'columns'],
  ['bubbles', 'FlexCarousel', 'contents'],
  ['imagemapActions', 'ImagemapMessage', 'actions'],
  ['areas', 'RichMenuRequest', 'areas'],
  ['operations', 'RichMenuBatchRequest', 'operations'],
  ['emojis', 'TextMessage', 'emojis'],
] as const)('%s', (name, definition, property) => {
  expect(readSpec('tsconfig.json')[definition]!.properties![property]!['maxItems']).toBe(
    limits.lists[name],
  )
})
