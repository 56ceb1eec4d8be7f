/** Facts about an event that may be in telemetry: no texts, no tokens, and no ids of people unless asked for. */
import type { Attributes } from '@opentelemetry/api'
import type { RawEvent } from '../webhook/event/raw-event.js'
import { attribute } from './names.js'
import { attributesOf } from './tracing.js'

/** Type of an event, with that of its message. */
export const kindOf = ({ type, message }: RawEvent): string =>
  typeof message?.type === 'string' ? `${type}:${message.type}` : type

/** Attributes of metrics. */
export const typeAttributes = ({ type, message }: RawEvent): Attributes =>
  attributesOf({ [attribute.eventType]: type, [attribute.messageType]: message?.type })

/** Attributes of spans. */
export const eventAttributes = (
  event: RawEvent,
  id: string,
  { userIds }: { readonly userIds: boolean },
): Attributes => ({
  ...typeAttributes(event),
  ...attributesOf({
    [attribute.messagingSystem]: 'line',
    [attribute.messageId]: id || undefined,
    [attribute.sourceType]: event.source?.type,
    [attribute.redelivery]: event.deliveryContext?.isRedelivery === true,
    [attribute.userId]: userIds ? event.source?.userId : undefined,
  }),
})
