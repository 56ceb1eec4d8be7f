/** Pictures of code and of error texts, as trees of the previews. They need a monospaced font. */
import { existsSync } from 'node:fs'
import { layOut } from '../../src/preview/png/lay-out.ts'
import { box, type Run, text, type TreeNode } from '../../src/preview/tree.ts'

/** A monospaced font: that of `MONOSPACED_FONT`, or of Debian's package fonts-dejavu-core. */
const font = process.env['MONOSPACED_FONT'] ?? '/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf'

const fonts = [font]

/** Colors of a theme. */
export interface Ink {
  panel: string
  text: string
  tag: string
  string: string
  name: string
  error: string
  soft: string
}

export const inks = {
  light: {
    panel: '#f6f8fa',
    text: '#1f2328',
    tag: '#0550ae',
    string: '#116329',
    name: '#8250df',
    error: '#b42318',
    soft: '#656d76',
  },
  dark: {
    panel: '#161b22',
    text: '#e6edf3',
    tag: '#79c0ff',
    string: '#7ee787',
    name: '#d2a8ff',
    error: '#ff7b72',
    soft: '#8b949e',
  },
} as const satisfies Record<string, Ink>

/** Tags, strings and names of attributes in TSX. */
const tokens =
  /(<\/?[A-Z]\w*|\/>|>$)|("[^"]*"|`[^`]*`)|(\b[a-zA-Z]+(?==)|\b(?:const|import|from)\b)/gm

/** Colors the tokens of a line of TSX. */
function highlight(line: string, ink: Ink): Run[] {
  const runs: Run[] = []
  let end = 0
  for (const { 0: token, 1: tag, 2: string, index } of line.matchAll(tokens)) {
    const color = tag === undefined ? (string === undefined ? ink.name : ink.string) : ink.tag
    runs.push({ text: line.slice(end, index) }, { text: token, style: { color } })
    end = index + token.length
  }
  return [...runs, { text: line.slice(end) }]
}

/** A line of a picture, in one of the colors. */
export interface Line {
  text: string
  as?: 'tsx' | 'error' | 'soft'
}

/** Draws lines as PNG, `columns` letters wide. */
export async function drawLines(
  lines: readonly Line[],
  { ink, size, width, scale }: { ink: Ink; size: number; width: number; scale: number },
): Promise<{ png: Uint8Array; height: number }> {
  if (!existsSync(font))
    throw new Error(`${font} does not exist. Install fonts-dejavu-core, or set MONOSPACED_FONT`)
  const pitch = 1.5
  const rows = lines.map(({ text: line, as = 'tsx' }): TreeNode => {
    const color = as === 'tsx' ? ink.text : ink[as]
    const runs = as === 'tsx' ? highlight(line, ink) : [{ text: line }]
    return text({ fontSize: size, lineHeight: pitch, color }, line === '' ? ' ' : runs, {
      wrap: true,
    })
  })
  const page = box({ width, backgroundColor: ink.panel }, rows)
  const { renderer, part, renderOptions, height } = await layOut(page, { scale, fonts })
  return { png: await renderer.render(part, renderOptions), height: height / scale }
}
