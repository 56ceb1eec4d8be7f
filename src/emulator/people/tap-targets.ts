/** Everything that a person can tap: quick replies, messages from the newest to the oldest, the rich menu. */
import { isObject } from '../../common/json.js'
import type { Action, ImagemapAction, Message } from '../../spec/index.js'
import type { Chat, Entry, Person } from '../state/people.js'
import type { Menu } from '../state/state.js'
import { quickReplyOf, type World } from '../state/world.js'
import { namesOf, namesOfArea, picturesIn, type TapNames, wordsIn } from './tap-names.js'

/** Something that can be tapped. */
export interface TapCandidate extends TapNames {
  action: Action | ImagemapAction
  where: 'quickReply' | 'message' | 'richMenu'
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
      yield { action, where: 'quickReply', ...namesOf(action), entry: asker }
  for (let i = chat.entries.length - 1; i >= 0; i--) {
    const entry = chat.entries[i]!
    if (entry.from !== 'bot') continue
    for (const candidate of inMessage(entry.message as Message)) yield { ...candidate, entry }
  }
  const menu = chat.kind === 'user' ? richMenuOf(world, person) : undefined
  for (const [area, { action }] of (menu?.menu.areas ?? []).entries())
    yield {
      action,
      where: 'richMenu',
      ...namesOfArea(action, area),
      richMenuId: menu!.richMenuId,
      area,
    }
}

/** The first name of something that can be tapped. A tap on this name finds it, unless something newer has the same name. */
export const nameOfTarget = ({ names, aliases }: TapNames): string => names[0] ?? aliases[0]!

/** The rich menu that a person sees. */
export function richMenuOf({ state }: World, person: Person): Menu | undefined {
  const own = person.friend && !person.blocked ? person.richMenuId : undefined
  const id =
    own !== undefined && state.richMenus.has(own)
      ? own
      : (state.defaultRichMenu ?? state.managerRichMenu)
  return id === undefined ? undefined : state.richMenus.get(id)
}

type Bare = Pick<TapCandidate, 'action' | 'where' | 'names' | 'aliases' | 'area'>

const candidate = (
  action: Action,
  words?: readonly unknown[],
  pictures?: readonly unknown[],
): Bare => ({ action, where: 'message', ...namesOf(action, words, pictures) })

function inMessage(message: Message): Bare[] {
  switch (message.type) {
    case 'template':
      return inTemplate(message.template)
    case 'flex':
      return inFlex(message.contents)
    case 'imagemap':
      return inImagemap(message)
    default:
      return []
  }
}

/** Areas, and the link that LINE shows at the end of the video. */
function inImagemap({ actions, video }: Extract<Message, { type: 'imagemap' }>): Bare[] {
  const areas = actions.map((action, area): Bare => {
    return { action, where: 'message', ...namesOfArea(action, area), area }
  })
  const link = video?.externalLink
  return link ? [...areas, candidate({ type: 'uri', label: link.label, uri: link.linkUri })] : areas
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
      return template.columns.map(({ action, imageUrl }) => candidate(action, [], [imageUrl]))
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
  ...(defaultAction ? [candidate(defaultAction, [title, text])] : []),
]

/** Every Flex component, and the bubble itself, can have an action. If they overlap, the innermost is tapped. */
function inFlex(part: unknown): Bare[] {
  if (!isObject(part)) return []
  if (Array.isArray(part)) return part.flatMap(inFlex)
  const { action, ...rest } = part as { action?: Action }
  const inner = Object.values(rest).flatMap(inFlex)
  return action ? [...inner, candidate(action, wordsIn(part), picturesIn(part))] : inner
}
