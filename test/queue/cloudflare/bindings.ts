/** Bindings of a Worker, with objects that answer what a test says. What SQLite does is tested in workerd, see test/runtimes. */

/** A call of an object. */
export interface ObjectCall {
  object: string
  operation: string
  values: unknown[]
}

/** @param answer - gets each call; what it throws is thrown by the platform */
export function namespaceOf(answer: (call: ObjectCall) => unknown) {
  const calls: ObjectCall[] = []
  let underWay = 0
  const most = { underWay: 0 }
  const namespace = {
    idFromName: (name: string) => name,
    get: (object: string) => ({
      fetch: async (_url: string, { body }: { body: string }) => {
        const call = { object, ...(JSON.parse(body) as Omit<ObjectCall, 'object'>) }
        calls.push(call)
        most.underWay = Math.max(most.underWay, ++underWay)
        await Promise.resolve()
        underWay--
        return Response.json({ value: answer(call) })
      },
    }),
  }
  return { namespace, calls, most }
}

interface Sent {
  mailboxes: string[]
  delaySeconds: number | undefined
}

/** A queue that keeps what is sent. */
export function queueOf() {
  const sent: Sent[] = []
  const queue = {
    sendBatch: (
      messages: Iterable<{ body: { mailbox: string } }>,
      { delaySeconds }: { delaySeconds?: number } = {},
    ) => {
      sent.push({ mailboxes: Array.from(messages, ({ body }) => body.mailbox), delaySeconds })
      return Promise.resolve()
    },
  }
  return { queue, sent }
}

/** A message, with what the Worker answered. */
export function messageOf(body: unknown, attempts = 1) {
  const answers: unknown[] = []
  return {
    body,
    attempts,
    answers,
    ack: () => void answers.push('ack'),
    retry: (options?: { delaySeconds?: number }) =>
      void answers.push(options?.delaySeconds ?? 'at once'),
  }
}
