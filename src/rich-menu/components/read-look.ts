/** Reads how parts are drawn, and reports what cannot be drawn. */
import type { ComponentHost } from '../../jsx-runtime/component.js'
import type { CellStyle, GroundStyle } from '../layout/look.js'
import { readNumber } from './parts.js'

const color = /^#(?:[0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})$/i
const gradient = /^linear-gradient\([^;{}]+\)$/

function readColor(
  compiler: ComponentHost,
  name: string,
  value: unknown,
  permitsGradient: boolean,
): string | undefined {
  if (value === undefined) return undefined
  if (typeof value === 'string' && (color.test(value) || (permitsGradient && gradient.test(value))))
    return value
  compiler.report(
    'wrong_value',
    `${name} is ${JSON.stringify(value)}; it must be a colour such as #2f6b4f${permitsGradient ? ' or linear-gradient(…)' : ''}`,
    { property: name },
  )
  return undefined
}

/** The background of a group, if it has one. */
export function readGround(
  compiler: ComponentHost,
  { background, radius }: GroundStyle,
): { ground?: GroundStyle } {
  const color = readColor(compiler, 'background', background, true)
  return color === undefined
    ? {}
    : { ground: { background: color, radius: readNumber(compiler, 'radius', radius, 0) } }
}

const places = ['start', 'center', 'end'] as const
const weights = [400, 500, 700] as const

function readOneOf<T extends string | number>(
  compiler: ComponentHost,
  name: string,
  value: unknown,
  permitted: readonly T[],
): T | undefined {
  if (value === undefined || permitted.includes(value as T)) return value as T | undefined
  compiler.report(
    'wrong_value',
    `${name} is ${JSON.stringify(value)}; permitted are ${permitted.join(', ')}`,
    {
      property: name,
    },
  )
  return undefined
}

/** The look of a cell; only what is set. */
export function readLook(compiler: ComponentHost, props: CellStyle): CellStyle {
  const look: CellStyle = {}
  for (const name of ['radius', 'fontSize', 'padding', 'imageHeight'] as const)
    if (props[name] !== undefined) look[name] = readNumber(compiler, name, props[name], 0)
  const background = readColor(compiler, 'background', props.background, true)
  if (background !== undefined) look.background = background
  const text = readColor(compiler, 'color', props.color, false)
  if (text !== undefined) look.color = text
  const weight = readOneOf(compiler, 'fontWeight', props.fontWeight, weights)
  if (weight !== undefined) look.fontWeight = weight
  for (const name of ['align', 'valign'] as const) {
    const place = readOneOf(compiler, name, props[name], places)
    if (place !== undefined) look[name] = place
  }
  if (props.image !== undefined) look.image = props.image
  return look
}
