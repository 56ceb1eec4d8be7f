/** Pictures of the examples in `docs/components.md`. */
import { transformSync } from 'esbuild'
import * as all from '../../src/index.ts'
import { builtIn } from '../../src/jsx-runtime/component.ts'
import { isElement } from '../../src/jsx-runtime/element.ts'
import { createElement, Fragment } from '../../src/jsx-runtime/jsx.ts'
import type { Drawable } from '../../src/preview/index.ts'
import { renderOne } from '../../src/render/index.ts'
import type { RichMenuRequest } from '../../src/spec/index.ts'
import { readComponents } from './read-components.ts'

/** Below `docs`. */
export const pictureFolder = 'images/components'

/** A picture of a component's example. */
export interface ComponentPicture {
  file: string
  drawable: Drawable
}

/** File of the picture of a component. */
export const pictureOf = (component: string): string => `${component.replace('.', '')}.png`

type Make = (...children: unknown[]) => unknown

const { Flex } = all
const node =
  (type: unknown, props: object = {}): Make =>
  (...children) =>
    createElement(type, props as never, ...children)

/** What the examples use and do not define. */
const values = {
  userId: `U${'8a0fd216'.repeat(4)}`,
  total: '1,280',
  items: [{ name: 'Green tea' }, { name: 'Black tea' }],
  ItemBubble: ({ item }: { item: { name: string } }) =>
    node(Flex.Bubble)(node(Flex.Body)(node(Flex.Text)(item.name))),
}

const message = node(Flex.Message, { altText: 'Example' })
const bubble: Make = (...parts) => message(node(Flex.Bubble)(...parts))
const body: Make = (...parts) => bubble(node(Flex.Body, { spacing: 'md' })(...parts))
const text = node(Flex.Text, { flex: 0 })
const imagemap = node(all.Imagemap, {
  baseUrl: 'https://example.com/map',
  altText: 'Map',
  baseSize: { width: 1040, height: 585 },
})
const menu = node(all.RichMenu, {
  size: { width: 2500, height: 843 },
  selected: true,
  name: 'Menu',
  chatBarText: 'Menu',
})

/** Where an example is seen, by the kind of its outermost component. */
const around: Readonly<Record<string, Make>> = {
  message: (example) => example,
  flexContainer: message,
  flexHeader: bubble,
  flexHero: bubble,
  flexBody: bubble,
  flexFooter: bubble,
  flexComponent: body,
  column: node(all.Carousel, { altText: 'Example' }),
  imageColumn: node(all.ImageCarousel, { altText: 'Example' }),
  imagemapArea: imagemap,
  imagemapVideo: (video) =>
    imagemap(
      video,
      node(all.ImagemapArea, { x: 0, y: 0, width: 520, height: 585 })(
        node(all.MessageAction, { text: 'left' })(),
      ),
    ),
  action: node(all.Buttons, { altText: 'Example', text: 'Please choose' }),
  quickReply: (quickReply) => node(all.Text)('What next?', quickReply),
  richMenu: (example) => example,
  richMenuArea: menu,
}

/** Components that are seen only beside others. */
const special: Readonly<Record<string, Make>> = {
  'Flex.Separator': (example) => body(text('Above'), example, text('Below')),
  'Flex.Filler': (example) =>
    body(node(Flex.Box, { layout: 'horizontal' })(text('Left'), example, text('Right'))),
  RichMenuSwitch: (example) =>
    menu(
      node(all.Area, { x: 0, y: 0, width: 1250, height: 843 })(
        node(all.MessageAction, { label: 'Food', text: 'food' })(),
      ),
      node(all.Area, { x: 1250, y: 0, width: 1250, height: 843 })(example),
    ),
}

/**
 * What the example of each component looks like.
 * @throws {Error} for an example that cannot be drawn
 */
export async function componentPictures(): Promise<ComponentPicture[]> {
  const pictures: ComponentPicture[] = []
  for (const { name, example } of readComponents().flatMap(({ components }) => components)) {
    if (example === undefined) throw new Error(`${name} has no example`)
    pictures.push({ file: pictureOf(name), drawable: await drawableOf(name, run(example)) })
  }
  return pictures
}

/** The element of an example. */
function run(example: string): unknown {
  const options = { loader: 'tsx', jsx: 'transform', jsxFactory: 'createElement' } as const
  const { code } = transformSync(example, { ...options, jsxFragment: 'Fragment' })
  const scope: Record<string, unknown> = { ...all, ...values, createElement, Fragment }
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the examples of this repository
  const call = new Function(...Object.keys(scope), `return ${code}`) as (
    ...scope: unknown[]
  ) => unknown
  return call(...Object.values(scope))
}

async function drawableOf(name: string, example: unknown): Promise<Drawable> {
  const kind = isElement(example) ? builtIn(example.type)?.kind : undefined
  const make = special[name] ?? around[kind ?? '']
  if (!make) throw new Error(`${name}: no picture is known for an example of kind ${String(kind)}`)
  const seen = make(example)
  const isMenu = isElement(seen) && builtIn(seen.type)?.kind === 'richMenu'
  if (!isMenu) return all.render(seen as never)
  const { json, error } = await renderOne<RichMenuRequest>(seen, 'rich-menu', {})
  if (!json || error) throw new Error(`${name} cannot be rendered`, { cause: error })
  return { menu: json, open: true }
}
