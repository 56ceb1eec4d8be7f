/** The context of components, open for one's own properties. Type-checked, never run. */
import { Buttons, type Context, type FC, render, Text } from 'fukidashi'

declare module 'fukidashi' {
  interface Context {
    /** Translates. Optional, because other tests render without it. */
    translate?: (key: string, ...values: string[]) => string
  }
}

// The second argument is typed by what was added.
export const Greeting: FC<{ name: string }> = ({ name }, { translate }) => {
  // @ts-expect-error keys are text
  translate?.(1)
  return <Text>{translate?.('hello', name) ?? `Hello ${name}`}</Text>
}

// @ts-expect-error nothing else is known of it
export const Unknown: FC = (_, { dictionary }) => <Text>{dictionary}</Text>

// A context of one's own, without declaration merging.
export const Price: FC<{ yen: number }, { currency: string }> = ({ yen }, { currency }) => (
  <Text>
    {yen} {currency}
  </Text>
)

// Components without types of ours, asynchronous ones, and ones that give lists or nothing.
const Plain = ({ name }: { name: string }) => <Text>{name}</Text>
const Late = async ({ id }: { id: string }) => <Text>{await Promise.resolve(id)}</Text>
const Several = () => [<Text>a</Text>, 'b', null, { type: 'text' as const, text: 'c' }]
const Nothing = () => null

export const tree = (
  <>
    <Greeting name="Aki" />
    <Price yen={500} />
    <Plain key="plain" name="Aki" />
    <Late id="1" />
    <Several />
    <Nothing />
    {/* Component props are checked. */}
    {/* prettier-ignore */}
    {/* @ts-expect-error name is missing */}
    <Greeting />
  </>
)

// @ts-expect-error a component gives something renderable
export const wrong = <Greeting name={1} />
// @ts-expect-error a number is no component
export const noComponent = <Buttons.Wrong />
// @ts-expect-error nor is an unknown tag
export const noTag = <div />

// What others of this program have added.
declare const others: Context
render(tree, { context: { ...others, translate: (key) => key } })
// @ts-expect-error a context is checked where it is given
render(tree, { context: { ...others, translate: 1 } })
