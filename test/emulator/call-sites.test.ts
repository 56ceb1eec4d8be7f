import { expect, it } from 'vitest'
import { traced } from '../../src/emulator/failures/call-sites.js'

class Messages {
  readonly #sent: string[] = []
  push(text: string): Promise<string[]> {
    this.#sent.push(text)
    return Promise.resolve(this.#sent)
  }
}

class Client {
  readonly messages = new Messages()
  readonly push = () => Promise.resolve('pushed')
}

class Context {
  readonly line = new Client()
}

it('a frozen client of the user works in handlers as it does without an emulator', async () => {
  const context = new Context()
  for (const part of [context, context.line, context.line.messages]) Object.freeze(part)
  const { line } = traced(context)
  expect(await line.messages.push('hi')).toEqual(['hi'])
  expect(await line.push()).toBe('pushed')
})

it('the context of a handler has the class that it has without an emulator', () => {
  const context = traced(new Context())
  expect(context.constructor).toBe(Context)
  expect(context).toBeInstanceOf(Context)
})
