/**
 * What happens to module channels: the account's administrator attaches and detaches them, LINE suspends the account, and chats go
 * from one channel to another.
 * @see https://developers.line.biz/en/reference/partner-docs/#module-channel-specific-webhook-events
 */
import type { WebhookEvent } from '../../spec/webhook/index.js'
import type { GroupSubject, PersonSubject } from '../deeds/deed.js'
import { digest } from '../digest.js'
import { EmulatorError } from '../errors.js'
import type { ActivateOptions, ModuleOptions, TurnOptions } from '../generated/options.js'
import type { Chat } from '../state/people.js'
import type { World } from '../state/world.js'
import { commonOf, eventOf } from '../webhook/events.js'
import { turn, type Turn } from './turn.js'

const usualScopes = ['message:send', 'message:receive']
const HOUR = 3_600_000

/** The account's administrator gives permission. Returns the code that the module channel exchanges, once. */
export function permit(world: World, scopes: readonly string[] = usualScopes): string {
  const code = world.chance.token(20)
  world.state.modules.codes.push({ code, scopes: [...scopes] })
  return code
}

/** Attaches the channel. */
export async function attach(
  world: World,
  { scopes = usualScopes, ...options }: ModuleOptions,
): Promise<Turn> {
  world.state.modules.attached = true
  const botId = world.state.account.userId
  return about(world, { type: 'module', module: { type: 'attached', botId, scopes } }, options)
}

/** Detaches the channel. */
export async function detach(world: World, options: TurnOptions): Promise<Turn> {
  world.state.modules.attached = false
  const botId = world.state.account.userId
  return about(
    world,
    { type: 'module', module: { type: 'detached', botId, reason: 'bot_deleted' } },
    options,
  )
}

/** LINE suspends or resumes the account. */
export async function suspend(world: World, on: boolean, options: TurnOptions): Promise<Turn> {
  world.state.modules.suspended = on
  return about(world, { type: on ? 'botSuspended' : 'botResumed' }, options)
}

/** Gives control of a chat to this channel, for an hour by default. */
export async function activate(
  { world, chat }: GroupSubject,
  { expireAt = world.now + HOUR, ...options }: ActivateOptions & TurnOptions,
): Promise<Turn> {
  if (expireAt <= world.now)
    throw new EmulatorError(
      'option_invalid',
      'expireAt must be a future time, in milliseconds since 1970.',
    )
  hold(chat, expireAt)
  return turn(world, chat, [activated(world, chat)], options)
}

/** Gives control of a chat to another channel. */
export async function deactivate(
  { world, chat }: GroupSubject,
  options: TurnOptions,
): Promise<Turn> {
  chat.takenAt = world.now
  give(chat)
  return turn(world, chat, [deactivated(world, chat)], options)
}

/** This channel controls the chat from now on. */
export function hold(chat: Chat, until: number): void {
  chat.control = { until }
  delete chat.standby
}

/** Another channel controls the chat from now on. */
export function give(chat: Chat): void {
  delete chat.control
  chat.standby = true
}

export const activated = (world: World, chat: Chat) =>
  eventOf(world, chat, undefined, {
    type: 'activated',
    chatControl: { expireAt: chat.control!.until },
  })

/** The only event of a chat on standby whose mode is `active`. */
export const deactivated = (world: World, chat: Chat): WebhookEvent =>
  ({ ...eventOf(world, chat, undefined, { type: 'deactivated' }), mode: 'active' }) as WebhookEvent

/** Starts or ends standby without an event. */
export function setStandby(chat: Chat, on: boolean): void {
  if (on) chat.standby = true
  else delete chat.standby
}

/** A notification message to a phone number is delivered. */
export async function notified(
  { world, person, chat }: PersonSubject,
  data: string | undefined,
  options: TurnOptions,
): Promise<Turn> {
  const { phone, displayName } = person
  if (data === undefined && phone === undefined)
    throw new EmulatorError(
      'option_invalid',
      `${displayName} has no phone number. Set person.phone, or pass data.`,
    )
  const delivery = { data: data ?? (await digest(phone!)) }
  const event = { type: 'delivery' as const, ...commonOf(world), delivery }
  return turn(world, chat, [event], options)
}

const about = (
  world: World,
  content: { type: 'module' | 'botSuspended' | 'botResumed' } & Record<string, unknown>,
  options: TurnOptions,
): Promise<Turn> => turn(world, undefined, [{ ...content, ...commonOf(world) } as never], options)
