/** JSON among elements and elements among JSON, at any depth. Type-checked, never run. */
import {
  Buttons,
  Carousel,
  Column,
  Flex,
  type Into,
  type Message,
  Postback,
  QuickReply,
  render,
  type Renderable,
  type spec,
  Text,
  Uri,
} from 'fukidashi'
import { flex, postback, quickReply, text, uri } from 'fukidashi/builders'

// JSON as a child is checked like everything else.
export const children = [
  <Buttons altText="a">
    a{{ type: 'postback', label: 'a', data: 'a' }}
    {[{ type: 'uri', label: 'a', uri: 'https://example.com' }]}
  </Buttons>,
  // @ts-expect-error data is missing
  <Buttons altText="a">{{ type: 'postback', label: 'a' }}</Buttons>,
  // @ts-expect-error the camera opens from quick replies only
  <Buttons altText="a">{{ type: 'camera', label: 'a' }}</Buttons>,
  // @ts-expect-error no such type
  <Flex.Box layout="vertical">{{ type: 'txt', text: 'a' }}</Flex.Box>,
  // @ts-expect-error a column has actions
  <Carousel altText="a">{{ text: 'a' }}</Carousel>,
]

// Elements inside JSON, at depth, and JSON in those again.
export const deep: Renderable = {
  type: 'flex',
  altText: 'a',
  contents: {
    type: 'carousel',
    contents: [
      {
        type: 'bubble',
        body: {
          type: 'box',
          layout: 'vertical',
          contents: [
            <Flex.Text>a</Flex.Text>,
            flex.text('b'),
            { type: 'button', action: <Uri label="a" uri="https://example.com" /> },
            { type: 'button', action: uri('b', 'https://example.com') },
            <Flex.Button action={{ type: 'postback', label: 'c', data: 'c' }} />,
            flex.button({ type: 'postback', label: 'd', data: 'd' }),
          ],
        },
      },
      flex.bubble(),
      <Flex.Bubble footer={flex.box()} />,
    ],
  },
  quickReply: { items: [{ type: 'action', action: postback('a', 'a') }] },
}
// @ts-expect-error at depth, too, a message is not an action
export const deepWrong: Renderable = {
  type: 'template',
  altText: 'a',
  template: { type: 'buttons', text: 'a', actions: [text('n')] },
}

// Several where one is wanted, or the other way round.
render([<Text>a</Text>, 'b', [text('c'), false && 'd', null], flex.bubble(), { type: 'bubble' }])
// @ts-expect-error an action is not a message
render(postback('a', 'a'))
// A function gets the context of components, also later.
render(() => <Text>a</Text>)
render(async ({}) => ['a', await Promise.resolve(<Text>b</Text>)])
const Greeting = ({ name }: { name: string }) => <Text>{name}</Text>
// @ts-expect-error a component has to be written as an element
render(Greeting)
// @ts-expect-error a function must return messages
render(() => new Date())

// What is optional may be undefined, in props, in methods, and in JSON that is given.
const maybe = undefined as string | undefined
export const optional = [
  <Column title={maybe} thumbnailImageUrl={maybe}>
    a
  </Column>,
  <Postback label={maybe} data="a" displayText={maybe} />,
  <Text quoteToken={maybe} quickReply={undefined} sender={undefined} />,
  text('a').quoteToken(maybe),
  // @ts-expect-error what is required may not
  <Postback label="a" data={maybe} />,
]

// Props and children both say it.
export const both = [
  <Text
    text="a"
    quickReply={<QuickReply items={[{ type: 'action', action: postback('a', 'a') }]} />}
  />,
  <Text quickReply={quickReply(<Postback label="a" data="a" />)}>a</Text>,
  <Flex.Message altText="a" contents={<Flex.Bubble />} />,
]

// An element of a union is permitted where the union is.
export const either = (yes: boolean) =>
  flex.button(yes ? postback('a', 'a') : uri('b', 'https://example.com'))
export const any = (action: Into<spec.TemplateAction>) => [
  <Buttons altText="a">{action}</Buttons>,
  flex.button(action),
]

// What comes out is LINE's JSON, and has no `any` in it.
type IsAny<T> = 0 extends 1 & T ? true : false
type Same<A, B> = [A, B] extends [B, A] ? true : false
type Holds<T extends true> = T
export type Proofs = [
  Holds<Same<ReturnType<typeof render>, Message[]>>,
  Holds<Same<IsAny<Message>, false>>,
  Holds<Same<IsAny<ReturnType<typeof text>>, false>>,
  Holds<Same<IsAny<Parameters<typeof text>[number]>, false>>,
  Holds<Same<IsAny<Parameters<ReturnType<typeof flex.box>['contents']>[number]>, false>>,
  Holds<Same<IsAny<Parameters<typeof flex.box>[number]>, false>>,
  Holds<Same<IsAny<Parameters<ReturnType<typeof text>['sender']>[0]>, false>>,
  Holds<Same<IsAny<Parameters<typeof Text>[0]['children']>, false>>,
  Holds<Same<IsAny<Parameters<typeof Flex.Bubble>[0]['body']>, false>>,
  // @ts-expect-error the check itself can fail
  Holds<IsAny<Message>>,
]
