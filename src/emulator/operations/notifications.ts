/**
 * LINE notification messages: to phone numbers.
 * @see https://developers.line.biz/en/docs/partner-docs/line-notification-messages/
 */
import {
  PhoneDigest_pattern,
  PnpEmphasizedItem_content_maxUtf16,
  PnpTemplatedButton_url_maxUtf16,
  PnpTemplatedItem_content_maxUtf16,
  PnpTemplatedMessageBody_buttons_maxItems,
  PnpTemplatedMessageBody_items_maxItems,
} from '../../spec/generated/numbers.js'
import { apiLimits } from '../../spec/api/limits.js'
import { refusal } from '../api/answer.js'
import { type Call, type Fields, isFields, type Operation } from '../api/call.js'
import { checkMessages, detailsRefusal, oneError } from '../api/check-messages.js'
import { sentences } from '../api/sentences.js'
import type { Person, Via } from '../state/people.js'
import { digest, knownDigest } from '../digest.js'
import { commonOf } from '../webhook/events.js'
import { checkQuota, deliver } from './reach.js'
import { silence } from './sending.js'

const sha256 = new RegExp(PhoneDigest_pattern)

/** Finds the person with a phone number. @throws {Refusal} 400 for an invalid digest, 422 for an unknown one */
async function receiver(call: Call, to: unknown): Promise<Person> {
  if (typeof to !== 'string' || !sha256.test(to)) throw oneError(sentences.notSha256, 'to')
  for (const person of call.world.state.people.values())
    if (person.phone !== undefined && !person.deleted)
      if ((knownDigest(person.phone) ?? (await digest(person.phone))) === to) return person
  throw refusal(422, sentences.failedToSend)
}

/** The data of the delivery event: the bot's own tag, or the hash of the phone number. @throws {Refusal} 400 */
function tagOf(call: Call, to: unknown): string {
  const tag = call.header('x-line-delivery-tag')
  if (tag === undefined) return to as string
  if (tag.length < apiLimits.deliveryTag.min || tag.length > apiLimits.deliveryTag.max)
    throw refusal(
      400,
      sentences.deliveryTagLength(apiLimits.deliveryTag.min, apiLimits.deliveryTag.max),
    )
  return tag
}

/** Adds the messages to the chat and sends a delivery event; neither if the account is blocked. */
function hand(
  call: Call,
  person: Person,
  body: Fields,
  messages: ReturnType<typeof checkMessages>,
  via: Via,
): void {
  const { world } = call
  const data = tagOf(call, body['to'])
  const reached = person.blocked ? [] : [person]
  checkQuota(world, reached.length)
  const chats = reached.map((one) => world.openChat(one))
  deliver(call, chats, reached, {
    messages,
    via,
    silent: silence(body),
    aimedAt: 1,
  })
  if (person.blocked) return
  world.webhooks.announce([{ type: 'delivery', ...commonOf(world), delivery: { data } }])
}

/** Only verified accounts can send notification messages. @throws {Refusal} 403 */
function checkPermission({ world }: Call): void {
  if (!world.state.account.verified) throw refusal(403, sentences.accessUnavailable)
}

const pushMessagesByPhone: Operation = async (call) => {
  checkPermission(call)
  const body = call.json()
  const messages = checkMessages(call, body['messages'], { endpoint: 'pnp', to: 'user' })
  const person = await receiver(call, body['to'])
  hand(call, person, body, messages, 'pnp')
  return { json: {} }
}

const pushTemplatedMessageByPhone: Operation = async (call) => {
  checkPermission(call)
  const body = call.json()
  const { templateKey } = body
  if (typeof templateKey !== 'string') throw oneError(sentences.mustBeSpecified, 'templateKey')
  const keys = call.world.state.pnpTemplates.get(templateKey)
  if (!keys)
    throw refusal(400, sentences.unknownTemplate(templateKey), [
      { message: sentences.unknownTemplateDetail, property: 'templateKey' },
    ])
  const { emphasizedItem, items } = itemsOf(body['body'])
  checkItems(emphasizedItem, items, keys)
  const person = await receiver(call, body['to'])
  const lines = [emphasizedItem, ...items].flatMap((item) => (item ? [item.content] : []))
  const text = { type: 'text' as const, text: [templateKey, ...lines].join('\n') }
  hand(call, person, body, [text], 'pnpTemplated')
  return { json: {} }
}

interface Item {
  itemKey: string
  content: string
}

function itemsOf(body: unknown): { emphasizedItem: Item | undefined; items: Item[] } {
  if (!isFields(body)) return { emphasizedItem: undefined, items: [] }
  const items = (body['items'] ?? []) as Item[]
  if (!Array.isArray(items)) throw refusal(400, sentences.invalidProperty("'body.items'"))
  if (items.length > PnpTemplatedMessageBody_items_maxItems)
    throw oneError(sentences.sizeBetween(0, PnpTemplatedMessageBody_items_maxItems), 'body.items')
  checkButtons(body['buttons'] ?? [])
  return { emphasizedItem: body['emphasizedItem'] as Item | undefined, items }
}

/** @throws {Refusal} 400 */
function checkButtons(buttons: unknown): void {
  if (!Array.isArray(buttons)) throw refusal(400, sentences.invalidProperty("'body.buttons'"))
  if (buttons.length > PnpTemplatedMessageBody_buttons_maxItems)
    throw oneError(
      sentences.sizeBetween(0, PnpTemplatedMessageBody_buttons_maxItems),
      'body.buttons',
    )
  const wrong = buttons.flatMap((button: { url?: unknown } | null, i) => {
    const url = button?.url
    const property = `body.buttons[${i}].url`
    if (typeof url !== 'string') return [{ message: sentences.mustBeSpecified, property }]
    return url.length > PnpTemplatedButton_url_maxUtf16
      ? [{ message: sentences.lengthBetween(0, PnpTemplatedButton_url_maxUtf16), property }]
      : []
  })
  if (wrong.length > 0) throw detailsRefusal(wrong)
}

function checkItems(emphasized: Item | undefined, items: Item[], known: readonly string[]): void {
  const tooLong = [
    ...(emphasized && emphasized.content.length > PnpEmphasizedItem_content_maxUtf16
      ? [
          {
            message: sentences.lengthBetween(0, PnpEmphasizedItem_content_maxUtf16),
            property: 'body.emphasizedItem.content',
          },
        ]
      : []),
    ...items.flatMap(({ content }, i) =>
      content.length > PnpTemplatedItem_content_maxUtf16
        ? [
            {
              message: sentences.lengthBetween(0, PnpTemplatedItem_content_maxUtf16),
              property: `body.items[${i}].content`,
            },
          ]
        : [],
    ),
  ]
  if (tooLong.length > 0) throw detailsRefusal(tooLong)
  const placed = [
    ...(emphasized ? [{ ...emphasized, property: 'body.emphasizedItem.itemKey' }] : []),
    ...items.map((item, i) => ({ ...item, property: `body.items[${i}].itemKey` })),
  ]
  const wrong = placed.flatMap(({ itemKey, property }, i) => {
    if (!known.includes(itemKey)) return [{ message: sentences.unknownItemKey(itemKey), property }]
    const again = placed.findIndex((other, at) => at > i && other.itemKey === itemKey)
    return again === -1 ? [] : [{ message: sentences.duplicateItemKey(itemKey), property }]
  })
  if (wrong.length > 0) throw refusal(400, sentences.invalidKeys(wrong.length), wrong)
}

export const notifications = {
  pushMessagesByPhone,
  pushTemplatedMessageByPhone,
} satisfies Record<string, Operation>
