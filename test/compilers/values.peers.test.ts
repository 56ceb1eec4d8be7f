/** What people see of values in their editors and in errors of the compiler. */
import { beforeAll, describe, expect, it } from 'vitest'
import { completions } from './completions.js'
import { usePackageWithTypes } from '../support/built-package.ts'
import { everyVersion, inFolder, tsc, tsconfig } from './tsc.js'

const sizes = ['xxs', 'xs', 'sm', 'md', 'lg', 'xl', 'xxl', '3xl', '4xl', '5xl']
const spaces = ['none', 'xs', 'sm', 'md', 'lg', 'xl', 'xxl']
const borders = ['none', 'light', 'normal', 'medium', 'semi-bold', 'bold']

/** Places where a value is written, and what the editor offers there. */
const places: [code: string, values: string[]][] = [
  ['<Flex.Text size="/*|*/" />', sizes],
  ['<Flex.Text margin="/*|*/" />', spaces],
  ['<Flex.Text offsetTop="/*|*/" />', spaces],
  ['<Flex.Text align="/*|*/" />', ['start', 'center', 'end']],
  ['<Flex.Span size="/*|*/" />', sizes],
  ['<Flex.Icon url="" size="/*|*/" />', sizes],
  ['<Flex.Image url="" size="/*|*/" />', [...sizes, 'full']],
  ['<Flex.Box layout="vertical" paddingAll="/*|*/" />', spaces],
  ['<Flex.Box layout="vertical" borderWidth="/*|*/" />', borders],
  ['<Flex.Box layout="vertical" cornerRadius="/*|*/" />', spaces],
  ['<Flex.Button height="/*|*/" />', ['sm', 'md']],
  ['<Flex.Bubble size="/*|*/" />', ['nano', 'giga']],
  ['<Flex.Body spacing="/*|*/" />', spaces],
  ['<Buttons imageSize="/*|*/" />', ['cover', 'contain']],
  ["<Flex.Body contents={[{ type: 'text', text: 'a', size: '/*|*/' }]} />", sizes],
  ["flex.text('a').size('/*|*/')", sizes],
  ["flex.text('a').margin('/*|*/')", spaces],
  ["flex.span('a').size('/*|*/')", sizes],
  ["flex.image('a').size('/*|*/')", [...sizes, 'full']],
  ["flex.icon('a').size('/*|*/')", sizes],
  ["flex.box().borderWidth('/*|*/')", borders],
  ["flex.box().layout('/*|*/')", ['horizontal', 'vertical', 'baseline']],
  ["flex.button().style('/*|*/')", ['primary', 'secondary', 'link']],
  ["flex.body({ type: 'box', layout: 'vertical', contents: [], spacing: '/*|*/' })", spaces],
]

const head = `import { Buttons, Flex } from 'fukidashi'
import { flex } from 'fukidashi/builders'
declare const data: string
declare const node: import('fukidashi').Node
`
const config = tsconfig({ noEmit: true, skipLibCheck: true, customConditions: [] }, ['*.tsx'])
const programOf = (codes: readonly string[]) =>
  `${head}export const all = [\n${codes.map((code) => `  ${code},\n`).join('')}]\n`

const fromData = [
  '<Flex.Text size={data} color={data} margin={data} lineSpacing={data} offsetEnd={data} />',
  '<Flex.Box layout="vertical" width={data} borderWidth={data} paddingAll={data} />',
  '<Flex.Image url={data} aspectRatio={data} size={data} backgroundColor={data} />',
  '<Flex.LinearGradient angle={data} startColor={data} endColor={data} centerPosition={data} />',
  '<Flex.Bubble styles={{ body: { backgroundColor: data, separatorColor: data } }} />',
  '<Buttons imageBackgroundColor={data} />',
  "<Flex.Body>{{ type: 'text', text: 'a', size: data, color: data }}</Flex.Body>",
  'flex.text(data).size(data).color(data), flex.linearGradient(data, data, data)',
]

const refused: [code: string, values: string[]][] = [
  ['<Flex.Text size={5} />', ['"xs"', '"5xl"']],
  ['<Flex.Text align="middle" />', ['"start"', '"center"', '"end"']],
  ['<Flex.Text align={data} />', ['"start"', '"center"', '"end"']],
  ['<Flex.Bubble size={data} />', ['"nano"', '"giga"']],
  ['<Flex.Box layout="upright" />', ['"horizontal"', '"vertical"', '"baseline"']],
  ['<Flex.Bubble styles={{ body: { separatorColor: 1 } }} />', ['`#${string}`']],
  ["<Flex.Body contents={[{ type: 'text', text: 'a', align: 'no' }]} />", ['"start"', '"end"']],
  ['<Flex.Body>{node}</Flex.Body>', ["'FlexChildren'"]],
  ['<Flex.Text>{node}</Flex.Text>', ["'FlexTextChildren'"]],
  ['<Flex.Bubble>{node}</Flex.Bubble>', ["'BlockChildren'"]],
  ['<Buttons altText="a">{node}</Buttons>', ["'TemplateChildren'"]],
  ['flex.body(node)', ["'FlexChildren'"]],
  ["flex.text('a').align('middle')", ['"start"', '"center"', '"end"']],
  ["flex.box().layout('upright')", ['"horizontal"', '"vertical"', '"baseline"']],
  ["flex.bubble().size('big')", ['"nano"', '"giga"']],
]

const { installIn } = usePackageWithTypes()

/** Does work in a project with fukidashi and these files. */
const inProject = <T>(files: Record<string, string>, work: (folder: string) => Promise<T>) =>
  inFolder({ ...files, 'tsconfig.json': config }, async (folder) => {
    await installIn(folder)
    return work(folder)
  })

describe.each(everyVersion)('TypeScript %s', (version) => {
  describe('completes', () => {
    let offered: string[][]
    beforeAll(async () => {
      const files = { 'main.tsx': programOf(places.map(([code]) => code)) }
      offered = await inProject(files, (folder) => completions(version, folder))
    })
    it.each(places.map(([code, values], i) => [code, values, i] as const))('%s', (_, values, i) => {
      expect(offered[i]).toEqual(expect.arrayContaining(values))
    })
  })

  describe('compiles', () => {
    const codes = [...fromData, ...refused.map(([code]) => code)]
    let errors: string
    beforeAll(async () => {
      const files = codes.map((code, i) => [`case${String(i)}.tsx`, programOf([code])])
      errors = await inProject(Object.fromEntries(files) as Record<string, string>, (folder) =>
        tsc(version, folder),
      )
    })
    const errorsOf = (code: string) => {
      const file = `case${String(codes.indexOf(code))}.tsx`
      return errors
        .split(/\n(?! )/)
        .filter((line) => line.startsWith(file) || line.includes(`/${file}`))
    }

    it.each(fromData)('text from data: %s', (code) => {
      expect(errorsOf(code)).toEqual([])
    })

    it.each(refused)('with an error that lists what is permitted: %s', (code, values) => {
      const text = errorsOf(code).join('\n')
      for (const value of values) expect(text).toContain(value)
      expect(text).not.toMatch(/Into<[^>]*undefined|Part<|Boxed</)
    })
  })
})
