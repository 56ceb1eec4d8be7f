/** Styles by name: the looks of all parts are completed with them. */
import { closest } from '../../common/words.js'
import type { ComponentHost } from '../../jsx-runtime/component.js'
import type { ContentNode } from '../layout/content.js'
import type { Layout } from '../layout/lay-out.js'
import type { CellStyle, NamedStyles } from '../layout/look.js'
import { cellNames, refuseUnknown } from './known-props.js'
import { ownerOf } from './parts.js'
import { readLook } from './read-look.js'

/** Completes the looks of a layout. Props of a part come before its styles, later styles before earlier ones. */
export function applyStyles(
  layouts: readonly Layout[],
  styles: NamedStyles | undefined,
  compiler: ComponentHost,
): void {
  const known = new Map<string, CellStyle>()
  for (const [name, style] of Object.entries(styles ?? {})) {
    refuseUnknown(compiler, style, cellNames, `styles.${name}.`)
    known.set(name, readLook(compiler, style))
  }

  /** @param node - which has the look, for reports */
  function completed<T extends { style?: string | undefined }>(look: T, node: object): T {
    if (look.style === undefined) return look
    const { style, ...own } = look
    const all: CellStyle = {}
    for (const name of style.split(/\s+/).filter(Boolean)) {
      const one = known.get(name)
      if (one) Object.assign(all, one)
      else report(name, [...known.keys()], node, compiler)
    }
    return { ...all, ...own } as unknown as T
  }

  function complete(contents: readonly ContentNode[] = []): void {
    for (const content of contents) {
      if (content.kind !== 'text' && content.kind !== 'box') continue
      // The same kind with the same properties.
      ;(content as { look: CellStyle }).look = completed<CellStyle>(content.look, content)
      if (content.kind === 'box') complete(content.contents)
    }
  }

  for (const { cells, grounds } of layouts) {
    for (const placed of grounds) placed.ground = completed(placed.ground, placed.node)
    for (const { cell } of cells) {
      if (cell.look) cell.look = completed(cell.look, cell)
      if (cell.currentLook) cell.currentLook = completed(cell.currentLook, cell)
      complete(cell.contents)
    }
  }
}

function report(
  name: string,
  known: readonly string[],
  node: object,
  compiler: ComponentHost,
): void {
  const nearest = closest(name, known)
  const advice = nearest
    ? `Did you mean ${JSON.stringify(nearest)}?`
    : known.length > 0
      ? `There are ${known.join(', ')}.`
      : 'Pass styles={{ … }} to the menu or imagemap.'
  compiler.report('wrong_value', `there is no style ${JSON.stringify(name)}. ${advice}`, {
    property: 'style',
    ...ownerOf(node),
  })
}
