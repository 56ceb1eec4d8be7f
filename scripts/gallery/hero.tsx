/** Draws the picture at the top of the README: a message as TSX, on a phone, and with a mistake. */
import { Buttons, LineValidationError, Postback, render, Uri } from 'fukidashi'
import { type Chat, toTree } from '../../src/preview/index.ts'
import { layOut } from '../../src/preview/png/lay-out.ts'
import { box, type BoxNode, image, text, type TreeNode } from '../../src/preview/tree.ts'
import { drawLines, type Ink, inks, type Line } from './code.ts'
import { photo } from './photos/index.ts'
import { teaShop } from './plates.ts'

type Theme = keyof typeof inks

interface Item {
  id: string
  name: string
  photo: string
  description: string
  url: string
}

const sencha: Item = {
  id: 'sencha',
  name: 'Sencha',
  photo: 'https://example.com/teas/sencha.jpg',
  description: 'Fresh and grassy, from Uji.',
  url: 'https://example.com/teas/sencha',
}

const good = 'Add to basket'
const tooLong = 'Add this lovely tea to my basket'

const card = (item: Item, label: string) => (
  <Buttons altText={`Buy ${item.name}`} title={item.name} thumbnailImageUrl={item.photo}>
    {item.description}
    <Postback label={label} data={`buy=${item.id}`} />
    <Uri label="Details" uri={item.url} />
  </Buttons>
)
const ItemCard = ({ item }: { item: Item }) => card(item, good)
const LongCard = ({ item }: { item: Item }) => card(item, tooLong)

/** The source of `ItemCard`, broken to the width of the picture. */
const source = `const ItemCard = ({ item }: Props) => (
  <Buttons
    altText={\`Buy \${item.name}\`}
    title={item.name}
    thumbnailImageUrl={item.photo}
  >
    {item.description}
    <Postback
      label="${good}"
      data={\`buy=\${item.id}\`}
    />
    <Uri label="Details" uri={item.url} />
  </Buttons>
)

render(<ItemCard item={sencha} />)`

const panel = { width: 430, padding: 18, size: 15 }
const phone = { width: 340 }
const scale = 1.6

/** Breaks a text at spaces. */
function lines(words: string, columns: number, indent = ''): string[] {
  const result: string[] = []
  let line = ''
  for (const word of words.split(' ')) {
    if (line !== '' && `${line} ${word}`.length > columns - indent.length) {
      result.push(indent + line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...result, indent + line]
}

/** The library's own error for the card with the longer label. */
function mistake(columns: number): Line[] {
  try {
    render(<LongCard item={sencha} />)
  } catch (error) {
    if (!(error instanceof LineValidationError)) throw error
    const { path, message } = error.problems[0]!
    return [
      ...['<Postback', `  label="${tooLong}"`].map((line): Line => ({ text: line })),
      { text: '' },
      ...lines('LineValidationError: 1 problem in 1 message', columns).map((line): Line => ({
        text: line,
        as: 'error',
      })),
      { text: '' },
      { text: path, as: 'soft' },
      { text: '<ItemCard> › <Buttons> › <Postback>', as: 'soft' },
      { text: 'src/menu.tsx:8:5', as: 'soft' },
      ...lines(message, columns, '  ').map((line): Line => ({ text: line, as: 'error' })),
      { text: '' },
      { text: 'LINE itself would only answer', as: 'soft' },
      ...lines('A message (messages[0]) in the request body is invalid', columns, '  ').map(
        (line): Line => ({ text: line, as: 'soft' }),
      ),
    ]
  }
  throw new Error('The label is permitted')
}

const chat: Chat = {
  entries: [
    {
      kind: 'message',
      from: 'me',
      message: { type: 'text', text: 'sencha' },
      time: '10:21',
      read: true,
    },
    ...render(
      <>
        <ItemCard item={sencha} />
      </>,
    ).map((message) => ({ kind: 'message' as const, message, time: '10:21' })),
    { kind: 'message', message: { type: 'text', text: 'Anything else?' }, time: '10:22' },
  ],
  quickReply: {
    items: ['Oolong', 'Black tea', 'My basket'].map((label) => ({
      type: 'action',
      action: { type: 'message', label, text: label },
    })),
  },
}

/** A screen in the frame of a phone. */
const phoneBox = (theme: Theme): BoxNode =>
  box(
    {
      width: phone.width + 16,
      paddingTop: 8,
      paddingRight: 8,
      paddingBottom: 8,
      paddingLeft: 8,
      borderRadius: 36,
      backgroundColor: theme === 'dark' ? '#3a424d' : '#10141a',
    },
    [
      box({ overflow: 'hidden', borderRadius: 28 }, [
        toTree(chat, { account: teaShop, width: phone.width, theme }),
      ]),
    ],
  )

const title = (words: string, ink: Ink): TreeNode =>
  text({ fontSize: 17, fontWeight: 700, lineHeight: 1.4, marginBottom: 10, color: ink.text }, words)

/** Draws the picture. */
export async function drawHero(theme: Theme): Promise<Uint8Array> {
  const ink = inks[theme]
  const width = panel.width - 2 * panel.padding
  const columns = Math.floor(width / (panel.size * 0.602))
  const drawn = async (content: readonly Line[]) =>
    drawLines(content, { ink, size: panel.size, width, scale })
  const boards = new Map([
    ['https://board/tsx', await drawn(source.split('\n').map((line) => ({ text: line })))],
    ['https://board/error', await drawn(mistake(columns))],
  ])
  const board = (words: string, url: string): TreeNode =>
    box({ justifyContent: 'center' }, [
      title(words, ink),
      box(
        {
          width: panel.width,
          paddingTop: panel.padding,
          paddingRight: panel.padding,
          paddingBottom: panel.padding,
          paddingLeft: panel.padding,
          borderRadius: 12,
          backgroundColor: ink.panel,
        },
        [image({ width, height: boards.get(url)!.height }, { url, placeholder: '' })],
      ),
    ])
  const gap = 28
  const page = box(
    {
      width: 2 * panel.width + phone.width + 16 + 2 * gap,
      flexDirection: 'row',
      justifyContent: 'space-between',
      backgroundColor: theme === 'dark' ? '#0d1117' : '#ffffff',
      fontFamily: 'Inter',
    },
    [
      board('Write it', 'https://board/tsx'),
      phoneBox(theme),
      board('Mistakes, before sending', 'https://board/error'),
    ],
  )
  const { renderer, part, renderOptions } = await layOut(page, {
    scale,
    loadImage: (url) => boards.get(url)?.png ?? photo(url),
    trustImages: true,
  })
  return renderer.render(part, renderOptions)
}
