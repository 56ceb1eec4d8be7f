/** The page of the gallery, as Markdown. */
import type { Plate } from './plates.ts'
import type { Sheet } from './sheets.ts'

/** Folder of the pictures, relative to `docs`. */
export const folder = 'images/gallery'

const code = (text: string): string => text.replace(/`([^`]+)`/g, '<code>$1</code>')
const plain = (text: string): string => text.replaceAll('`', '').replaceAll('"', '&quot;')

/** File names of a plate's pictures: light, and dark if it has both. */
export const filesOf = ({ name, isDarkToo }: Plate): string[] =>
  isDarkToo === true ? [`${name}.png`, `${name}-dark.png`] : [`${name}.png`]

/** A picture, in the theme of the reader if it has both. */
function picture(plate: Plate, width: string): string {
  const [light, dark] = filesOf(plate)
  const img = `<img src="${folder}/${light}" width="${width}" alt="${plain(plate.title)}">`
  return dark === undefined
    ? img
    : `<picture><source media="(prefers-color-scheme: dark)" srcset="${folder}/${dark}">${img}</picture>`
}

function cell(plate: Plate): string {
  const { title, source } = plate
  const caption = source === undefined ? code(title) : `<a href="${source}">${code(title)}</a>`
  return `<td valign="top">${caption}<br>${picture(plate, '260')}</td>`
}

/** Plates side by side, three in a row. */
function table(plates: readonly Plate[]): string {
  const rows: string[] = []
  for (let at = 0; at < plates.length; at += 3)
    rows.push(
      `<tr>\n${plates
        .slice(at, at + 3)
        .map(cell)
        .join('\n')}\n</tr>`,
    )
  return `<table>\n${rows.join('\n')}\n</table>`
}

const sheet = ({ name, title, cells }: Sheet): string =>
  `- [${title}](${folder}/${name}.png): ${cells.length}`

export interface Contents {
  phones: readonly Plate[]
  examples: readonly Plate[]
  showcase: readonly Plate[]
  chats: readonly Plate[]
  sheets: readonly Sheet[]
}

/** The whole page. */
export const page = ({ phones, examples, showcase, chats, sheets }: Contents): string => `# Gallery

Messages drawn by [\`toPng\`](preview.md), without a browser. \`npm run gallery\` draws all of them again. Photos, stickers
and emoji are replaced by the drawings in \`scripts/gallery/photos\`.

## Phones

One chat on several phones: \`device: ['iphone', 'android']\`. The pictures of this page are those of an iPhone.

${phones.map((plate) => picture(plate, '100%')).join('\n\n')}

## Examples

The titles link to the code.

${table(examples)}

## Messages as bots send them

${table(showcase)}

## Chats

${table(chats)}

## All variants

The valid messages of the tests: every value of every Flex property, and every template, imagemap and action. Messages that look the same
are drawn once, long ones are cut off, and empty boxes have contents. Each link opens a picture with this number of messages.

${sheets.map(sheet).join('\n')}
`
