/** Names of the options of previews, and of their values: a misspelt one is an error, with the nearest name. */
import { describeValue, optionNames, optionsProblem } from '../common/options.js'
import { closest, either } from '../common/words.js'
import { deviceNames } from './devices.js'
import { PreviewError } from './errors.js'
import type { HtmlOptions, PreviewOptions } from './options.js'
import { words } from './words.js'

/** What all previews have in common. */
export const treeNames = {
  device: true,
  width: true,
  theme: true,
  language: true,
  frame: true,
  account: true,
  names: true,
  coupons: true,
  linkPreviews: true,
  textScale: true,
  altContent: true,
  caption: true,
  pictures: true,
} as const

/** Options of `toTree`. */
export const previewNames = optionNames<PreviewOptions>(treeNames)

/** Options of `toHtml`. */
export const htmlNames = optionNames<HtmlOptions>({
  ...treeNames,
  as: true,
  prefix: true,
  links: true,
  title: true,
})

/** Options that are one of several names. */
const choices = {
  device: deviceNames,
  theme: ['light', 'dark'],
  language: Object.keys(words),
  frame: ['chat', 'none'],
  as: ['fragment', 'document', 'markup', 'rows'],
  links: ['inert', 'open'],
} as const

function choiceProblem(name: string, value: unknown, permitted: readonly string[]) {
  if (value === undefined || (permitted as readonly unknown[]).includes(value)) return undefined
  const nearest = typeof value === 'string' ? closest(value, permitted) : undefined
  const what = typeof value === 'string' ? `'${value.slice(0, 40)}'` : describeValue(value)
  const advice = nearest === undefined ? '' : ` Did you mean '${nearest}'?`
  return `${name}: ${what} is not permitted.${advice} Use ${either(permitted.map((one) => `'${one}'`))}.`
}

function deviceProblem(device: unknown): string | undefined {
  if (!Array.isArray(device)) return choiceProblem('device', device, deviceNames)
  if (device.length === 0 || device.length > 10)
    return `device: an array of ${device.length} is not permitted. Use one to 10 of ${either(deviceNames.map((one) => `'${one}'`))}.`
  return device
    .map((one: unknown, index) => choiceProblem(`device[${index}]`, one ?? null, deviceNames))
    .find((problem) => problem !== undefined)
}

/** The reason why options cannot be used; `undefined` if they can be. */
export function previewProblem(options: object, names: readonly string[]): string | undefined {
  const problem = optionsProblem(options, names)
  if (problem !== undefined) return problem
  const values = options as Readonly<Record<string, unknown>>
  for (const [name, permitted] of Object.entries(choices)) {
    const value = values[name]
    const wrong = name === 'device' ? deviceProblem(value) : choiceProblem(name, value, permitted)
    if (wrong !== undefined) return wrong
  }
  const { caption } = values
  return caption === undefined || typeof caption === 'boolean'
    ? undefined
    : `caption: ${describeValue(caption)} is not permitted. Use true or false.`
}

/** @throws {PreviewError} `option_invalid` */
export function checkNames(options: object, names: readonly string[]): void {
  const problem = previewProblem(options, names)
  if (problem !== undefined) throw new PreviewError('option_invalid', problem)
}
