/** `$schema`, with which editors check a JSON file, is accepted where a file begins and never sent. */
import { describe, expect, it } from 'vitest'
import { compile, Flex, type Message, render, renderAsync, Text, validate } from 'fukidashi'
import { LineClient } from '../../src/client/index.js'
import { createEmulator } from '../../src/emulator/index.js'

const $schema = './node_modules/fukidashi/dist/schema/messages.json'
const text = { type: 'text', text: 'Tea' } as const
const bubble = {
  type: 'bubble',
  body: { type: 'box', layout: 'vertical', contents: [{ type: 'text', text: 'Tea' }] },
} as const
const flex = { type: 'flex', altText: 'Tea', contents: bubble } as const
const menu = {
  size: { width: 2500, height: 843 },
  selected: true,
  name: 'Menu',
  chatBarText: 'Menu',
  areas: [],
}
/** What an imported JSON file is to TypeScript. */
const file = <T extends object>(json: T): T => ({ $schema, ...json })

describe('validate', () => {
  it.each([
    ['a message', file(text), {}],
    ['a message of an array', [file(text), file(flex)], {}],
    ['a bubble', file(bubble), { as: 'bubble' }],
    ['a carousel', file({ type: 'carousel', contents: [bubble] }), { as: 'flex' }],
    ['a rich menu', file(menu), { as: 'rich-menu' }],
    ['a message beside an element', [file(text), <Text>Tea</Text>], {}],
  ] as const)('accepts it in %s', (_, value, options) => {
    expect(validate(value, options)).toEqual([])
  })

  it.each([
    ['a part of a message', { ...flex, contents: file(bubble) }, 'contents.$schema'],
    [
      'an item of a list',
      { ...flex, contents: { type: 'carousel', contents: [file(bubble)] } },
      'contents.contents[0].$schema',
    ],
  ])('warns of it in %s', (_, value, path) => {
    expect(validate(value)).toEqual([
      expect.objectContaining({ code: 'unknown_property', severity: 'warning', path }),
    ])
  })

  it('finds other mistakes beside it', () => {
    expect(validate(file({ type: 'text', text: '' })).map(({ code }) => code)).toEqual(['empty'])
  })
})

describe('render', () => {
  it.each([
    ['a message', file(text), [text]],
    ['messages', [file(text), file(flex)], [text, flex]],
    ['a bubble', file(bubble), [{ type: 'flex', altText: 'Tea', contents: bubble }]],
    ['a message in a fragment', <>{[file(text)]}</>, [text]],
    ['a bubble as a child', <Flex.Message altText="Tea">{file(bubble)}</Flex.Message>, [flex]],
  ])('removes it from %s', async (_, node, messages) => {
    const warnings: unknown[] = []
    const onWarning = (problem: { code: string }) => {
      if (problem.code !== 'alt_text_derived') warnings.push(problem)
    }
    expect(render(node as Message, { onWarning })).toEqual(messages)
    expect(await renderAsync(node as Message)).toEqual(messages)
    expect(compile(node as Message)).toEqual(messages)
    expect(warnings).toEqual([])
  })

  it('leaves the object of the file as it is', () => {
    const message = file(text)
    render(message)
    expect(message).toHaveProperty('$schema')
  })
})

describe('the client', () => {
  it('sends neither that of messages nor that of rich menus', async () => {
    const line = createEmulator()
    const { id } = line.user('Aki')
    const bodies: string[] = []
    const client = new LineClient({
      channelAccessToken: line.account.channelAccessToken,
      fetch: (url: string, init: { body?: unknown }) => {
        if (typeof init.body === 'string') bodies.push(init.body)
        return line.fetch(url, init as RequestInit)
      },
    })
    await client.messages.push(id, file(text))
    await client.richMenus.create(file(menu))
    await client.call('pushMessage', { body: file({ to: id, messages: [text] }) })
    expect(bodies).toHaveLength(3)
    expect(bodies.join()).not.toContain('$schema')
  })
})
