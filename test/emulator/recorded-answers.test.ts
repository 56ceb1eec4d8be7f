/** Recorded answers of LINE that are hard to guess. */
import { describe, expect, it } from 'vitest'
import { refusalOf } from '../../src/emulator/api/check-messages.js'
import { validateAny } from '../support/validate-any.ts'
import { corpus } from '../fixtures/messages/index.js'
import { setUp } from './support.js'

async function refused(message: unknown) {
  const { status, body } = await setUp().call('/v2/bot/message/validate/push', {
    body: { messages: [message] },
  })
  expect(status).toBe(400)
  return body
}

const first = 'A message (messages[0])\u00a0in the request body is invalid'
const say = { type: 'message', label: 'a', text: 'a' }
const area = { x: 0, y: 0, width: 1, height: 1 }
const buttons = { type: 'buttons', text: 'a', actions: [say] }
const bubble = (...contents: unknown[]) => ({
  type: 'bubble',
  body: { type: 'box', layout: 'vertical', contents },
})
const flex = (contents: unknown) => ({ type: 'flex', altText: 'a', contents })
const template = (content: unknown) => ({ type: 'template', altText: 'a', template: content })
const imagemap = (action: object) => ({
  type: 'imagemap',
  altText: 'a',
  baseUrl: 'https://example.com/map',
  baseSize: { width: 1040, height: 1040 },
  actions: [{ area, ...action }],
})
const long = `https://example.com/${'a'.repeat(981)}`
const open = (uri: string) => ({ type: 'uri', label: 'a', uri })
const quickReply = (...actions: unknown[]) => ({
  type: 'text',
  text: 'a',
  quickReply: { items: actions.map((action) => ({ type: 'action', action })) },
})

describe('with the number of errors', () => {
  it.each([
    [
      'Flex without altText',
      { type: 'flex', contents: bubble() },
      'May not be empty',
      'messages[0].altText',
    ],
    [
      'a template without altText',
      { type: 'template', template: buttons },
      'May not be empty',
      'messages[0].altText',
    ],
    [
      'an empty altText',
      { type: 'flex', altText: '', contents: bubble() },
      'May not be empty',
      'messages[0].altText',
    ],
    [
      'a template message without template',
      { type: 'template', altText: 'a' },
      'May not be empty',
      'messages[0].template',
    ],
    [
      'Flex without contents',
      { type: 'flex', altText: 'a' },
      'May not be empty',
      'messages[0].contents',
    ],
    [
      'an area of an imagemap without text',
      imagemap({ type: 'message' }),
      'May not be empty',
      'messages[0].actions[0].text',
    ],
    [
      'an area of an imagemap without address',
      imagemap({ type: 'uri' }),
      'May not be empty',
      'messages[0].actions[0].linkUri',
    ],
    [
      'a quick reply with an empty label',
      quickReply(say, say, say, { type: 'location', label: '' }),
      '`label` must be specified',
      'messages[0].quickReply.items[3].action',
    ],
    [
      'a quick reply without label',
      quickReply({ type: 'camera' }),
      '`label` must be specified',
      'messages[0].quickReply.items[0].action',
    ],
    [
      'a long address in a quick reply',
      quickReply(open(long)),
      'size must be between 0 and 1000',
      'messages[0].quickReply.items[0].action.uri',
    ],
    [
      'a long address in an imagemap',
      imagemap({ type: 'uri', linkUri: long }),
      'size must be between 0 and 1000',
      'messages[0].actions[0].linkUri',
    ],
    [
      'a pipe in the address of a picture',
      {
        type: 'image',
        originalContentUrl: 'https://a.b/c|d',
        previewImageUrl: 'https://a.b/c',
      },
      'invalid uri scheme',
      'messages[0].originalContentUrl',
    ],
    [
      'an http picture',
      { type: 'image', originalContentUrl: 'http://a.b/c', previewImageUrl: 'https://a.b/c' },
      'invalid uri scheme',
      'messages[0].originalContentUrl',
    ],
    [
      'eleven animated images',
      flex(
        bubble(...Array<unknown>(11).fill({ type: 'image', url: 'https://a.b/c', animated: true })),
      ),
      'invalid property',
      'messages[0]',
    ],
  ])('%s', async (_, message, detail, property) => {
    expect(await refused(message)).toEqual({
      message: 'The request body has 1 error(s)',
      details: [{ message: detail, property }],
    })
  })
})

describe('with the message that is invalid', () => {
  it.each([
    [
      'a long address in a template',
      template({ ...buttons, actions: [open(long)] }),
      'size must be between 0 and 1000',
      'template/actions/0/uri',
    ],
    [
      'a long address in Flex',
      flex(bubble({ type: 'button', action: open(long) })),
      'size must be between 0 and 1000',
      '/body/contents/0/action/uri',
    ],
    [
      'an http picture in Flex',
      flex(bubble({ type: 'image', url: 'http://a.b/c' })),
      'invalid uri scheme',
      '/body/contents/0/url',
    ],
    [
      'an http picture in a template',
      template({ ...buttons, thumbnailImageUrl: 'http://a.b/c' }),
      'invalid uri scheme',
      'template/thumbnailImageUrl',
    ],
    [
      'a pipe in the address of a picture in Flex',
      flex(bubble({ type: 'image', url: 'https://a.b/c|d' })),
      'invalid uri scheme',
      '/body/contents/0/url',
    ],
    [
      'a blank in the address of a picture in Flex',
      flex(bubble({ type: 'image', url: 'https://a.b/c d' })),
      'invalid uri',
      '/body/contents/0/url',
    ],
    [
      'an unknown key in the styles of a bubble',
      flex({ ...bubble(), styles: { type: 'style' } }),
      'unknown field',
      '/styles/type',
    ],
    [
      'an empty label of a button in Flex',
      flex(bubble({ type: 'button', action: { ...say, label: '' } })),
      '`label` must be specified',
      '/body/contents/0/action',
    ],
    [
      'a template action without label',
      template({ ...buttons, actions: [{ type: 'message', text: 'a' }] }),
      '`label` must be specified',
      'template/actions/0',
    ],
    [
      'a carousel that is too large',
      flex({
        type: 'carousel',
        contents: Array<unknown>(2).fill(bubble({ type: 'text', text: 'a'.repeat(26_000) })),
      }),
      'Too large flex message. The maximum size of JSON data is 50 KB',
      '/',
    ],
  ])('%s', async (_, message, detail, property) => {
    expect(await refused(message)).toEqual({
      message: first,
      details: [{ message: detail, property }],
    })
  })
})

it('is chosen without the words of the library', () => {
  const errors = Object.values(corpus)
    .flat()
    .map(({ value, as = 'message', options }) =>
      validateAny(as === 'message' ? [value] : value, {
        ...options,
        as: as === 'message' ? 'messages' : as,
      }).filter(({ severity }) => severity === 'error'),
    )
    .filter(({ length }) => length > 0)
  expect(errors.length).toBeGreaterThan(1_000)
  const silent = errors.map((list) =>
    list.map((problem) =>
      Object.defineProperty({ ...problem }, 'message', {
        get: () => {
          throw new Error('reads the sentence of a problem')
        },
      }),
    ),
  )
  expect(silent.map((list) => refusalOf(list).body)).toEqual(
    errors.map((list) => refusalOf(list).body),
  )
})
