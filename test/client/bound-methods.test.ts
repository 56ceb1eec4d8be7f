/** Methods of a client can be taken out of their object. */
/* eslint-disable @typescript-eslint/unbound-method -- they are bound */
import { inspect } from 'node:util'
import { describe, expect, it, vi } from 'vitest'
import { LineClient } from '../../src/client/index.js'

/** A client whose requests are counted, and which LINE answers with an empty object. */
function counting() {
  const fetch = vi.fn(() => Promise.resolve(Response.json({})))
  return { line: new LineClient({ channelAccessToken: 'secret-token', fetch }), fetch }
}

const resources = Object.keys(counting().line) as (keyof LineClient)[]

/** Arguments that most methods take. */
const id = `U${'a'.repeat(32)}`

describe.each(resources)('line.%s', (name) => {
  const methods = Object.getOwnPropertyNames(Object.getPrototypeOf(counting().line[name])).filter(
    (method) => method !== 'constructor',
  )

  it.each(methods)('%s can be called without its object', async (method) => {
    const { line } = counting()
    const resource = line[name] as unknown as Record<string, (...args: unknown[]) => unknown>
    const { [method]: taken } = resource
    const outcome = async (call: () => unknown) => {
      try {
        await call()
        return 'fulfilled'
      } catch (error) {
        return String(error)
      }
    }
    const expected = await outcome(() => resource[method]!(id, id))
    expect(await outcome(() => taken!(id, id))).toBe(expected)
    expect(expected).not.toMatch(/private member|of undefined/)
  })
})

it('a message is sent', async () => {
  const { line, fetch } = counting()
  const { push } = line.messages
  await push(id, 'hello')
  expect(fetch).toHaveBeenCalledTimes(1)
})

it('so are operations by name', async () => {
  const { line, fetch } = counting()
  const { call } = line
  await call('getBotInfo', {})
  expect(fetch).toHaveBeenCalledTimes(1)
})

it('methods of a subclass replace those of LineClient, also where they are taken out', async () => {
  class Logging extends LineClient {
    readonly log: string[] = []
    override call: LineClient['call'] = (operationId, ...rest) => {
      this.log.push(operationId)
      return super.call(operationId, ...rest)
    }
    greet() {
      return this.call('getBotInfo', {})
    }
  }
  const { fetch } = counting()
  const line = new Logging({ channelAccessToken: 't', fetch })
  const { greet } = line
  await greet()
  expect(line.log).toEqual(['getBotInfo'])
})

it('methods can still be replaced in tests', async () => {
  const { line, fetch } = counting()
  const spy = vi.spyOn(line.messages, 'push').mockResolvedValue({} as never)
  await line.messages.push(id, 'hello')
  expect(spy).toHaveBeenCalled()
  expect(fetch).not.toHaveBeenCalled()
})

it('a printed client lists no methods and no token', () => {
  const text = inspect(counting().line, { depth: 5 })
  expect(text).not.toMatch(/Function|secret-token/)
})
