/** How webhooks become events of a queue. */
import { describe, expect, it, vi } from 'vitest'
import { memoryQueue, type QueueAdapter, receiver } from 'fukidashi/queue'
import { toLambda, toNodeListener } from 'fukidashi/webhook'
import { aki, bodyOf, destination, event, says, secret, sign, team } from '../webhook/support.js'

const box = `${destination}/${aki}`

describe('a receiver', () => {
  const away = (
    change: Partial<QueueAdapter> & { append?: () => Promise<boolean[]> },
  ): QueueAdapter => {
    const { mailboxes } = memoryQueue()
    return {
      mailboxes: new Proxy(mailboxes, {
        get: (target, name) =>
          name === 'append' && change.append
            ? change.append
            : (target[name as 'append'] as (...args: unknown[]) => unknown).bind(target),
      }),
      wake: change.wake ?? (() => Promise.resolve()),
    }
  }
  const post = (
    queue: QueueAdapter,
    body: string,
    signature = sign(body),
    warnings: string[] = [],
  ) => {
    const onWarning = (warning: unknown) => void warnings.push(String(warning))
    return receiver({ channelSecret: secret, queue, timeout: 20, onWarning }).fetch(
      new Request('http://x/', {
        method: 'POST',
        headers: { 'x-line-signature': signature },
        body,
      }),
    )
  }

  it('refuses what LINE has not signed', async () => {
    const queue = memoryQueue()
    expect((await post(queue, bodyOf(says('hi')), sign('other'))).status).toBe(401)
    expect(await queue.mailboxes.counts()).toMatchObject({ waiting: 0 })
  })

  it('answers 503, so that LINE comes again, while the queue is away', async () => {
    const body = bodyOf(says('hi'))
    const never = () => new Promise<never>(() => undefined)
    const failing = () => Promise.reject(new Error('connect redis://me:password@host failed'))
    for (const change of [
      { append: never },
      { append: failing },
      { wake: never },
      { wake: failing },
    ]) {
      const warnings: string[] = []
      expect((await post(away(change), body, undefined, warnings)).status).toBe(503)
      expect(warnings.join()).toContain('The queue did not keep the events of a webhook')
      expect(warnings.join()).not.toContain('password')
    }
  })

  it('wakes a mailbox once for a webhook, and also for events that are known', async () => {
    const wake = vi.fn(() => Promise.resolve())
    const queue = { mailboxes: memoryQueue().mailboxes, wake }
    const body = bodyOf(says('1'), says('2'), event({ source: { type: 'group', groupId: team } }))
    await post(queue, body)
    await post(queue, body)
    const woken = [[[box, `${destination}/${team}`]]]
    expect(wake.mock.calls).toEqual([...woken, ...woken])
  })

  it('keeps an event without a source or an id, and skips values that are not events', async () => {
    const queue = memoryQueue()
    const strange = [{ type: 'module' }, { type: 'module' }, null, 'x', {}]
    expect((await post(queue, bodyOf(...strange))).status).toBe(200)
    expect(await queue.mailboxes.counts()).toMatchObject({ waiting: 2, mailboxes: 2 })
  })

  it('answers the test of the console', async () => {
    expect((await post(memoryQueue(), bodyOf())).status).toBe(200)
  })

  it('finds secret and queue in the env of the platform', async () => {
    const queue = memoryQueue()
    const webhook = receiver({
      channelSecret: (env: { SECRET: string; QUEUE: QueueAdapter }) => env.SECRET,
      queue: (env) => env.QUEUE,
    })
    const body = bodyOf(says('hi'))
    const headers = { 'x-line-signature': sign(body) }
    const request = new Request('http://x/', { method: 'POST', headers, body })
    expect((await webhook.fetch(request, { SECRET: secret, QUEUE: queue })).status).toBe(200)
    expect(await queue.mailboxes.counts()).toMatchObject({ waiting: 1 })
  })

  it('takes the place of a bot in adapters', () => {
    const webhook = receiver({ channelSecret: secret, queue: memoryQueue() })
    expect(toNodeListener(webhook)).toBeTypeOf('function')
    expect(toLambda(webhook)).toBeTypeOf('function')
  })
})
