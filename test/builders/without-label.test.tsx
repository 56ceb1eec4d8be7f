import { Area, Flex, ImagemapArea, type Renderable, render, Uri, validate } from 'fukidashi'
import * as builders from 'fukidashi/builders'
import { buttons, flex, imagemapArea, messageAction, quickReply, uri } from 'fukidashi/builders'
import { describe, expect, it } from 'vitest'
import { rows } from '../../scripts/generate/table.ts'
import { call, everyFactory } from './every-factory.js'

const url = 'https://example.com/'
const actions = everyFactory.filter(({ component }) => rows[component]?.kind === 'action')
const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

describe.each(actions)('$name', ({ make, methods }) => {
  const props = Object.fromEntries(methods.one.map((name) => [name, 'x']))

  it('accepts its properties as an object', () => {
    const { label: _, ...others } = props
    expect(make(others).props).toEqual(others)
    expect(make(props).props).toEqual(props)
    expect(json(make(others))).not.toHaveProperty('label')
  })

  it('can be given a label later, and does not change the object', () => {
    const given = { ...props }
    delete given['label']
    expect(call(make(given), 'label', 'y').props).toEqual({ ...props, label: 'y' })
    expect(given).not.toHaveProperty('label')
  })
})

it('covers every action', () => {
  expect(actions.map(({ name }) => name).sort()).toEqual(
    Object.entries(rows)
      .filter(([, { kind }]) => kind === 'action')
      .map(([name]) => name.replace(/^./, (letter) => letter.toLowerCase()))
      .sort(),
  )
})

describe('an action without a label', () => {
  it('is what JSX makes of it', () => {
    expect(json(imagemapArea(0, 0, 1, 1, uri({ uri: url })))).toEqual(
      json(
        <ImagemapArea x={0} y={0} width={1} height={1}>
          <Uri uri={url} />
        </ImagemapArea>,
      ),
    )
    expect(json(builders.area(0, 0, 1, 1, uri({ uri: url })))).toEqual(
      json(
        <Area x={0} y={0} width={1} height={1}>
          <Uri uri={url} />
        </Area>,
      ),
    )
    expect(json(flex.image(url).action(uri({ uri: url })))).toEqual(
      json(
        <Flex.Image url={url}>
          <Uri uri={url} />
        </Flex.Image>,
      ),
    )
  })

  const errors = (message: Renderable) => {
    try {
      render(message)
      return []
    } catch (error) {
      return (error as { problems: { path: string; code: string }[] }).problems.map(
        ({ path, code }) => `${path} ${code}`,
      )
    }
  }

  it('is valid where LINE needs no label', () => {
    const open = uri({ uri: url })
    expect(
      errors([
        flex.message(flex.bubble(flex.body(flex.text('a').action(open)).action(open))).altText('a'),
        buttons('a', messageAction('a', 'a')).altText('a').defaultAction(open),
        builders
          .imagemap('https://example.com/map', imagemapArea(0, 0, 1, 1, open))
          .baseSize({ width: 1040, height: 1040 })
          .altText('a'),
      ]),
    ).toEqual([])
    const menu = builders
      .richMenu(builders.area(0, 0, 2500, 843, open))
      .size({ width: 2500, height: 843 })
      .selected()
      .name('a')
      .chatBarText('a')
    expect(validate(menu, { as: 'rich-menu' })).toEqual([])
  })

  it('is an error of validation where LINE needs one', () => {
    const open = uri({ uri: url })
    expect(errors(buttons('a', open).altText('a'))).toEqual([
      'messages[0].template.actions[0].label required',
    ])
    expect(errors(builders.text('a').quickReply(quickReply(open)))).toEqual([
      'messages[0].quickReply.items[0].action.label required',
    ])
    expect(errors(flex.message(flex.bubble(flex.footer(flex.button(open)))).altText('a'))).toEqual([
      'messages[0].contents.footer.contents[0].action.label required',
    ])
  })
})

/** Type-checked, never run. */
export const types = () => [
  uri({ uri: url }),
  uri({ label: 'a', uri: url }),
  builders.postback({ data: 'a' }),
  builders.messageAction({ text: 'a' }),
  builders.datetimePicker({ data: 'a', mode: 'date' }),
  builders.clipboard({ clipboardText: 'a' }),
  builders.richMenuSwitch({ richMenuAliasId: 'a', data: 'a' }),
  builders.camera({}),
  builders.cameraRoll({}),
  builders.locationAction({}),
  // @ts-expect-error the address is required
  uri({ label: 'a' }),
  // @ts-expect-error one text is a label, and the address is missing
  uri(url),
  // @ts-expect-error no such property
  uri({ uri: url, url }),
  // @ts-expect-error a button without a label and without an object
  builders.camera(),
  // @ts-expect-error not an action
  uri(<Uri uri={url} />),
]
