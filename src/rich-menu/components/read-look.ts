/** Reads how parts are drawn, and reports what cannot be drawn. */
import type { ComponentHost } from '../../jsx-runtime/component.js'
import type { BoxStyle, CellStyle, GroundStyle, TextStyle } from '../layout/look.js'
import { readNumber } from './parts.js'

const color = /^#(?:[0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})$/i
const gradient = /^linear-gradient\([^;{}]+\)$/

/** A colour; `undefined` if there is none or it is not permitted. */
export function readColor(
  compiler: ComponentHost,
  name: string,
  value: unknown,
  permitsGradient = false,
): string | undefined {
  if (value === undefined) return undefined
  if (typeof value === 'string' && (color.test(value) || (permitsGradient && gradient.test(value))))
    return value
  compiler.report(
    'wrong_value',
    `<${compiler.parent}>: ${name} is ${JSON.stringify(value)}; it must be a colour such as #2f6b4f${permitsGradient ? ' or linear-gradient(…)' : ''}`,
    { property: name },
  )
  return undefined
}

const alignments = ['start', 'center', 'end'] as const
const weights = [400, 500, 700] as const
const directions = ['row', 'column'] as const

/** One of some values; `undefined` if there is none or it is not permitted. */
export function readOneOf<T extends string | number>(
  compiler: ComponentHost,
  name: string,
  value: unknown,
  permitted: readonly T[],
): T | undefined {
  if (value === undefined || permitted.includes(value as T)) return value as T | undefined
  compiler.report(
    'wrong_value',
    `<${compiler.parent}>: ${name} is ${JSON.stringify(value)}; permitted are ${permitted.join(', ')}`,
    {
      property: name,
    },
  )
  return undefined
}

type Read<T> = (compiler: ComponentHost, name: string, value: unknown) => T | undefined

const pixels: Read<number> = (compiler, name, value) => readNumber(compiler, name, value, undefined)
const plainColor: Read<string> = (compiler, name, value) => readColor(compiler, name, value)
const oneOf =
  <T extends string | number>(permitted: readonly T[]): Read<T> =>
  (compiler, name, value) =>
    readOneOf(compiler, name, value, permitted)

type Readers<T> = { [K in keyof T]-?: Read<Exclude<T[K], undefined>> }

const groundReaders: Readers<GroundStyle> = {
  style: (compiler, name, value) => {
    if (value === undefined || typeof value === 'string') return value
    compiler.report(
      'wrong_value',
      `<${compiler.parent}>: ${name} is ${Array.isArray(value) ? 'a list' : typeof value}; it must be the name of one of the \`styles\`. Write other props beside it, or spread an object: {...card}`,
      { property: name },
    )
    return undefined
  },
  background: (compiler, name, value) => readColor(compiler, name, value, true),
  radius: pixels,
  border: pixels,
  borderColor: plainColor,
}

const textReaders: Readers<TextStyle> = {
  color: plainColor,
  fontSize: pixels,
  fontWeight: oneOf(weights),
  lineHeight: (compiler, name, value) => {
    if (value === undefined || (typeof value === 'number' && value >= 0.5 && value <= 5))
      return value
    compiler.report(
      'wrong_value',
      `<${compiler.parent}>: ${name} is ${JSON.stringify(value)}; it must be a multiple of the font size, 0.5 to 5`,
      { property: name },
    )
    return undefined
  },
}

const boxReaders: Readers<BoxStyle> = {
  ...groundReaders,
  ...textReaders,
  direction: oneOf(directions),
  gap: pixels,
  padding: pixels,
  align: oneOf(alignments),
  valign: oneOf(alignments),
}

const cellReaders: Readers<CellStyle> = {
  ...boxReaders,
  image: (_compiler, _name, value) => value as CellStyle['image'],
  imageHeight: pixels,
}

/** The props of a look that are set and permitted. */
function read<T extends object>(
  readers: Readers<T>,
  compiler: ComponentHost,
  props: T,
): { [K in keyof T]: T[K] } {
  const look: Partial<T> = {}
  for (const name in readers) {
    const given = props[name]
    if (given === undefined) continue
    const value = readers[name](compiler, name, given)
    if (value !== undefined) look[name] = value
  }
  return look as T
}

/** The look of a cell; only what is set. */
export const readLook = (compiler: ComponentHost, props: CellStyle): CellStyle =>
  read(cellReaders, compiler, props)

/** The look of a box; only what is set. */
export const readBoxLook = (compiler: ComponentHost, props: BoxStyle): BoxStyle =>
  read(boxReaders, compiler, props)

/** The look of a text; only what is set. */
export const readTextLook = (
  compiler: ComponentHost,
  props: TextStyle & Pick<GroundStyle, 'style'>,
): TextStyle & Pick<GroundStyle, 'style'> =>
  read({ ...textReaders, style: groundReaders.style }, compiler, props)

/** The background of a group, if it has one. */
export function readGround(compiler: ComponentHost, props: GroundStyle): { ground?: GroundStyle } {
  const ground = read(groundReaders, compiler, props)
  return Object.keys(ground).length === 0 ? {} : { ground }
}
