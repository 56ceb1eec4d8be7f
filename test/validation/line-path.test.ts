/** Places as LINE's answers write them, both ways. */
import { describe, expect, it } from 'vitest'
import { fromLinePath, linePath, type Problem, validate } from 'fukidashi'
import { type AnyOptions, validateAny } from '../support/validate-any.ts'

/** The top text of an answer that names a message, as LINE sends it: with a no-break space. */
const answer = (index: number) =>
  `A message (messages[${index}])\u00a0in the request body is invalid`
const counted = 'The request body has 1 error(s)'

const text = { type: 'text', text: 'a' }
const flex = (contents: unknown) => ({ type: 'flex', altText: 'a', contents })
const body = (...contents: unknown[]) => ({ type: 'box', layout: 'vertical', contents })
const template = (content: unknown) => ({ type: 'template', altText: 'a', template: content })
const action = { type: 'message', label: 'a', text: 'a' }
const column = (actions: unknown[]) => ({ text: 'a', actions })
const button = (given: unknown) => ({ type: 'button', action: given })

interface Row {
  name: string
  value: unknown
  options?: AnyOptions
  path: string
  property: string
  message?: string
}

// Rows of LINE's answers as they were seen in public, each with a value that provokes it.
const rows: Row[] = [
  {
    name: 'an empty text',
    value: [{ type: 'text', text: '' }],
    path: 'messages[0].text',
    property: 'messages[0].text',
  },
  {
    name: 'a missing type',
    value: [{ text: 'a' }],
    path: 'messages[0].type',
    property: 'messages[0].type',
  },
  {
    name: 'an unknown type',
    value: [text, { type: 'texts' }],
    path: 'messages[1].type',
    property: 'messages[1].type',
  },
  {
    name: 'an action without text in a quick reply',
    value: [
      {
        ...text,
        quickReply: { items: [{ type: 'action', action: { type: 'message', label: 'a' } }] },
      },
    ],
    path: 'messages[0].quickReply.items[0].action.text',
    property: 'messages[0].quickReply.items[0].action.text',
  },
  {
    name: 'too many messages',
    value: Array(6).fill(text),
    path: 'messages',
    property: 'messages',
  },
  {
    name: 'a part of Flex',
    value: [flex({ type: 'bubble', footer: body(text, text, { type: 'spacer' }) })],
    path: 'messages[0].contents.footer.contents[2]',
    property: '/footer/contents/2',
    message: answer(0),
  },
  {
    name: 'an empty text in Flex',
    value: [
      text,
      flex({
        type: 'bubble',
        body: body(text, text, text, text, text, { type: 'text', text: '' }),
      }),
    ],
    path: 'messages[1].contents.body.contents[5].text',
    property: '/body/contents/5/text',
    message: answer(1),
  },
  {
    name: 'the address of a hero',
    value: [
      flex({
        type: 'carousel',
        contents: [{ type: 'bubble', hero: { type: 'image', url: 'http://example.com/a' } }],
      }),
    ],
    path: 'messages[0].contents.contents[0].hero.url',
    property: '/contents/0/hero/url',
    message: answer(0),
  },
  {
    name: 'the address of a button',
    value: [
      flex({
        type: 'carousel',
        contents: [
          {
            type: 'bubble',
            footer: body(button({ type: 'uri', label: 'a', uri: 'mailto:a@b.c' })),
          },
        ],
      }),
    ],
    path: 'messages[0].contents.contents[0].footer.contents[0].action.uri',
    property: '/contents/0/footer/contents/0/action/uri',
    message: answer(0),
  },
  {
    name: 'a bubble without blocks',
    value: [flex({ type: 'bubble' })],
    path: 'messages[0].contents',
    property: '/',
    message: answer(0),
  },
  {
    name: 'the text of a template',
    value: [template({ type: 'buttons', title: 'a', text: 'x'.repeat(61), actions: [action] })],
    path: 'messages[0].template.text',
    property: 'template/text',
    message: answer(0),
  },
  {
    name: 'the actions of a column',
    value: [template({ type: 'carousel', columns: [column([action, action, action, action])] })],
    path: 'messages[0].template.columns[0].actions',
    property: 'template/columns/0/actions',
    message: answer(0),
  },
  {
    name: 'a key of a textV2',
    value: [{ type: 'textV2', text: 'Hi {!owe}' }],
    path: 'messages[0].text',
    property: 'text',
    message: answer(0),
  },
  {
    name: 'an address of a rich menu',
    value: {
      size: { width: 2500, height: 843 },
      selected: true,
      name: 'a',
      chatBarText: 'a',
      areas: [
        { bounds: { x: 0, y: 0, width: 1, height: 1 }, action: { type: 'uri', uri: 'data:a' } },
      ],
    },
    options: { as: 'rich-menu' },
    path: 'areas[0].action.uri',
    property: 'areas[0].action.uri',
  },
  {
    name: 'a rich menu without name',
    value: { size: { width: 2500, height: 843 }, selected: true, chatBarText: 'a', areas: [] },
    options: { as: 'rich-menu' },
    path: 'name',
    property: 'name',
  },
  {
    name: 'an operation with an invalid rich menu id',
    value: { operations: [{ type: 'unlink', from: 'richmenu-1' }] },
    options: { as: 'rich-menu-batch' },
    path: 'operations[0].from',
    property: 'operations[0].from',
  },
  {
    name: 'the reward of a coupon',
    value: {
      title: 'a',
      visibility: 'PUBLIC',
      timezone: 'ASIA_TOKYO',
      startTimestamp: 1,
      endTimestamp: 2,
      maxUseCountPerTicket: 1,
      acquisitionCondition: { type: 'normal' },
      reward: { type: 'money' },
    },
    options: { as: 'coupon' },
    path: 'reward.type',
    property: 'reward.type',
  },
]

