/** Twenty thousand handlers that run at the same time. */
import { describe, expect, it, vi } from 'vitest'
import { Deadlines } from '../../../src/webhook/queue/deadlines.js'
import { type Bot, type BotOptions } from '../../../src/webhook/index.js'
import { Order } from '../../../src/webhook/queue/order.js'
import { bodyOf, botWith, event, post } from '../support.js'

const count = 20_000
const user = (index: number) => ({ type: 'user', userId: `U${String(index).padStart(32, '0')}` })
const events = () => Array.from({ length: count }, (_, index) => event({ source: user(index) }))

/** A clock whose timers are kept in a list, and fire together. */
class Timers {
  time = 0
  #due: { at: number; callback: () => void }[] = []
  now = () => this.time
  sleep = () => new Promise<void>(() => undefined)
  after = (ms: number, callback: () => void) => {
    const timer = { at: this.time + ms, callback }
    this.#due.push(timer)
    return () => void (timer.callback = () => undefined)
  }
  pass(ms: number): void {
    this.time += ms
    const due = this.#due.filter(({ at }) => at <= this.time)
    this.#due = this.#due.filter(({ at }) => at > this.time)
    for (const { callback } of due) callback()
  }
}

const hang = () => new Promise(() => undefined)

describe('20,000 handlers that never end', () => {
  const ways: [string, BotOptions, (bot: Bot) => Promise<unknown>][] = [
    [
      'of as many webhooks',
      {},
      (bot) => Promise.all(events().map((one) => post(bot, bodyOf(one)))),
    ],
    [
      "of as many webhooks with ack: 'before'",
      { ack: 'before' },
      async (bot) => {
        await Promise.all(events().map((one) => post(bot, bodyOf(one))))
        await bot.settled()
      },
    ],
    ['of one webhook', { maxBodyBytes: Infinity }, (bot) => post(bot, bodyOf(...events()))],
    ['of bot.handle', {}, (bot) => bot.handle(events() as never)],
  ]

  it.each(ways)('%s all time out, and are reported', async (_, options, send) => {
    const clock = new Timers()
    const { bot } = botWith({ ...options, clock })
    const handler = vi.fn(hang)
    const caught = vi.fn()
    bot.on('message', handler).catch(caught)
    const sent = send(bot)
    await vi.waitFor(() => expect(handler).toHaveBeenCalledTimes(count), { timeout: 20_000 })
    await Promise.resolve()
    clock.pass(1_500)
    clock.pass(298_500)
    await sent
    expect(caught).toHaveBeenCalledTimes(count)
  })

  it('are found when LINE sends their events again', async () => {
    const clock = new Timers()
    const { bot } = botWith({ clock, ack: 'before' })
    const handler = vi.fn(hang)
    bot.on('message', handler)
    const bodies = events().map((one) => bodyOf(one))
    await Promise.all(bodies.map((body) => post(bot, body)))
    await Promise.all(bodies.map((body) => post(bot, body)))
    expect(handler).toHaveBeenCalledTimes(count)
  })
})

/** A job that counts how often its neighbours are asked for. */
class Counted {
  static looks = 0
  readonly id: string
  readonly key = ''
  readonly since: number
  next = undefined
  #links: Partial<Record<string, Counted>> = {}
  constructor(index: number) {
    this.id = String(index)
    this.since = index
  }
  #link(name: string) {
    Counted.looks += 1
    return this.#links[name]
  }
  get preceding() {
    return this.#link('preceding')
  }
  set preceding(job: Counted | undefined) {
    this.#links.preceding = job
  }
  get following() {
    return this.#link('following')
  }
  set following(job: Counted | undefined) {
    this.#links.following = job
  }
  get done() {
    Counted.looks += 1
    return this.expired
  }
  expired = false
  start = () => undefined
  expire = () => undefined
}

const counted = (length: number) => {
  Counted.looks = 0
  return Array.from({ length }, (_, index) => new Counted(index))
}

describe.each([10, 1_000, 20_000])('with %d handlers, each step looks at a few only:', (length) => {
  it('adding, finding and removing in the order', () => {
    const jobs = counted(length)
    const order = new Order<Counted>()
    for (const job of jobs) order.add(job)
    for (const job of jobs) expect(order.find(job.id)).toBe(job)
    for (const job of jobs) order.remove(job)
    expect(Counted.looks).toBeLessThan(10 * length)
  })

  it('their deadlines, though all of them are different', () => {
    const jobs = counted(length)
    const clock = new Timers()
    const deadlines = new Deadlines<Counted>(clock, 10)
    const expired: string[] = []
    for (const job of jobs) {
      clock.time = job.since
      job.expire = () => {
        job.expired = true
        expired.push(job.id)
      }
      deadlines.add(job)
    }
    clock.time = 0
    deadlines.watch()
    for (let time = 0; time < length + 10; time++) clock.pass(1)
    expect(expired).toEqual(jobs.map(({ id }) => id))
    expect(Counted.looks).toBeLessThan(20 * length)
  })
})
