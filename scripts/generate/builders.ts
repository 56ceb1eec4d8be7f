/** The table of components and their sources → the source of all builders. */
import type { Row, Word } from '../../src/components/row.ts'
import { type ComponentSource, type Prop, type Takes } from './components.ts'
import { definitionsOf, exportName, rows } from './table.ts'

const header = '// Generated from src/components by scripts/generate. Not written by hand.'

/** The module that lists the methods of each builder, by how they take their values. */
export function methodsModule(sources: readonly ComponentSource[]): string {
  const lines = sources.map(({ name, props }) => {
    const methods: Record<Takes, string[]> = { one: [], flags: [], many: [] }
    for (const prop of props) methods[prop.takes].push(prop.name)
    return `export const ${exportName(name)} = ${JSON.stringify(methods)}`
  })
  return [header, '', ...lines, ''].join('\n')
}

/** The modules of factories: those of `fukidashi/builders`, and those of its `flex`. */
export function builderModules(sources: readonly ComponentSource[]): {
  builders: string
  flex: string
} {
  const isFlex = ({ name }: ComponentSource) => name.startsWith('Flex.')
  return {
    builders: builderModule(
      sources.filter((source) => !isFlex(source)),
      '../../components/index.js',
    ),
    flex: builderModule(sources.filter(isFlex), '../../components/flex/index.js'),
  }
}

/** Types of `src/components/children.ts` that builders name themselves. */
const childrenTypes = [
  'Block',
  ...Object.values(rows).flatMap(({ words = {} }) =>
    Object.values(words).map(({ holds }) => holds),
  ),
].filter((name, i, all) => all.indexOf(name) === i)

function builderModule(sources: readonly ComponentSource[], from: string): string {
  const own = sources.map(({ name }) => bare(name))
  const body = sources.flatMap(builderOf).join('\n')
  const imported = own.flatMap((name) => [name, `type ${name}Props`])
  const children = childrenTypes.filter((name) => new RegExp(`\\b${name}\\b`).test(body))
  return `${header}
${children.length > 0 ? `import type { ${children.join(', ')} } from '../../components/children.js'\n` : ''}import { ${imported.join(', ')} } from '${from}'
import type { Element } from '../../jsx-runtime/element.js'
import type * as spec from '../../spec/index.js'
import { factory } from '../factory.js'
import type { Setters } from '../setters.js'
import * as methods from './methods.js'

${body}`
}

/** The name in its own room: `Text` for `Flex.Text`. */
const bare = (component: string) => component.replace('Flex.', '')

/** The name of a component's factory in its own room. */
const factoryName = (component: string) =>
  bare(component).replace(/^./, (letter) => letter.toLowerCase())

/** The name of a component's factory as it is called: `flex.text`. */
const called = (component: string) =>
  component.startsWith('Flex.') ? `flex.${factoryName(component)}` : factoryName(component)

function builderOf(source: ComponentSource): string[] {
  const { name, tags } = source
  const row = rows[name]!
  const own = bare(name)
  const builder = `${own}Builder`
  const props = source.isUnion ? `${own}Options` : `${own}Props`
  const text =
    row.docs ??
    source.docs.replace(/<((?:Flex\.)?[A-Z]\w*)>/g, (tag, child: string) => {
      return child in rows ? `${called(child)}()` : tag
    })
  const notes = tags.filter((tag) => tag.name !== 'see')
  const see = tags.filter((tag) => tag.name === 'see')
  const withoutLabel =
    row.kind === 'action'
      ? 'Also accepts its properties as an object, for an action without a label.'
      : ''
  return [
    ...(source.isUnion ? [optionsOf(own, source.props)] : []),
    `${comment(`Builder of {@link ${own}}.`)}
export interface ${builder}
  extends Element<${elementOf(row)}>, Setters<${props}, ${builder}> {}
`,
    `${comment(text, withoutLabel, ...notes.map(tagged), example(row.example), see.map(tagged).join('\n'))}
export const ${factoryName(name)}: ${signature(source, row)} =
  factory(${[own, `methods.${exportName(name)}`, ...positional(row).map((arg) => `'${arg.replace('?', '')}'`)].join(', ')})
`,
    ...Object.entries(row.words ?? {}).map(([word, what]) => wordOf(name, word, what, see)),
  ]
}

const tagged = ({ name, text }: { name: string; text: string }) => `@${name} ${text}`

/** Without the indentation that it has in the table. */
function example(code: string): string {
  const lines = code.replace(/^\n/, '').split('\n')
  const indent = /^ */.exec(lines[0]!)![0].length
  return ['@example', ...lines.map((line) => line.slice(indent))].join('\n')
}

function comment(...paragraphs: string[]): string {
  const text = paragraphs.filter((paragraph) => paragraph !== '').join('\n\n')
  if (!text.includes('\n')) return `/** ${text} */`
  return ['/**', ...text.split('\n').map((line) => ` * ${line}`.trimEnd()), ' */'].join('\n')
}

/** The type parameter of a builder's `Element`: the type of its JSON, or the block of a bubble that it becomes. */
function elementOf(row: Row): string {
  if (row.block) return `Block<'${rows['Flex.Bubble']!.children![row.kind]!}'>`
  const names = row.around ? [row.around.spec] : definitionsOf(row)
  return names.map((name) => `spec.${name}`).join(' | ')
}

const positional = ({ builder }: Row) => builder.filter((arg) => !arg.startsWith('...'))

function signature({ name, props }: ComponentSource, row: Row): string {
  const type = `${bare(name)}Props`
  const args = row.builder.map((arg) => {
    if (arg.startsWith('...')) return `${arg}: ${type}['children'][]`
    const prop = arg.replace('?', '')
    if (!props.some((each) => each.name === prop))
      throw new Error(
        `<${name}> has no property ${prop}, which its row in src/components/table.ts makes an argument of its builder`,
      )
    return `${arg}: ${type}['${prop}']`
  })
  const builder = `${bare(name)}Builder`
  // Where no label is shown, an action has no first argument to start with.
  return row.kind === 'action'
    ? `{ (${args.join(', ')}): ${builder}; (props: ${type}): ${builder} }`
    : `(${args.join(', ')}) => ${builder}`
}

/** An interface cannot extend one of several shapes: one shape with all properties, of which one is set. */
function optionsOf(own: string, props: readonly Prop[]): string {
  const lines = props.map(
    ({ name, docs }) => `  ${comment(docs)}\n  ${name}?: ${own}Props['${name}']`,
  )
  return `/** Properties of {@link ${own}}, of which one is set. */
interface ${own}Options {
${lines.join('\n')}
}
`
}

function wordOf(
  component: string,
  word: string,
  { docs, example: code, property, holds }: Word,
  see: ComponentSource['tags'],
): string {
  return `${comment(docs, example(code), see.map(tagged).join('\n'))}
export const ${word} = (...children: ${holds}[]): ${bare(component)}Builder =>
  ${factoryName(component)}(...children).${property}('${word}')
`
}
