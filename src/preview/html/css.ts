/** Styles of the tree as CSS. */
import type { Style } from '../tree.js'
import { escape } from '../../common/escape-html.js'
import { latinStacks } from './fonts.js'

type Latin = keyof typeof latinStacks

/** Properties whose numbers are not pixels. */
const bare: ReadonlySet<string> = new Set([
  'flexGrow',
  'flexShrink',
  'aspectRatio',
  'opacity',
  'lineHeight',
  'fontWeight',
])

const names = new Map<string, readonly [name: string, unit: string]>()

/** `paddingTop` as `padding-top`, and its unit, cached for each property. */
function named(property: string): readonly [name: string, unit: string] {
  let known = names.get(property)
  if (!known) {
    const name = property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    known = [name, bare.has(property) ? '' : 'px']
    names.set(property, known)
  }
  return known
}

const round = (value: number): number => Math.round(value * 10_000) / 10_000

/** The declarations of a style, escaped for a style attribute. */
export function css(style: Style): string {
  let declarations = ''
  for (const property in style) {
    const value = style[property as keyof Style]
    if (value === undefined) continue
    if (property === 'fontFamily') {
      declarations += `--latin:${latinStacks[value as Latin]};`
      continue
    }
    const [name, unit] = named(property)
    declarations +=
      typeof value === 'number'
        ? `${name}:${Number.isInteger(value) ? value : round(value)}${value === 0 ? '' : unit};`
        : `${name}:${value};`
  }
  return escape(declarations)
}
