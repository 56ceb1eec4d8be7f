/** Checks the options of `toPng` before anything is drawn. */
import { optionNames } from '../../common/options.js'
import { previewProblem, treeNames } from '../option-names.js'
import type { PngOptions } from './options.js'
import { PngError } from './problems.js'

function check(isRight: boolean, name: string, permitted: string): void {
  if (!isRight)
    throw new PngError(
      'option_invalid',
      `The option \`${name}\` of toPng is not valid; use ${permitted}`,
    )
}

const names = optionNames<PngOptions>({
  ...treeNames,
  scale: true,
  fonts: true,
  han: true,
  loadImage: true,
  loadTimeout: true,
  trustImages: true,
  onProblem: true,
})

/** @throws {PngError} `option_invalid` */
export function checkOptions(options: PngOptions): void {
  const problem = previewProblem(options, names)
  if (problem !== undefined) throw new PngError('option_invalid', problem)
  const { fonts, loadImage, loadTimeout, trustImages, onProblem } = options
  const isFunction = (value: unknown): boolean => value === undefined || typeof value === 'function'
  check(fonts === undefined || Array.isArray(fonts), 'fonts', 'an array of paths, bytes or files')
  check(isFunction(loadImage), 'loadImage', 'a function that takes a URL and returns bytes')
  check(isFunction(onProblem), 'onProblem', 'a function that takes a problem')
  check(
    isFunction(trustImages) || typeof trustImages === 'boolean',
    'trustImages',
    'true, false or a function that takes a URL',
  )
  check(
    loadTimeout === undefined || (typeof loadTimeout === 'number' && loadTimeout > 0),
    'loadTimeout',
    'milliseconds above 0, or Infinity',
  )
}
