/** Icons of packages in Iconify's format, as SVG. Needs Node. @see https://iconify.design/docs/types/iconify-json.html */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { closest } from '../../common/words.js'
import { RichMenuError } from '../errors.js'

/** How an icon is turned. */
interface Transformations {
  /** Quarters of a turn. */
  rotate?: number
  hFlip?: boolean
  vFlip?: boolean
}

/** Place and size of what is seen. */
interface ViewBox {
  left?: number
  top?: number
  width?: number
  height?: number
}

interface IconData extends ViewBox, Transformations {
  body: string
}

interface IconAlias extends ViewBox, Transformations {
  parent: string
}

/** A set in Iconify's format. */
interface IconSet extends ViewBox {
  icons: Record<string, IconData>
  aliases?: Record<string, IconAlias>
}

/** Aliases of aliases. */
const MOST_PARENTS = 5

const sets = new Map<string, IconSet>()

/**
 * The SVG of an icon.
 *
 * @param name - `lucide:clock`
 * @param color - replaces `currentColor`
 * @throws {RichMenuError} `icon_missing`
 */
export function iconSvg(name: string, color: string): string {
  const [prefix = '', icon = ''] = name.split(':')
  const set = sets.get(prefix) ?? readSet(prefix, name)
  sets.set(prefix, set)
  const data = resolved(set, icon, 0) ?? missing(set, prefix, icon)
  const { body, left = 0, top = 0, width = 16, height = 16 } = data
  const { box, transform } = turned(data, { left, top, width, height })
  const inside = transform === '' ? body : `<g transform="${transform}">${body}</g>`
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box.left} ${box.top} ${box.width} ${box.height}" width="${box.width}" height="${box.height}">` +
    `${inside.replaceAll('currentColor', color)}</svg>`
  )
}

/** An icon with the sizes of its set and the transformations of its aliases. */
function resolved(set: IconSet, name: string, depth: number): IconData | undefined {
  const { width = 16, height = 16, left = 0, top = 0 } = set
  const icon = own(set.icons, name)
  if (icon) return { width, height, left, top, ...icon }
  const alias = own(set.aliases ?? {}, name)
  const parent = alias && depth < MOST_PARENTS && resolved(set, alias.parent, depth + 1)
  if (!alias || !parent) return undefined
  const { rotate = 0, hFlip, vFlip, parent: _, ...box } = alias
  return {
    ...parent,
    ...box,
    rotate: (parent.rotate ?? 0) + rotate,
    hFlip: (parent.hFlip ?? false) !== (hFlip ?? false),
    vFlip: (parent.vFlip ?? false) !== (vFlip ?? false),
  }
}

const own = <T>(from: Record<string, T>, name: string): T | undefined =>
  Object.hasOwn(from, name) ? from[name] : undefined

/** Flips first, then quarters of a turn, as Iconify does it. */
function turned(
  { rotate = 0, hFlip, vFlip }: Transformations,
  box: Required<ViewBox>,
): { box: Required<ViewBox>; transform: string } {
  const { left, top, width, height } = box
  const steps: string[] = []
  let quarters = rotate
  if (hFlip && vFlip) quarters += 2
  else if (hFlip) steps.push(`translate(${width + 2 * left} 0) scale(-1 1)`)
  else if (vFlip) steps.push(`translate(0 ${height + 2 * top}) scale(1 -1)`)
  quarters = ((quarters % 4) + 4) % 4
  if (quarters === 2) steps.unshift(`rotate(180 ${left + width / 2} ${top + height / 2})`)
  if (quarters === 0 || quarters === 2) return { box, transform: steps.join(' ') }
  // Around the middle of a square: width and height change places.
  const middle = quarters === 1 ? height / 2 + top : width / 2 + left
  steps.unshift(`rotate(${quarters * 90} ${middle} ${middle})`)
  return { box: { left: top, top: left, width: height, height: width }, transform: steps.join(' ') }
}

/** @throws {RichMenuError} `icon_missing` */
function readSet(prefix: string, name: string): IconSet {
  const one = `@iconify-json/${prefix}`
  let cause: unknown
  for (const from of [join(process.cwd(), 'package.json'), import.meta.url])
    for (const path of [`${one}/icons.json`, `@iconify/json/json/${prefix}.json`])
      try {
        return JSON.parse(readFileSync(createRequire(from).resolve(path), 'utf8')) as IconSet
      } catch (error) {
        cause ??= error
      }
  throw new RichMenuError(
    'icon_missing',
    `The icon ${name} needs the package ${one}, which is not installed: npm install -D ${one}`,
    { cause },
  )
}

/** @throws {RichMenuError} `icon_missing` */
function missing(set: IconSet, prefix: string, icon: string): never {
  const names = [...Object.keys(set.icons), ...Object.keys(set.aliases ?? {})]
  const nearest = closest(icon, names)
  const parts = icon.split('-').filter((part) => part.length > 2)
  const similar = names.filter((name) => parts.some((part) => name.split('-').includes(part)))
  const some = [...new Set([...(nearest === undefined ? [] : [nearest]), ...similar])].slice(0, 5)
  const advice =
    some.length > 0
      ? `Similar ones are ${some.join(', ')}.`
      : `See https://icon-sets.iconify.design/${prefix}/.`
  throw new RichMenuError(
    'icon_missing',
    `The package @iconify-json/${prefix} has no icon ${JSON.stringify(icon)}. ${advice}`,
  )
}
