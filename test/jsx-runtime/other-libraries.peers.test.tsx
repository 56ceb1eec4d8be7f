/** Elements that React and Hono themselves make, given to everything that takes messages. */
import { createRequire } from 'node:module'
import { LineClient } from 'fukidashi/client'
import { createEmulator } from 'fukidashi/emulator'
import { matchers } from 'fukidashi/testing'
import { createBot } from 'fukidashi/webhook'
import { LineValidationError, render, renderAsync, Text, validate } from 'fukidashi'
import { describe, expect, it } from 'vitest'

const require = createRequire(new URL('../peers/package.json', import.meta.url))
type Jsx = (type: unknown, props: object) => object
const react = require('react/jsx-runtime') as { jsx: Jsx; Fragment: unknown }
const reactDev = require('react/jsx-dev-runtime') as { jsxDEV: Jsx }
const hono = require('hono/jsx/jsx-runtime') as { jsx: Jsx; jsxs?: Jsx; Fragment: unknown }

const elements: [library: string, name: string, element: object][] = [
  ['React', 'a tag', react.jsx('div', { children: 'a' })],
  ['React', 'a component of fukidashi', react.jsx(Text, { children: 'a' })],
  ['React', 'a fragment', react.jsx(react.Fragment, { children: 'a' })],
  ['React', 'a tag of a development build', reactDev.jsxDEV('div', { children: 'a' })],
  ['Hono', 'a tag', hono.jsx('div', { children: 'a' })],
  ['Hono', 'a component of fukidashi', hono.jsx(Text, { children: 'a' })],
  ['Hono', 'a fragment', hono.jsx(hono.Fragment, { children: 'a' })],
]
const said = (library: string) => `is JSX of ${library}, not of fukidashi`

describe.each(elements)('%s, %s', (library, _name, element) => {
  it('is one problem', async () => {
    expect(validate(element).map(({ message }) => message)).toEqual([
      expect.stringContaining(said(library)),
    ])
    expect(() => render(<Text>{element as never}</Text>)).toThrow(said(library))
    const Later = async () => Promise.resolve(element)
    await expect(renderAsync(<Later />)).rejects.toThrow(said(library))
  })

  it('is refused by the client before anything is sent', async () => {
    const line = new LineClient({
      channelAccessToken: 'token',
      baseUrl: 'http://127.0.0.1:9',
    })
    const sent = line.messages.push(`U${'0'.repeat(32)}`, element as never)
    await expect(sent).rejects.toBeInstanceOf(LineValidationError)
    await expect(sent).rejects.toThrow(said(library))
  })

  it('is refused in replies and by matchers', async () => {
    let thrown: unknown
    const bot = createBot({ channelSecret: 'secret', channelAccessToken: 'token' })
    bot.on('message:text', async (ctx) => {
      await ctx.reply(element as never).catch((error: unknown) => void (thrown = error))
    })
    const aki = createEmulator({ bot }).user('Aki')
    await aki.says('hi')
    expect(String(thrown)).toContain(said(library))
    expect(() => matchers.toHaveReceived(aki, element as never)).toThrow(said(library))
  })
})
