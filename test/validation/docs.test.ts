/** Each problem names the page of LINE's reference that speaks of it. */
import { describe, expect, it } from 'vitest'
import { corpus } from '../fixtures/messages/index.ts'
import { validateAny } from '../support/validate-any.ts'

const reference = 'https://developers.line.biz/en/reference/messaging-api/#'

describe('the page of LINE’s reference', () => {
  const action = { type: 'uri', label: 'x'.repeat(41), uri: 'myapp://open' }
  const bubble = (body: unknown) => ({ type: 'bubble', body })
  it.each([
    ['message', { type: 'textV2', text: '{a}' }, 'text-message-v2'],
    ['message', { type: 'sticker', packageId: '1', stickerId: '1' }, 'sticker-message'],
    ['template', { type: 'confirm', text: 'a', actions: [action, action] }, 'uri-action'],
    ['flex', bubble({ type: 'box', layout: 'vertical', contents: [{ type: 'text' }] }), 'f-text'],
    ['flex', { type: 'bubble' }, 'bubble'],
    [
      'rich-menu',
      { size: { width: 800, height: 800 }, selected: true, name: 'a', chatBarText: 'a', areas: [] },
      'rich-menu-object',
    ],
    ['recipient', { type: 'operator' }, 'narrowcast-recipient'],
    ['limit', { forbidPartialDelivery: true }, 'send-narrowcast-limit'],
  ] as const)('of a %s', (as, value, page) => {
    const [problem] = validateAny(value, { as })
    expect(problem?.docs).toBe(reference + page)
  })

  it('is there for every problem of the corpus', () => {
    const without = Object.values(corpus)
      .flat()
      .filter(({ name }) => !name.startsWith('unreadable'))
      .flatMap(({ as = 'message', options, value, name }) =>
        validateAny(value, { as, ...options })
          .filter(({ docs }) => !docs?.startsWith('https://developers.line.biz/en/'))
          .map(({ code, path }) => `${name}: ${code} ${path}`),
      )
    expect(without).toEqual([])
  })
})
