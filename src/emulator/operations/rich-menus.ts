/** Rich menus and their pictures. */
import { readImageHeader } from '../../common/image-header.js'
import {
  RichMenuId_pattern,
  RichMenuSize_height_minimum,
  RichMenuSize_width_maximum,
  RichMenuSize_width_minimum,
} from '../../spec/generated/numbers.js'
import { apiLimits } from '../../spec/api/limits.js'
import { limits } from '../../spec/limits.js'
import type { RichMenuRequest } from '../../spec/rich-menu.js'
import { validate } from '../../validation/index.js'
import { refusal } from '../api/answer.js'
import type { Call, Operation } from '../api/call.js'
import { oneError, refuseErrors } from '../api/check-messages.js'
import { sentences } from '../api/sentences.js'
import type { Menu } from '../state/state.js'

export const isRichMenuId = new RegExp(RichMenuId_pattern)
const LARGEST = apiLimits.richMenuImage.bytes

/** A rich menu of the channel. */
export function ownMenu({ world }: Pick<Call, 'world'>, id: string): Menu | undefined {
  const menu = world.state.richMenus.get(id)
  return menu?.foreign ? undefined : menu
}

const ownMenus = ({ world }: Pick<Call, 'world'>): Menu[] =>
  [...world.state.richMenus.values()].filter(({ foreign }) => !foreign)

/** @throws {Refusal} 404 */
export function menuOf(call: Call, id = call.param('richMenuId')): Menu {
  const menu = ownMenu(call, id)
  if (!menu) throw refusal(404, sentences.notFound)
  return menu
}

/** The valid rich menu of a body. @throws {Refusal} 400 */
function described(call: Call): RichMenuRequest {
  const menu = call.json()
  refuseErrors(validate(menu, { as: 'rich-menu' }))
  return menu as unknown as RichMenuRequest
}

const createRichMenu: Operation = (call) => {
  const menu = described(call)
  const { state, chance, now } = call.world
  if (ownMenus(call).length >= apiLimits.richMenus.menus)
    throw refusal(400, sentences.tooManyRichMenus)
  const richMenuId = `richmenu-${chance.hex(32)}`
  state.richMenus.set(richMenuId, { richMenuId, menu, createdAt: now })
  return { json: { richMenuId } }
}

const asAnswer = ({ richMenuId, menu }: Menu) => {
  const { size, selected, name, chatBarText, areas } = menu
  return { richMenuId, size, selected, name, chatBarText, areas }
}

const deleteRichMenu: Operation = (call) => {
  const { richMenuId } = menuOf(call)
  const { state } = call.world
  state.richMenus.delete(richMenuId)
  if (state.defaultRichMenu === richMenuId) delete state.defaultRichMenu
  for (const person of state.people.values())
    if (person.richMenuId === richMenuId) delete person.richMenuId
  changed(call)
  return { json: {} }
}

/** Notifies the page. */
export const changed = (call: Pick<Call, 'world'>): void =>
  call.world.journal.publish({ type: 'change', what: 'rich menus' })

const setRichMenuImage: Operation = (call) => {
  const type = (call.header('content-type') ?? '').split(';')[0]!.trim()
  if (type !== 'image/jpeg' && type !== 'image/png')
    throw refusal(415, sentences.contentTypeUnsupported(type))
  const menu = menuOf(call)
  if (menu.image) throw refusal(400, sentences.richMenuHasImage)
  const bytes = call.bytes()
  if (bytes.length > LARGEST) throw refusal(413, sentences.tooLarge)
  const size = readImageHeader(bytes)
  if (!size || !isPermitted(size)) throw refusal(400, sentences.richMenuImageSize)
  menu.image = { bytes, type }
  changed(call)
  return { json: {} }
}

const isPermitted = ({ width, height }: { width: number; height: number }) =>
  width >= RichMenuSize_width_minimum &&
  width <= RichMenuSize_width_maximum &&
  height >= RichMenuSize_height_minimum &&
  width / height >= limits.richMenuRatio

const setDefaultRichMenu: Operation = (call) => {
  const { richMenuId, image } = menuOf(call)
  if (!image) throw refusal(400, sentences.richMenuNeedsImage, [])
  call.world.state.defaultRichMenu = richMenuId
  changed(call)
  return { json: {} }
}

export const richMenus = {
  createRichMenu,
  validateRichMenuObject: (call) => {
    described(call)
    return { json: {} }
  },
  getRichMenuList: (call) => ({ json: { richmenus: ownMenus(call).map(asAnswer) } }),
  getRichMenu: (call) => ({ json: asAnswer(menuOf(call)) }),
  deleteRichMenu,
  setRichMenuImage,
  getRichMenuImage: (call) => {
    const { image } = menuOf(call)
    if (!image) throw refusal(404, sentences.notFound)
    return { bytes: image.bytes, contentType: image.type }
  },
  setDefaultRichMenu,
  getDefaultRichMenuId: ({ world }) => {
    const { defaultRichMenu, managerRichMenu } = world.state
    if (defaultRichMenu === undefined && managerRichMenu !== undefined)
      throw refusal(403, sentences.foreignRichMenu, [])
    if (defaultRichMenu === undefined) throw refusal(404, sentences.noDefaultRichMenu, [])
    return { json: { richMenuId: defaultRichMenu } }
  },
  cancelDefaultRichMenu: (call) => {
    delete call.world.state.defaultRichMenu
    changed(call)
    return { json: {} }
  },
} satisfies Record<string, Operation>

/** The rich menu that a body names. @throws {Refusal} 400, 404 */
export function menuIn(call: Call, id: unknown, property = 'richMenuId'): Menu {
  if (typeof id !== 'string' || !isRichMenuId.test(id))
    throw oneError(sentences.invalidRichMenuId, property)
  const menu = ownMenu(call, id)
  if (!menu) throw refusal(404, sentences.richMenuNotFound)
  return menu
}
