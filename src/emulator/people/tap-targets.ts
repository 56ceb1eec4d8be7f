/** Everything that a person can tap: quick replies, messages from the newest to the oldest, the rich menu. */
import { isObject } from '../../common/json.js'
import type { Action, ImagemapAction, Message } from '../../spec/index.js'
import type { Chat, Entry, Person } from '../state/people.js'
import type { Menu } from '../state/state.js'
import { quickReplyOf, type World } from '../state/world.js'

/** Something that can be tapped. */
export interface TapCandidate {
  action: Action | ImagemapAction
  where: 'quickReply' | 'message' | 'richMenu'
  /** Its label, or the words on it. */
  names: string[]
  /** The message that contains it. */
  entry?: Entry
  /** Id of the rich menu, and number of the area. */
  richMenuId?: string
  area?: number
}

/** Everything that a person can tap in a chat, in the order in which taps look for it. */
export function* tapTargets(world: World, chat: Chat, person: Person): Generator<TapCandidate> {
  const asker = chat.quickReplyOf === undefined ? undefined : world.place(chat.quickReplyOf)?.entry
  if (asker)
    for (const { action } of quickReplyOf(asker)?.items ?? [])
      yield { action, where: 'quickReply', names: labels(action), entry: asker }
  for (let i = chat.entries.length - 1; i >= 0; i--) {
    const entry = chat.entries[i]!
    if (entry.from !== 'bot') continue
    for (const candidate of inMessage(entry.message as Message)) yield { ...candidate, entry }
  }
  const menu = chat.kind === 'user' ? richMenuOf(world, person) : undefined
  for (const [area, { action }] of (menu?.menu.areas ?? []).entries())
    yield { action, where: 'richMenu', names: labels(action), richMenuId: menu!.richMenuId, area }
}

/** The rich menu that a person sees. */
export function richMenuOf({ state }: World, person: Person): Menu | undefined {
  const own = person.friend && !person.blocked ? person.richMenuId : undefined
  const id =
    own !== undefined && state.richMenus.has(own)
      ? own
      : (state.defaultRichMenu ?? state.managerRichMenu)
  return id === undefined ? undefined : state.richMenus.get(id)
}

const labels = (action: { label?: string }, ...more: unknown[]): string[] =>
  [action.label, ...more].filter((name): name is string => typeof name === 'string' && name !== '')

type Bare = Pick<TapCandidate, 'action' | 'where' | 'names' | 'area'>

const candidate = (action: Action | ImagemapAction, ...names: unknown[]): Bare => ({
  action,
  where: 'message',
  names: labels(action, ...names),
})

function inMessage(message: Message): Bare[] {
  switch (message.type) {
    case 'template':
      return inTemplate(message.template)
    case 'flex':
      return inFlex(message.contents)
    case 'imagemap':
      return message.actions.map((action, area) => ({
        ...candidate(action, action.type === 'message' ? action.text : undefined),
        area,
      }))
    default:
      return []
  }
}

function inTemplate(template: Extract<Message, { type: 'template' }>['template']): Bare[] {
  switch (template.type) {
    case 'buttons':
      return withDefault(template)
    case 'confirm':
      return template.actions.map((action) => candidate(action))
    case 'carousel':
      return template.columns.flatMap(withDefault)
    case 'image_carousel':
      return template.columns.map(({ action }) => candidate(action))
  }
}

const withDefault = ({
  actions,
  defaultAction,
  title,
  text,
}: {
  actions: Action[]
  defaultAction?: Action
  title?: string
  text: string
}): Bare[] => [
  ...actions.map((action) => candidate(action)),
  ...(defaultAction ? [{ ...candidate(defaultAction, title, text) }] : []),
]

/** Every Flex component can have an action. Its names are its label and the words in the component. */
function inFlex(part: unknown): Bare[] {
  if (!isObject(part)) return []
  if (Array.isArray(part)) return part.flatMap(inFlex)
  const { action, ...rest } = part as { action?: Action; type?: string }
  const inner = Object.values(rest).flatMap(inFlex)
  return action ? [...inner, candidate(action, words(part).join(''))] : inner
}

function words(part: unknown): string[] {
  if (!isObject(part)) return []
  if (Array.isArray(part)) return part.flatMap(words)
  const { type, text, contents } = part as { type?: unknown; text?: unknown; contents?: unknown }
  if ((type === 'text' || type === 'span') && typeof text === 'string') return [text]
  return words(contents)
}
