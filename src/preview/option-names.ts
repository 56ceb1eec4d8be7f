/** Names of the options of previews: a misspelt one is an error, with the nearest name. */
import { optionNames, optionsProblem } from '../common/options.js'
import { PreviewError } from './errors.js'
import type { HtmlOptions, PreviewOptions } from './options.js'

/** What all previews have in common. */
export const treeNames = {
  width: true,
  theme: true,
  language: true,
  frame: true,
  account: true,
  names: true,
  coupons: true,
  textScale: true,
  altContent: true,
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

/** @throws {PreviewError} `option_invalid` */
export function checkNames(options: object, names: readonly string[]): void {
  const problem = optionsProblem(options, names)
  if (problem !== undefined) throw new PreviewError('option_invalid', problem)
}
