/** Facts about an event that may be in telemetry: no texts, no tokens, and no ids of people unless asked for. */
import type { Attributes } from '@opentelemetry/api'
import type { RawEvent } from '../webhook/event/raw-event.js'
import { attribute } from './names.js'
import { attributesOf } from './tracing.js'

/** Type of an event, with that of its message. */
export const kindOf = ({ type, message }: RawEvent): string =>
  typeof message?.type === 'string' ? `${type}:${message.type}` : type

/** Attributes of an operation of messaging, as OpenTelemetry names them. */
export const messaging = (operation: 'send' | 'receive' | 'process'): Attributes => ({
  [attribute.messagingSystem]: 'line',
  [attribute.operationName]: operation,
  [attribute.operationType]: operation,
})

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
    [attribute.messageId]: id || undefined,
    [attribute.sourceType]: event.source?.type,
    [attribute.redelivery]: event.deliveryContext?.isRedelivery === true,
    [attribute.userId]: userIds ? event.source?.userId : undefined,
  }),
})
