/** The rules of `fukidashi/eslint` in files of JavaScript and TypeScript. */
import { RuleTester } from 'eslint'
import { describe, it } from 'vitest'
import { parser } from 'typescript-eslint'
import plugin from 'fukidashi/eslint'

RuleTester.describe = describe
RuleTester.it = it
RuleTester.itOnly = it.only

const jsx = { ecmaFeatures: { jsx: true } }
const testers = {
  'in JavaScript': new RuleTester({ languageOptions: { parserOptions: jsx } }),
  'in TypeScript': new RuleTester({ languageOptions: { parser, parserOptions: jsx } }),
}

interface Tests {
  valid: (string | { code: string; options: [object] })[]
  invalid: {
    code: string
    errors: { message: RegExp; line?: number; column?: number; endColumn?: number }[]
    output?: string | null
    options?: [object]
  }[]
}

function test(name: string, { valid, invalid }: Tests) {
  for (const [how, tester] of Object.entries(testers))
    describe(how, () => tester.run(name, plugin.rules[name] as never, { valid, invalid }))
}

const from = (names: string, code: string) => `import { ${names} } from 'fukidashi';\n${code}`
const long = 'Add this lovely item to my basket'

test('nesting', {
  valid: [
    from('Buttons, Postback', `<Buttons altText="a">Pick<Postback label="a" data="a" /></Buttons>`),
    from(
      'Buttons, Postback',
      `<Buttons altText="a">Pick{items.map((x) => <Postback label={x} data={x} />)}</Buttons>`,
    ),
    from('Text', `<div><Text>Of another library</Text></div>`),
    from('Text', `<Mine><Text>Of the user</Text></Mine>`),
    from('Flex', `<Flex.Body><Flex.Text>Tea <b>now</b></Flex.Text></Flex.Body>`),
    from('Buttons', `<Buttons altText="a"><Mine /></Buttons>`),
    `import { Text } from 'elsewhere'\nimport { Uri } from 'fukidashi'\n;<Text><Uri label="a" uri="https://example.com" /></Text>`,
    `const Text = () => null\n;<Text><div /></Text>`,
    // A name of an inner scope.
    from(
      'Text, Uri',
      `function f(Text) { return <Text><Uri label="a" uri="https://example.com" /></Text> }`,
    ),
    // A box whose layout is not known may be a baseline.
    from(
      'Flex',
      `<Flex.Box layout={layout}><Flex.Icon url="https://example.com/a.png" /></Flex.Box>`,
    ),
  ],
  invalid: [
    {
      code: from('Text, Postback', `<Text>Hi<Postback label="a" data="a" /></Text>`),
      errors: [
        {
          message: /<Text> cannot hold <Postback>.*put it into <QuickReply>/,
          line: 2,
          column: 10,
          endColumn: 18,
        },
      ],
    },
    {
      code: `import { Text as T, Uri as Link } from 'fukidashi'\n;<T>Hi<Link label="a" uri="https://example.com" /></T>`,
      errors: [{ message: /<Text> cannot hold <Uri>/, column: 8 }],
    },
    {
      code: `import * as Flex from 'fukidashi/flex'\n;<Flex.Box>Tea</Flex.Box>`,
      errors: [{ message: /<Flex.Box> cannot hold the text "Tea".*put it into <Flex.Text>/ }],
    },
    {
      code: `import { Body, Bubble } from 'fukidashi/flex'\n;<Bubble><Body><Body /></Body></Bubble>`,
      errors: [{ message: /<Flex.Body> cannot hold <Flex.Body>/ }],
    },
    {
      code: `import * as line from 'fukidashi'\n;<line.Flex.Box><line.Text>a</line.Text></line.Flex.Box>`,
      errors: [{ message: /did you mean <Flex.Text>/ }],
    },
    {
      code: `import { Flex } from 'fukidashi'\nconst { Box, Span: S } = Flex\n;<Box><S>a</S></Box>`,
      errors: [{ message: /<Flex.Box> cannot hold <Flex.Span>/ }],
    },
    {
      code: `const { Text, Uri } = require('fukidashi')\nimport 'fukidashi'\n;<Text>a<Uri uri="https://example.com" /></Text>`,
      errors: [{ message: /<Text> cannot hold <Uri>/ }],
    },
    // Only in some runs of the program.
    {
      code: from(
        'Text, Uri',
        `<Text>Hi{more && <Uri label="a" uri="https://example.com" />}</Text>`,
      ),
      errors: [{ message: /cannot hold <Uri>/ }],
    },
    {
      code: from(
        'Text, Uri, Camera',
        `<Text>Hi{a ? <Uri label="a" uri="https://example.com" /> : b ?? <Camera label="a" />}</Text>`,
      ),
      errors: [{ message: /cannot hold <Uri>/ }, { message: /cannot hold <Camera>/ }],
    },
    {
      code: from(
        'Carousel, Postback, Column',
        `<Carousel altText="a">{items.map((item) => { if (item.old) return <Column>{item.text}</Column>; return <Postback label="a" data={item.id} /> })}</Carousel>`,
      ),
      errors: [{ message: /<Carousel> cannot hold <Postback>.*<Column>/ }],
    },
    // Inside a component of the user, and of its own.
    {
      code: from(
        'Column, Sticker',
        `<Mine><Column>a<Sticker packageId="446" stickerId="1988" /></Column></Mine>`,
      ),
      errors: [{ message: /<Column> cannot hold <Sticker>/ }],
    },
    {
      code: from(
        'Flex, Uri',
        `const Row = ({ children }) => <Flex.Box>{children}<><Uri uri="https://example.com" /></></Flex.Box>`,
      ),
      errors: [{ message: /<Flex.Box> cannot hold <Uri>.*<Flex.Button>/ }],
    },
    {
      code: `import { text, uri } from 'fukidashi/builders'\ntext('Hi', uri('a', 'https://example.com'))`,
      errors: [{ message: /<Text> cannot hold <Uri>/ }],
    },
    {
      code: `import { flex, text } from 'fukidashi/builders'\nconst row = flex.horizontal(text('Hi')).spacing('md')`,
      errors: [{ message: /did you mean <Flex.Text>/ }],
    },
  ],
})