describe('the place that LINE names for', () => {
  it.each(rows)('$name', ({ value, options, path, property, message }) => {
    const problems = validateAny(value, options)
    const problem = problems.find((each) => each.path === path)
    expect(problem, `found ${problems.map((each) => each.path).join()}`).toBeDefined()
    expect(linePath(problem!)).toEqual({ property, ...(message !== undefined && { message }) })
  })

  it('is the first message when only one was given', () => {
    const [problem] = validate(flex({ type: 'bubble' }))
    expect(linePath(problem!)).toEqual({ property: '/', message: answer(0) })
  })
})

describe('the place behind LINE’s words for', () => {
  it.each(rows)('$name', ({ path, property, message }) => {
    expect(fromLinePath(property, message ?? counted)).toBe(path)
  })

  it.each([
    ['loadingSeconds', counted, 'loadingSeconds'],
    ['to[1]', 'The property, to[1], in the request body is invalid (line: -, column: -)', 'to[1]'],
    ['richMenuId', counted, 'richMenuId'],
    ['', 'Bad request', ''],
    ['/header', 'json parsing error', 'contents.header'],
    ['/', answer(3), 'messages[3].contents'],
    ['/body/contents/0', answer(12), 'messages[12].contents.body.contents[0]'],
    ['text', answer(2), 'messages[2].text'],
  ])('%j under %j', (property, message, path) => {
    expect(fromLinePath(property, message)).toBe(path)
  })

  it('reads a pointer with an ordinary space and with LINE’s own', () => {
    const spaced = answer(1).replace('\u00a0', ' ')
    expect(fromLinePath('template/text', spaced)).toBe('messages[1].template.text')
    expect(fromLinePath('template/text', answer(1))).toBe('messages[1].template.text')
  })

  it('comes back to where it started, for every problem that validation finds', () => {
    const broken = [
      flex({ type: 'bubble', size: 'huge', body: body({ type: 'text', text: '', color: 'red' }) }),
      template({ type: 'confirm', text: '', actions: [] }),
      { type: 'text', text: '', quickReply: { items: [] } },
    ]
    const problems: Problem[] = validate(broken)
    expect(problems.length).toBeGreaterThan(5)
    for (const problem of problems) {
      const { property, message } = linePath(problem)
      expect(fromLinePath(property, message)).toBe(problem.path)
    }
  })
})
