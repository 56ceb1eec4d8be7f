/** Menus of a module of a project. */
import { dirname } from 'node:path'
import { isRichMenuSet, type RichMenuSet } from '../define/rich-menus.js'
import { RichMenuError } from '../errors.js'

/**
 * Takes the menus out of a loaded module. Paths of pictures begin at the folder of its file.
 *
 * @param module - what the module exports
 * @param file - absolute path
 * @throws {RichMenuError} `option_invalid`
 */
export function loadMenus(module: Readonly<Record<string, unknown>>, file: string): RichMenuSet {
  const set = module['default']
  if (!isRichMenuSet(set))
    throw new RichMenuError(
      'option_invalid',
      `${file} has no menus. Write: export default richMenus({ owner: 'my-bot', default: 'home', menus: { home } })`,
    )
  return set.base === undefined ? { ...set, base: dirname(file) } : set
}
