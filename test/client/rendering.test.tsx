/** JSX goes out as JSON, and complaints come back to the component and its line. */
import { describe, expect, it } from 'vitest'
import { Buttons, Postback, Text } from 'fukidashi'
import { LineApiError, LineBatchError } from '../../src/client/index.js'
import { clientOf, failure, userId } from './setup.js'

const Greeting = (_: object, context: object) => (
  <Text>Hello {(context as { name: string }).name}</Text>
)
const Price = async () => <Text>¥{await Promise.resolve(100)}</Text>
const Menu = () => (
  <Buttons altText="Menu">
    Pick
    <Postback label="Tea" data="tea" />
  </Buttons>
)

const refusal = (property: string, message = 'The request body has 1 error(s)') => ({
  status: 400,
  body: { message, details: [{ message: 'no', property }] },
})

describe('JSX', () => {
  it('is rendered with the client’s context, or the call’s', async () => {
    const context: object = { name: 'Aki' }
    const sora: object = { name: 'Sora' }
    const { line, server } = await clientOf(undefined, { context })
    await line.messages.push(userId, <Greeting />)
    expect(server.last.body).toContain('Hello Aki')
    await line.messages.push(userId, <Greeting />, { context: sora })
    expect(server.last.body).toContain('Hello Sora')
    await line.notifications.push('0'.repeat(64), <Greeting />)
    expect(server.last.body).toContain('Hello Aki')
  })

  it('may be asynchronous, and mixed with strings and JSON', async () => {
    const { line, server } = await clientOf()
    await line.messages.push(userId, [<Price />, 'and', { type: 'text', text: 'tea' }])
    const { messages } = JSON.parse(server.last.body) as { messages: { text: string }[] }
    expect(messages.map(({ text }) => text)).toEqual(['¥100', 'and', 'tea'])
  })

  it('that LINE refuses is named with its component and its line', async () => {
    const { line } = await clientOf(
      refusal('template/actions/0', 'A message (messages[1])\u00a0in the request body is invalid'),
    )
    const error = await failure(line.messages.push(userId, ['a', <Menu />]), LineApiError)
    expect(error.details).toEqual([
      {
        message: 'no',
        property: 'template/actions/0',
        path: 'messages[1].template.actions[0]',
        component: '<Menu> › <Buttons> › <Postback>',
        source: expect.stringMatching(/rendering\.test\.tsx:\d+:\d+$/) as string,
      },
    ])
    expect(error.message).toContain('<Menu> › <Buttons> › <Postback>')
  })

  it('is named right when it went out with a later request', async () => {
    const { line } = await clientOf((_, __, at) =>
      at === 0 ? { body: {} } : refusal('messages[1].template.text'),
    )
    const six = ['1', '2', '3', '4', '5', '6', <Menu />]
    const error = await failure(line.messages.push(userId, six, { split: true }), LineBatchError)
    expect((error.cause as LineApiError).details[0]).toMatchObject({
      path: 'messages[6].template.text',
      component: '<Menu> › <Buttons>',
    })
  })
})
