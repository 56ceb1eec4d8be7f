/** The menus that are to exist, rendered and checked. */
import type { RichMenuRequest } from '../../spec/rich-menu.js'
import type { Key } from '../define/keys.js'

/** A menu that is to exist. */
export interface WantedMenu extends Key {
  /** What LINE gets, without the name. */
  readonly request: Omit<RichMenuRequest, 'name'>
  readonly hash: string
  /** Aliases that its areas switch to. */
  readonly switchesTo: readonly string[]
  /** What may be wrong with it, although LINE accepts it. */
  readonly warnings: string[]
  readonly adopt: string | undefined
  /** Reads or draws the picture, once. */
  readonly picture: () => Promise<Uint8Array>
  /** Makes sure that the picture can be drawn, and finds texts that are larger than their cell. */
  readonly checkPicture: () => Promise<void>
}

/** Menus that are to exist. */
export interface Wanted {
  readonly owner: string
  /** Key of the default menu. */
  readonly default: string | undefined
  readonly menus: readonly WantedMenu[]
}