test('max-length', {
  valid: [
    from(
      'Buttons, Postback',
      `<Buttons altText="a">Pick<Postback label="${'x'.repeat(20)}" data="a" /></Buttons>`,
    ),
    // Twenty characters of several code units each.
    from(
      'Buttons, Postback',
      `<Buttons altText="a">Pick<Postback label="${'👨‍👩‍👧‍👦'.repeat(20)}" data="a" /></Buttons>`,
    ),
    // An unknown title may be undefined.
    from(
      'Buttons, Camera',
      `<Buttons altText="a" title={title}>${'x'.repeat(160)}<Camera label="a" /></Buttons>`,
    ),
    from('Text', `<Text>{a ? '${'x'.repeat(4000)}' : '${'y'.repeat(4000)}'}</Text>`),
    from('Postback', `<Postback {...props} label="a" data="a" />`),
    from('Postback', `<Postback label="${'x'.repeat(99)}" {...props} data="a" />`),
    // Where it is decides: an action by itself has the most room.
    from('Postback', `const buy = <Postback label="${long}" data="a" />`),
    `import { postback } from 'fukidashi/builders'\npostback(label, 'a')`,
  ],
  invalid: [
    {
      code: from(
        'Buttons, Postback',
        `<Buttons altText="a">Pick<Postback label="${long}" data="a" /></Buttons>`,
      ),
      errors: [
        {
          message: /is 33 characters; a postback label in a buttons template has at most 20/,
          line: 2,
          column: 42,
        },
      ],
    },
    {
      code: from('Text', `<Text>{'x'.length}${'x'.repeat(5001)}{name}</Text>`),
      errors: [{ message: /at most 5,000.*not counting the expressions/ }],
    },
    {
      code: from('Text', `<Text>${'👋'.repeat(2501)}</Text>`),
      errors: [{ message: /5,002 UTF-16 code units.*5,000/ }],
    },
    {
      code: from(
        'Buttons, Camera',
        `<Buttons altText="a" title="Tea">${'x'.repeat(61)}<Camera label="a" /></Buttons>`,
      ),
      errors: [{ message: /61.*60/ }],
    },
    {
      code: from(
        'Postback',
        `<Postback label={\`${'x'.repeat(30)}\${name}${'x'.repeat(11)}\`} data="a" />`,
      ),
      errors: [{ message: /is 41 characters.*not counting/ }],
    },
    {
      code: from(
        'Postback',
        `const label = '${'x'.repeat(41)}'\n;<Postback label={label} data="a" />`,
      ),
      errors: [{ message: /is 41 characters/, line: 3 }],
    },
    {
      code: from(
        'QuickReply, MessageAction',
        `<QuickReply><MessageAction label={a ? 'ok' : '${long}'} text="a" /></QuickReply>`,
      ),
      errors: [{ message: /in a quick reply has at most 20/ }],
    },
    {
      code: from('Flex', `<Flex.Message altText="${'x'.repeat(1501)}"><Mine /></Flex.Message>`),
      errors: [{ message: /at most 1,500/ }],
    },
    {
      code: `import { buttons, postback } from 'fukidashi/builders'\nbuttons('Pick').altText('a').actions(postback('${long}', data))`,
      errors: [{ message: /at most 20/, line: 2, column: 47 }],
    },
    {
      code: `import { text } from 'fukidashi/builders'\ntext('Hi').sender({ name: '${'x'.repeat(21)}' })`,
      errors: [{ message: /20/, column: 27 }],
    },
    {
      options: [{ warnings: true }],
      code: from('Flex', `<Flex.Message altText="${'x'.repeat(401)}"><Mine /></Flex.Message>`),
      errors: [{ message: /400/ }],
    },
  ],
})

