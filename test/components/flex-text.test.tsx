/** Spans and styles in a Flex text. */
import { compile, Flex } from 'fukidashi'
import { describe, expect, it } from 'vitest'

describe('Flex text', () => {
  const contents = (node: Parameters<typeof compile>[0]) =>
    JSON.parse(JSON.stringify(node)) as { contents?: unknown; text?: unknown }

  it('stays one text without styles', () => {
    expect(contents(<Flex.Text>¥{5}.-</Flex.Text>)).toEqual({ type: 'text', text: '¥5.-' })
  })

  it('becomes spans with styles', () => {
    expect(
      contents(
        <Flex.Text wrap>
          Total{' '}
          <b>
            ¥{5}
            <i>!</i>
          </b>
          <br />
          <Flex.Span color="#06C755">paid</Flex.Span>
        </Flex.Text>,
      ),
    ).toEqual({
      type: 'text',
      wrap: true,
      contents: [
        { type: 'span', text: 'Total ' },
        { type: 'span', text: '¥5', weight: 'bold' },
        { type: 'span', text: '!', weight: 'bold', style: 'italic' },
        { type: 'span', text: '\n' },
        { type: 'span', text: 'paid', color: '#06C755' },
      ],
    })
  })

  it('says why a text with a line through it cannot contain an underline', () => {
    expect(() =>
      JSON.stringify(
        <Flex.Text>
          <s>
            a<u>b</u>
          </s>
        </Flex.Text>,
      ),
    ).toThrow('LINE has one decoration')
  })
})
