/** Names of all spans, attributes and metrics. `docs/operations.md` lists them; a test compares both. */

/** Spans: kind, and what they are about. `{type}` is a type of event, such as `message:text`. */
export const spanNames = {
  'LINE webhook': 'SERVER',
  'send {type}': 'PRODUCER',
  'receive mailbox': 'CONSUMER',
  'process {type}': 'CONSUMER',
  '{operation}': 'CLIENT',
} as const

/** Attributes, by a short name. Those of OpenTelemetry's semantic conventions have their names there. */
export const attribute = {
  batchCount: 'messaging.batch.message_count',
  messageId: 'messaging.message.id',
  operationName: 'messaging.operation.name',
  operationType: 'messaging.operation.type',
  messagingSystem: 'messaging.system',
  destination: 'messaging.destination.name',
  errorType: 'error.type',
  exceptionType: 'exception.type',
  method: 'http.request.method',
  route: 'url.template',
  status: 'http.response.status_code',
  resends: 'http.request.resend_count',
  userId: 'user.id',
  eventType: 'line.event.type',
  messageType: 'line.message.type',
  sourceType: 'line.source.type',
  redelivery: 'line.event.redelivery',
  operation: 'line.operation',
  requestId: 'line.request_id',
  repeated: 'line.repeated',
  retryIn: 'line.retry_in',
  channel: 'fukidashi.channel',
  outcome: 'fukidashi.outcome',
  attempt: 'fukidashi.attempt',
  reason: 'fukidashi.reason',
} as const

/** Metrics: kind, unit and description. */
export const metricTable = {
  webhooks: ['counter', 'fukidashi.webhooks', '{webhook}', 'Webhooks, by status of the response'],
  webhookDuration: [
    'histogram',
    'fukidashi.webhook.duration',
    's',
    'Time until the response to LINE',
  ],
  signatureFailures: [
    'counter',
    'fukidashi.signature.failures',
    '{webhook}',
    'Webhooks whose signature is wrong',
  ],
  events: ['counter', 'fukidashi.events', '{event}', 'Events, by type and outcome'],
  processDuration: [
    'histogram',
    'messaging.process.duration',
    's',
    'Time that handlers took for an event',
  ],
  delay: [
    'histogram',
    'fukidashi.event.delay',
    's',
    "Time from LINE's event until its handlers began",
  ],
  callDuration: [
    'histogram',
    'fukidashi.call.duration',
    's',
    "Calls of LINE's API with all attempts, by operation and status",
  ],
  retries: [
    'counter',
    'fukidashi.call.retries',
    '{request}',
    "Further attempts of calls of LINE's API",
  ],
  sendDuration: [
    'histogram',
    'messaging.client.operation.duration',
    's',
    'Time that the queue took to keep events',
  ],
  sent: ['counter', 'messaging.client.sent.messages', '{message}', 'Events put into the queue'],
  deadLetters: [
    'counter',
    'fukidashi.dead_letters',
    '{event}',
    'Events that were given up, by reason',
  ],
  storeUnavailable: [
    'counter',
    'fukidashi.store.unavailable',
    '{call}',
    'Calls of the store that failed or took too long',
  ],
  queueUnavailable: [
    'counter',
    'fukidashi.queue.unavailable',
    '{call}',
    'Calls of the queue that failed or took too long',
  ],
  waiting: ['gauge', 'fukidashi.queue.waiting', '{event}', 'Events that wait or are being handled'],
  dead: ['gauge', 'fukidashi.queue.dead', '{event}', 'Dead letters that are kept'],
  oldest: ['gauge', 'fukidashi.queue.oldest', 's', 'Age of the oldest event that waits'],
} as const satisfies Record<
  string,
  readonly ['counter' | 'histogram' | 'gauge', name: string, unit: string, description: string]
>
