import { describe, expect, it } from 'vitest'
import { corpus } from '../../fixtures/messages/index.js'
import { useBrowser } from '../browser.js'
import { body, box, bubble, flex, text } from '../messages.js'
import { chat, compare, differences } from './agreement.js'

const draw = useBrowser()
const account = { name: 'Tea shop' }

describe('HTML and PNG have the same boxes and lines', () => {
  const kinds = [
    'text',
    'media',
    'quick replies',
    'templates',
    'imagemaps',
    'Flex structure',
    'what LINE was seen to refuse',
    'what bots were seen to send',
    'messages as bots send them',
  ]
  it.each(kinds)(
    'corpus: %s',
    async (kind) => {
      const values = corpus[kind]!.filter(({ as = 'message', value }) => {
        const json = JSON.stringify(value) ?? ''
        // Longer ones are in the tests of hostile input. Browsers have a sign for half a character, fonts do not.
        return as === 'message' && json.length < 60_000 && !/\\ud[89a-f]/.test(json)
      })
      expect(values.length).toBeGreaterThan(0)
      for (let index = 0; index < values.length; index += 40) {
        const what = chat(values.slice(index, index + 40).map(({ value }) => value))
        expect(differences(await compare(draw, what, { account }))).toEqual([])
      }
      // The longest messages take long on a busy machine.
    },
    240_000,
  )

  /** A component in a bubble, with something after it. */
  const inBubble = (value: { type?: string; contents?: unknown }): unknown => {
    if (value.type === 'video') return bubble({ hero: value })
    const inside = value.type === 'span' ? { type: 'text', contents: [value] } : { ...value }
    // Sizes of an empty box are not interesting.
    if (inside.type === 'box' && Array.isArray(inside.contents) && inside.contents.length === 0)
      inside.contents = [text('Tea', { flex: 0 }), text('leaves', { flex: 0 })]
    return inside.type === 'icon'
      ? body([box('baseline', [inside])])
      : body([inside, text('after')])
  }
  const bySubject = new Map<string, unknown[]>()
  for (const kind of ['Flex values', 'Flex structure'])
    for (const { name, as, value, problems } of corpus[kind]!) {
      if (problems.some(({ severity }) => severity !== 'warning')) continue
      if (as === undefined || JSON.stringify(value).length > 20_000) continue
      const subject = `${kind}, ${name.split(': ')[0]!}`
      const given = value as Record<string, unknown>
      const message = as === 'flex-component' ? inBubble(given) : flex(given)
      bySubject.set(subject, [...(bySubject.get(subject) ?? []), message])
    }
  it.each([...bySubject])('corpus: %s', async (_, messages) => {
    for (let index = 0; index < messages.length; index += 60)
      expect(differences(await compare(draw, chat(messages.slice(index, index + 60))))).toEqual([])
  })
})
