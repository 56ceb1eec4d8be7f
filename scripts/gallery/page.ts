/** The page of the gallery, as Markdown. */
import type { Plate } from './plates.ts'
import type { Sheet } from './sheets.ts'

/** Folder of the pictures, relative to `docs`. */
export const folder = 'images/gallery'

const code = (text: string): string => text.replace(/`([^`]+)`/g, '<code>$1</code>')
const plain = (text: string): string => text.replaceAll('`', '').replaceAll('"', '&quot;')

const cell = ({ name, title, source }: Plate): string => {
  const caption = source === undefined ? code(title) : `<a href="${source}">${code(title)}</a>`
  return `<td valign="top">${caption}<br><img src="${folder}/${name}.png" width="260" alt="${plain(title)}"></td>`
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
  `<details>\n<summary>${title}: ${cells.length}</summary>\n<img src="${folder}/${name}.png" alt="${plain(title)}">\n</details>`

export interface Contents {
  examples: readonly Plate[]
  showcase: readonly Plate[]
  chats: readonly Plate[]
  sheets: readonly Sheet[]
}

/** The whole page. */
export const page = ({ examples, showcase, chats, sheets }: Contents): string => `# Gallery

Messages drawn by [\`toPng\`](preview.md), without a browser. \`npm run gallery\` draws all of them again. Photos, stickers
and emoji are replaced by the drawings in \`scripts/gallery/photos\`.

## Examples

The titles link to the code.

${table(examples)}

## Messages as bots send them

${table(showcase)}

## Chats

${table(chats)}

## All variants

The valid messages of the tests: every value of every Flex property, and every template, imagemap and action. Messages that look the same
are drawn once, long ones are cut off, and empty boxes have contents.

${sheets.map(sheet).join('\n\n')}
`