test('alt-text', {
  valid: [
    from('Buttons', `<Buttons altText={t('a')}>Pick</Buttons>`),
    from('Buttons', `<Buttons {...props}>Pick</Buttons>`),
    from('Flex', `<Flex.Bubble><Flex.Body><Flex.Text>Tea</Flex.Text></Flex.Body></Flex.Bubble>`),
    from('Text', `<Text>Needs none</Text>`),
    `import { flex } from 'fukidashi/builders'\nflex.message(bubble).altText(text)`,
  ],
  invalid: [
    {
      code: from(
        'Flex',
        `<Flex.Message><Flex.Bubble><Flex.Body><Flex.Text>Tea</Flex.Text></Flex.Body></Flex.Bubble></Flex.Message>`,
      ),
      errors: [{ message: /altText is missing/, line: 2, column: 2, endColumn: 14 }],
    },
    {
      code: from('Flex', `<Flex.Message><Receipt /></Flex.Message>`),
      errors: [{ message: /altText is missing/ }],
    },
    {
      code: from('Buttons, Camera', `<Buttons>Pick<Camera label="a" /></Buttons>`),
      errors: [{ message: /altText is missing/ }],
    },
    {
      code: from('Imagemap', `<Imagemap baseUrl={url} />`),
      errors: [{ message: /altText is missing/ }],
    },
    {
      code: `import { flex } from 'fukidashi/builders'\nconst receipt = flex.message(flex.bubble(flex.body(flex.text('Tea'))))`,
      errors: [{ message: /altText is missing/ }],
    },
  ],
})

test('max-items', {
  valid: [
    from('Flex', `<Flex.Carousel>{bubbles.map((b) => <Flex.Bubble />)}</Flex.Carousel>`),
    from(
      'Buttons, Camera',
      `<Buttons altText="a">Pick${'{a && <Camera label="a" />}'.repeat(9)}</Buttons>`,
    ),
  ],
  invalid: [
    {
      code: from(
        'Buttons, Camera',
        `<Buttons altText="a">{text}${'<Camera label="a" />'.repeat(5)}</Buttons>`,
      ),
      errors: [{ message: /5.*4/, column: 2 }],
    },
    {
      code: `import { quickReply, camera } from 'fukidashi/builders'\nquickReply(${Array(14).fill("camera('a')").join()})`,
      errors: [{ message: /14.*13/ }],
    },
  ],
})

