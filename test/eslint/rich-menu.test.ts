/** The rules with the components of `fukidashi/rich-menu`. */
import { Linter } from 'eslint'
import { expect, it } from 'vitest'
import { parser } from 'typescript-eslint'
import plugin from 'fukidashi/eslint'
import * as richMenu from 'fukidashi/rich-menu'
import { builtIn } from '../../src/jsx-runtime/component.js'
import * as known from '../../src/rich-menu/components/index.js'

const linter = new Linter()
const config = {
  ...plugin.configs.recommended,
  files: ['**/*.tsx'],
  languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } },
}
const imports = `import { Area, MessageAction, Postback, Text as LineText, Uri } from 'fukidashi'
import { Box, Cell, Icon, Imagemap, Place, RichMenu, Row, Tab, Text, VideoCell } from 'fukidashi/rich-menu'
`

/** The column and text of each report. */
const marks = (code: string): string[] =>
  linter
    .verify(`${imports}export default ${code}`, config as never, 'file.tsx')
    .map(({ column, ruleId, message }) => `${column - 17} ${ruleId!.slice(10)}: ${message}`)

it('know all of them', () => {
  const names = Object.entries(richMenu).flatMap(([name, value]) => (builtIn(value) ? name : []))
  expect(Object.keys(known).sort()).toEqual(names.sort())
})

it.each([
  [
    '21 max-length: chatBarText has 20 char',
    `<RichMenu chatBarText="${'a'.repeat(20)}"><Cell>a</Cell></RichMenu>`,
  ],
  ['0 nesting: text is not permitted in <RichMenu>', `<RichMenu chatBarText="a">a</RichMenu>`],
  ['0 valid-values: chatBarText is missing', `<RichMenu><Cell>a</Cell></RichMenu>`],
  [
    '6 nesting: <Text> is not permitted in <Cell>; it holds text',
    `<Cell><LineText>a</LineText></Cell>`,
  ],
  ['0 nesting: <Cell> holds 2 actions', `<Cell><Postback data="a" /><Postback data="b" />a</Cell>`],
  ['0 nesting: <Tab> holds an action', `<Tab to="a"><Postback data="a" />a</Tab>`],
  [
    '5 nesting: <Place> is not permitted in <Row>',
    `<Row><Place x={0} y={0} width={9} height={9} /></Row>`,
  ],
  [
    '26 nesting: <VideoCell> is not permitted',
    `<RichMenu chatBarText="a"><VideoCell originalContentUrl="https://example.com/a.mp4" previewImageUrl="https://example.com/a.png" /></RichMenu>`,
  ],
  [
    '0 valid-values: the parts of the menu need 314 pixels more',
    `<RichMenu chatBarText="a"><Row height={2000}><Cell>a</Cell></Row></RichMenu>`,
  ],
  [
    '14 encode-urls: "https://example.com/a b"',
    `<Cell><Uri uri="https://example.com/a b" />a</Cell>`,
  ],
  [
    'max-length: "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" is 30 char',
    `<RichMenu chatBarText="a"><Cell><Postback label="${'a'.repeat(30)}" data="a" /></Cell></RichMenu>`,
  ],
  ['11 valid-values: <Text>: color is "redd"', `<Text color="redd">a</Text>`],
  ['13 valid-values: <Box>: padding is -1', `<Box padding={-1}>a</Box>`],
  ['28 valid-values: <Icon>: size is "big"', `<Icon name="lucide:map" size="big" />`],
  [
    '0 alt-text: altText is missing',
    `<Imagemap baseUrl="https://example.com/a" height={500}><Cell>a</Cell></Imagemap>`,
  ],
])('report: %s', (report, code) => {
  const reported = marks(code)
  expect(reported).toHaveLength(1)
  expect(reported[0]).toContain(report)
})

it.each([
  // Parts are checked where they may be: in a menu or in an imagemap.
  `<Cell><Postback data="a" />a</Cell>`,
  `<Row height={300}><Cell><MessageAction label="${'a'.repeat(40)}" text="a" />a</Cell></Row>`,
  `<VideoCell originalContentUrl="https://example.com/a.mp4" previewImageUrl="https://example.com/a.png" />`,
  // It depends on what is not known.
  `<RichMenu chatBarText="a" size={size}><Row height={2000}><Cell>a</Cell></Row></RichMenu>`,
  `<RichMenu chatBarText="a" {...rest}><Row height={2000}><Cell>a</Cell></Row></RichMenu>`,
  `<RichMenu chatBarText={t('bar')}>{tabs.map((tab) => <Tab to={tab}>{tab}</Tab>)}<Mine /></RichMenu>`,
  `<Cell style={style}><Icon name="lucide:map" {...icon} />{text}</Cell>`,
])('leave alone: %s', (code) => {
  expect(marks(code)).toEqual([])
})
