/** What taps do. @see https://developers.line.biz/en/reference/messaging-api/#action-objects */
import { pickerLimits, pickerStart } from '../../common/picker.js'
import type {
  Action,
  DatetimePickerAction,
  ImagemapAction,
  PostbackAction,
  RichMenuSwitchAction,
} from '../../spec/index.js'
import type { PostbackContent, RichMenuSwitchParams } from '../../spec/webhook/index.js'
import type { PersonSubject } from '../deeds/deed.js'
import { EmulatorError } from '../errors.js'
import type { TapOptions, TurnOptions } from '../generated/options.js'
import { dayOf } from '../state/days.js'
import type { Person } from '../state/people.js'
import type { World } from '../state/world.js'
import { eventOf } from '../webhook/events.js'
import { link } from './account.js'
import { locationContent } from './contents.js'
import { seqOf } from './playing.js'
import { nameOfTarget, tapTargets, type TapCandidate } from './tap-targets.js'
import { see, turn, type Turn } from './turn.js'
import {
  eventOfEntry,
  receives,
  put,
  textContent,
  write,
  writeImages,
  writeMedia,
} from './writing.js'

/** What to tap: a label or other words on it, the number of an area from 0, or an action. */
export type TapTarget =
  string | RegExp | { area: number; in?: 'richMenu' | 'message' } | Action | ImagemapAction

/** Taps the newest match. */
export async function tap(
  on: PersonSubject,
  target: TapTarget,
  options: TapOptions,
): Promise<Turn> {
  const { world, chat } = on
  world.agenda.catchUp()
  const candidate = find(on, target)
  see(on)
  noteTap(on, candidate)
  const { action } = candidate
  // Quick replies disappear after a tap, unless something is still to be chosen.
  if (candidate.where === 'quickReply' && !asks.has(action.type)) delete chat.quickReplyOf
  return act(on, candidate, options)
}

const asks = new Set(['camera', 'cameraRoll', 'location', 'datetimepicker'])

async function act(
  on: PersonSubject,
  { action }: TapCandidate,
  options: TapOptions,
): Promise<Turn> {
  const { world, person, chat } = on
  switch (action.type) {
    case 'postback':
      return postback(on, action, options)
    case 'message':
      return write(on, textContent(world, action.text), options)
    case 'uri': {
      const opened = 'linkUri' in action ? action.linkUri : action.uri
      const asked = askedToLink(opened)
      if (asked) return { opened, ...(await link(on, { ...options, ...asked })) }
      return { ...(await turn(world, chat, [], options)), opened }
    }
    case 'clipboard':
      return { ...(await turn(world, chat, [], options)), copied: action.clipboardText }
    case 'datetimepicker':
      return sendPostback(
        on,
        { data: action.data, params: picked(world, action, options) },
        options,
      )
    case 'richmenuswitch': {
      const params = switchMenu(world, person, action)
      return sendPostback(on, { data: action.data, params }, options)
    }
    case 'location':
      return write(on, locationContent(options.location ?? {}), options)
    case 'camera':
    case 'cameraRoll':
      return shoot(on, options)
  }
}

/** The query of LINE's page that links accounts, if a URL opens it. */
function askedToLink(address: string): { linkToken: string; nonce: string } | undefined {
  if (!address.startsWith('https://access.line.me/dialog/bot/accountLink?')) return undefined
  const { searchParams } = new URL(address)
  const [linkToken = '', nonce = ''] = ['linkToken', 'nonce'].map(
    (name) => searchParams.get(name) ?? '',
  )
  return { linkToken, nonce }
}

const shoot = (on: PersonSubject, options: TapOptions): Promise<Turn> => {
  const { images = [{}], video } = options
  if (video) return writeMedia(on, 'video', video, options)
  if (images.length > 1) return writeImages(on, images, options)
  return writeMedia(on, 'image', images[0] ?? {}, options)
}

async function postback(
  on: PersonSubject,
  action: PostbackAction,
  options: TapOptions,
): Promise<Turn> {
  const { world, person, chat } = on
  const { data, displayText, inputOption, fillInText } = action
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- LINE still takes it, and so must we
  const { text } = action
  if (displayText !== undefined) show(on, displayText)
  // The deprecated `text` is sent as a message, together with the postback.
  const entry = text === undefined ? undefined : put(on, textContent(world, text))
  const events = receives(chat, person)
    ? [
        ...(entry ? [eventOfEntry(world, person, chat, entry)] : []),
        eventOf(world, chat, person, { type: 'postback', postback: { data } }),
      ]
    : []
  const done = await turn(world, chat, events, options)
  if (inputOption === undefined) return done
  return {
    ...done,
    input: { option: inputOption, ...(fillInText !== undefined && { fillInText }) },
  }
}

const sendPostback = (
  { world, person, chat }: PersonSubject,
  content: PostbackContent,
  options: TurnOptions,
): Promise<Turn> => {
  const event = eventOf(world, chat, person, { type: 'postback', postback: content })
  return turn(world, chat, receives(chat, person) ? [event] : [], options)
}

