/**
 * Messages that compile with other libraries and that LINE refuses. What TypeScript can know, it refuses here; the rest
 * depends on a value and is refused by validation: see `nonsense.test.tsx`.
 */
import { Buttons, Flex, type Into, type Renderable, type spec, Text, Uri } from 'fukidashi'
import { flex, uri } from 'fukidashi/builders'

// 1. An unknown size.
// @ts-expect-error there is no size gigantic
export const size: spec.FlexBubble = { type: 'bubble', size: 'gigantic' }
// @ts-expect-error in JSX
export const sizeInJsx = <Flex.Bubble size="gigantic" />
// @ts-expect-error in a builder
export const sizeInBuilder = flex.bubble().size('gigantic')
// @ts-expect-error in what is rendered
export const sizeInRaw: Renderable = {
  type: 'flex',
  altText: 'a',
  contents: { type: 'bubble', size: 'gigantic' },
}

// 2. A colour by name.
// @ts-expect-error colours are #RRGGBB
export const colour: spec.FlexText = { type: 'text', text: 'a', color: 'red' }
// In JSX and builders colours come from data, too: see `byValue`.

// 3. An URI action without URI.
// @ts-expect-error uri is missing
export const noUri: spec.UriAction = { type: 'uri', label: 'a' }
// @ts-expect-error in JSX
export const noUriInJsx = <Uri label="a" />
// @ts-expect-error in a builder
export const noUriInBuilder = uri('a')

// 4. A text message without text.
// @ts-expect-error text is missing
export const noText: spec.TextMessage = { type: 'text' }
// @ts-expect-error in what is rendered
export const noTextInRaw: Renderable = { type: 'text' }

// 5. A button in a baseline box: where the layout is the name of the builder, its children are known.
// @ts-expect-error a baseline box takes icons, texts and fillers
export const button = flex.baseline(flex.button(uri('a', 'https://example.com')))

const inBubble = (content: Into<spec.FlexBoxContent>) => (
  <Flex.Message altText="a">
    <Flex.Bubble>
      <Flex.Body>{content}</Flex.Body>
    </Flex.Bubble>
  </Flex.Message>
)

// 6-9. Values that only validation can check: an empty altText, an empty text, an ftp address, no actions, and values with a pattern.
export const byValue: Record<string, Renderable> = {
  'an empty altText': (
    <Flex.Message altText="">
      <Flex.Bubble>
        <Flex.Body>
          <Flex.Text>a</Flex.Text>
        </Flex.Body>
      </Flex.Bubble>
    </Flex.Message>
  ),
  'an empty text': <Text>{''}</Text>,
  'an ftp address': (
    <Buttons altText="a">
      a
      <Uri label="a" uri="ftp://example.com" />
    </Buttons>
  ),
  'no actions': <Buttons altText="a">a</Buttons>,
  'actions: []': (
    <Buttons altText="a" actions={[]}>
      a
    </Buttons>
  ),
  'no text': <Text />,
  'a colour by name': inBubble(<Flex.Text color="red">a</Flex.Text>),
  'a colour by name, in a builder': inBubble(flex.text('a').color('red')),
  'a misspelt size': inBubble(<Flex.Text size="xll">a</Flex.Text>),
  'a misspelt size, in JSON': inBubble({ type: 'text', text: 'a', size: 'xll' }),
  'a misspelt padding': inBubble(flex.box().paddingAll('10 px')),
  'a button in a baseline box': (
    <Flex.Message altText="a">
      <Flex.Bubble>
        <Flex.Body layout="baseline">
          <Flex.Button>
            <Uri label="a" uri="https://example.com" />
          </Flex.Button>
        </Flex.Body>
      </Flex.Bubble>
    </Flex.Message>
  ),
}