test('encode-urls', {
  valid: [
    from('Uri', '<Uri label="a" uri="https://example.com/a%20b" />'),
    from('Uri', '<Uri label="a" uri={`https://example.com/${encodeURIComponent(name)}`} />'),
    from('Uri', '<Uri label="a" uri={url} />'),
    // LINE advises against it, and opens it.
    from('Uri', '<Uri label="a" uri="https://example.com/茶" />'),
  ],
  invalid: [
    {
      code: from('Uri', '<Uri label="a" uri="https://example.com/green tea?q=<b>" />'),
      output: from('Uri', '<Uri label="a" uri="https://example.com/green%20tea?q=%3Cb%3E" />'),
      errors: [{ message: /must be percent-encoded/, column: 20 }],
    },
    {
      code: from(
        'Image',
        `<Image originalContentUrl={'https://example.com/a b.jpg'} previewImageUrl={\`https://example.com/a b.jpg\`} />`,
      ),
      output: from(
        'Image',
        `<Image originalContentUrl={'https://example.com/a%20b.jpg'} previewImageUrl={\`https://example.com/a%20b.jpg\`} />`,
      ),
      errors: [{ message: /percent-encoded/ }, { message: /percent-encoded/ }],
    },
    // What is around an expression is wrong, and what is right depends on it.
    {
      code: from('Uri', '<Uri label="a" uri={`${base}/green tea/${id}`} />'),
      output: null,
      errors: [{ message: /percent-encoded/ }],
    },
    // Escapes: the text of the file is not the address.
    {
      code: from('Uri', '<Uri label="a" uri="https://example.com/a b?c=1&amp;d=2" />'),
      output: null,
      errors: [{ message: /percent-encoded/ }],
    },
    {
      code: `import { uri } from 'fukidashi/builders'\nuri('a', 'https://example.com/a b').altUri({ desktop: "https://example.com/'c' d" })`,
      output: `import { uri } from 'fukidashi/builders'\nuri('a', 'https://example.com/a%20b').altUri({ desktop: "https://example.com/'c'%20d" })`,
      errors: [{ message: /percent-encoded/ }, { message: /percent-encoded/ }],
    },
    {
      options: [{ warnings: true }],
      code: from('Uri', '<Uri label="a" uri="https://example.com/茶" />'),
      output: from('Uri', '<Uri label="a" uri="https://example.com/%E8%8C%B6" />'),
      errors: [{ message: /should be percent-encoded/ }],
    },
  ],
})

test('valid-values', {
  valid: [
    from('Flex', `<Flex.Text size={size} color={dark ? '#ffffff' : '#000000'}>a</Flex.Text>`),
    from('Postback', `<Postback label={t('a')} data={data} />`),
    from('Sticker', `<Sticker packageId={id} stickerId="1" />`),
    from('Flex', `<Flex.Text color={\`#\${rgb}\`}>a</Flex.Text>`),
    from(
      'DatetimePicker',
      `<DatetimePicker label="a" data="a" mode={mode} initial="2026-01-01" />`,
    ),
    from('Text', `<Text emojis={[{ index: 0, productId: id, emojiId: '001' }]}>{text}</Text>`),
    from(
      'Carousel, Column, Camera',
      `<Carousel altText="a"><Column>a{x.map((y) => <Camera label="a" />)}</Column><Column>b<Camera label="a" /></Column></Carousel>`,
    ),
  ],
  invalid: [
    {
      code: from('Flex', `<Flex.Text size="huge" color={a ? 'red' : b}>a</Flex.Text>`),
      errors: [
        { message: /"huge"/, column: 17 },
        { message: /"red"/, column: 35 },
      ],
    },
    {
      code: from('Uri', `<Uri label="a" uri="example.com" />`),
      errors: [{ message: /has no scheme; a tap opens http, https, line or tel/ }],
    },
    {
      code: from('Text', `<Text text="" />`),
      errors: [{ message: /text is empty/, column: 12 }],
    },
    {
      code: `import { flex } from 'fukidashi/builders'\nflex.text(name).size('huge')`,
      errors: [{ message: /"huge"/, column: 22 }],
    },
    {
      code: from(
        'Flex',
        `<Flex.Box layout="vertical" background={{ type: 'linearGradient', angle: '0deg', startColor: 'red', endColor: end }} />`,
      ),
      errors: [{ message: /"red"/, column: 94 }],
    },
  ],
})