/** Adds a `displayText` to the chat. */
function show({ world, person, chat }: PersonSubject, text: string): void {
  const entry = world.add(chat, {
    id: world.nextMessageId(),
    at: world.now,
    from: person.userId,
    message: { type: 'text', text },
    shownOnly: true,
  })
  if (receives(chat, person) && world.state.account.markAsReadMode === 'auto')
    world.reads(chat, entry)
}

function picked(world: World, action: DatetimePickerAction, { pick }: TapOptions) {
  const { mode } = action
  const start = pickerStart(action, world.now)
  const value = (pick ?? start).replace('t', 'T')
  const forms = {
    date: /^\d{4}-\d\d-\d\d$/,
    time: /^\d\d:\d\d$/,
    datetime: /^\d{4}-\d\d-\d\dT\d\d:\d\d$/,
  }
  if (!forms[mode].test(value) || !exists(value))
    throw new EmulatorError(
      'option_invalid',
      `${value} is not a ${mode}. This picker needs one, such as ${start}.`,
    )
  const { min: from, max: to } = pickerLimits(action)
  if ((from !== undefined && value < from) || (to !== undefined && value > to))
    throw new EmulatorError(
      'option_invalid',
      `${value} is out of range: this picker permits ${from ?? 'any'} to ${to ?? 'any'}.`,
    )
  return { [mode]: value } as unknown as NonNullable<PostbackContent['params']>
}

/** Returns whether a day, or a time of day, exists. */
function exists(value: string): boolean {
  const [day = '2000-01-01', time = '00:00'] = value.includes('-')
    ? value.split('T')
    : [undefined, value]
  const ms = Date.parse(`${day}T${time}:00Z`)
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(`${day}T${time}`)
}

/** Switches the rich menu of this person. */
function switchMenu(
  { state }: World,
  person: Person,
  { richMenuAliasId }: RichMenuSwitchAction,
): RichMenuSwitchParams {
  const richMenuId = state.richMenuAliases.get(richMenuAliasId)
  if (richMenuId === undefined) return { status: 'RICHMENU_ALIAS_ID_NOTFOUND' }
  if (!state.richMenus.has(richMenuId)) return { status: 'RICHMENU_NOTFOUND' }
  person.richMenuId = richMenuId
  return { newRichMenuAliasId: richMenuAliasId, status: 'SUCCESS' }
}

/** How many targets an error lists. */
const LISTED = 30

/** What a target is: first the words on everything, then what has none. */
function find({ world, person, chat }: PersonSubject, target: TapTarget): TapCandidate {
  if (typeof target === 'object' && 'type' in target)
    return { action: target, where: 'message', names: [], aliases: [] }
  const candidates: TapCandidate[] = []
  for (const candidate of tapTargets(world, chat, person)) {
    if (fits(candidate, candidate.names, target)) return candidate
    candidates.push(candidate)
  }
  const match = candidates.find((one) => fits(one, one.aliases, target))
  if (match) return match
  const wanted = isArea(target) ? `area ${target.area}` : String(target)
  const names = [...new Set(candidates.map(nameOfTarget))]
  const listed = names.slice(0, LISTED).join(', ')
  const more = names.length > LISTED ? ` and ${names.length - LISTED} more` : ''
  throw new EmulatorError(
    'target_not_found',
    `${person.displayName} sees no ${JSON.stringify(wanted)} to tap. ` +
      (names.length > 0 ? `These can be tapped: ${listed}${more}.` : 'Nothing can be tapped.'),
  )
}

type Area = Extract<TapTarget, { area: number; in?: unknown }>

const isArea = (target: string | RegExp | Area): target is Area =>
  typeof target === 'object' && 'area' in target

/** Line breaks and repeated blanks look like one blank. */
const flat = (text: string): string => text.replace(/\s+/g, ' ').trim()

function fits(
  { where, area }: TapCandidate,
  names: readonly string[],
  target: string | RegExp | Area,
): boolean {
  if (typeof target === 'string') return names.some((name) => flat(name) === flat(target))
  // `search` ignores `lastIndex` of patterns with the flag g or y.
  if (!isArea(target)) return names.some((name) => name.search(target) !== -1)
  return area === target.area && (target.in === undefined || target.in === where)
}

/** Records a tap for statistics. */
function noteTap(
  { world, person, chat }: PersonSubject,
  { action, entry, richMenuId, area }: TapCandidate,
): void {
  const { clicks, menuTaps } = world.state
  if (richMenuId !== undefined && area !== undefined)
    menuTaps.push({ richMenuId, day: dayOf(world.now), person: person.userId, area })
  if (action.type !== 'uri' || entry?.requestId === undefined) return
  const url = 'linkUri' in action ? action.linkUri : action.uri
  const { requestId } = entry
  clicks.push({
    requestId,
    seq: seqOf(chat, entry),
    url,
    person: person.userId,
    at: world.now,
  })
}
