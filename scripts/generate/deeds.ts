/** The tables in `src/emulator/deeds` → option interfaces, the classes of people and groups, and what the page offers. */
import type { Deed, Field, Label, Table } from '../../src/emulator/deeds/deed.ts'
import { groupDeeds } from '../../src/emulator/deeds/group.ts'
import { moduleDeeds } from '../../src/emulator/deeds/module.ts'
import { personDeeds } from '../../src/emulator/deeds/person.ts'
import { shapes } from '../../src/emulator/deeds/shapes.ts'
import { usualPlace } from '../../src/emulator/people/usual-place.ts'

const header = '// Generated from src/emulator/deeds by scripts/generate. Not written by hand.\n'

/** A doc comment. */
const doc = (text: string, indent = ''): string =>
  text.includes('\n')
    ? `${indent}/**\n${text.replace(/^/gm, `${indent} * `).replace(/ +$/gm, '')}\n${indent} */\n`
    : `${indent}/** ${text} */\n`

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`)

const property = (name: string, { type, about, required }: Field): string =>
  doc(sentence(about), '  ') +
  (required ? `  ${name}: ${type}\n` : `  ${name}?: ${type} | undefined\n`)

/** `generated/options.ts`: an interface for each shape. */
export const optionsModule = (): string =>
  [
    header,
    "import type { BeaconType, StickerResourceType } from '../../spec/webhook/index.js'\n",
    "import type { GroupChat } from '../people/member.js'\n\n",
    Object.entries(shapes)
      .map(([name, { about, extends: bases, fields }]) => {
        const heading = bases ? `${name} extends ${bases.join(', ')}` : name
        const properties = Object.entries(fields).map(([key, field]) => property(key, field))
        return `${doc(about)}export interface ${heading} {\n${properties.join('')}}\n`
      })
      .join('\n'),
  ].join('')

interface ClassSource {
  name: string
  file: string
  base: string
  table: string
  deeds: Table<never>
  imports: readonly string[]
  about: string
}

export const classes: readonly ClassSource[] = [
  {
    name: 'User',
    file: 'user',
    base: 'UserState',
    table: 'personDeeds',
    deeds: personDeeds,
    imports: [
      "import { personDeeds } from '../deeds/person.js'",
      "import type { TapTarget } from '../people/tapping.js'",
      "import type { TextPart } from '../people/text.js'",
      "import type { Turn } from '../people/turn.js'",
      "import { UserState } from '../people/user-state.js'",
    ],
    about: `
A person with LINE on their phone. Everything that a person does resolves when the bot has finished all its work for it; with
\`{ settle: false }\` immediately.

@example
const line = createEmulator({ bot })
const aki = line.user('Aki')
await aki.says('menu')
await aki.taps('Buy')
aki.messages.at(-1) // { type: 'text', text: 'Thank you' }`,
  },
  {
    name: 'Group',
    file: 'group',
    base: 'GroupState',
    table: 'groupDeeds',
    deeds: groupDeeds,
    imports: [
      "import { groupDeeds } from '../deeds/group.js'",
      "import { GroupState } from '../people/group-state.js'",
      "import type { Member } from '../people/member.js'",
      "import type { Turn } from '../people/turn.js'",
    ],
    about: `
A group or room. The bot is a member unless \`bot\` is \`false\`.

@example
const line = createEmulator({ bot })
const [aki, ken] = [line.user('Aki'), line.user('Ken')]
const team = line.group('Team', [aki, ken])
await aki.says(['Hi ', line.bot], { in: team })
team.messages`,
  },
  {
    name: 'ModuleChannel',
    file: 'module-channel',
    base: 'ModuleState',
    table: 'moduleDeeds',
    deeds: moduleDeeds,
    imports: [
      "import { moduleDeeds } from '../deeds/module.js'",
      "import { ModuleState } from '../people/module-state.js'",
      "import type { Turn } from '../people/turn.js'",
    ],
    about: `
The module channel, if the bot is one. What happens to a single chat is a method of people: \`aki.activates()\`.

@example
const line = createEmulator({ bot })
await line.module.attaches({ scopes: ['message:send'] })
await line.module.suspends()`,
  },
]

const isRequired = (name: string): boolean =>
  Object.values(shapes[name]!.fields).some(({ required }) => required)

function method(table: string, name: string, deed: Deed): string {
  const fields = Object.entries(deed.arguments ?? {})
  const shapeNames = deed.options ?? []
  const parameters = fields.map(([key, { type, required, kind }]) =>
    required ? `${key}: ${type}` : kind === 'shape' ? `${key}: ${type} = {}` : `${key}?: ${type}`,
  )
  if (shapeNames.length > 0)
    parameters.push(
      `options: ${shapeNames.join(' & ')}${shapeNames.some(isRequired) ? '' : ' = {}'}`,
    )
  const subject = shapeNames.includes('In') ? 'this.subject(options)' : 'this.subject()'
  const passed = [subject, ...fields.map(([key]) => key)]
  // Where it happens is part of the subject.
  if (shapeNames.some((one) => one !== 'In')) passed.push('options')
  const comment = [
    deed.about,
    ...(fields.length > 0 ? [''] : []),
    ...fields.map(([key, { about }]) => `@param ${key} - ${sentence(about)}`),
  ].join('\n')
  const head = deed.returns
    ? `${name}(${parameters.join(', ')}): ${deed.returns}`
    : `async ${name}(${parameters.join(', ')}): Promise<Turn>`
  const values = [...fields.map(([key]) => key), ...(shapeNames.length > 0 ? ['options'] : [])]
  const check = `checkArguments(${[table, `'${name}'`, ...values].join(', ')})`
  const call = `${table}.${name}.run(${passed.join(', ')})`
  return `${doc(comment + (deed.more ?? ''), '  ')}  ${head} {\n    ${check}\n    ${deed.returns === 'void' ? '' : 'return '}${call}\n  }\n`
}

/** A class with a method for each deed. */
export function classModule({ name, base, table, deeds, imports, about }: ClassSource): string {
  const methods = Object.entries(deeds).map(([key, deed]) => method(table, key, deed))
  const body = methods.join('\n')
  const used = Object.keys(shapes).filter((shape) => new RegExp(`\\b${shape}\\b`).test(body))
  const types = `import type { ${used.join(', ')} } from './options.js'`
  const check = "import { checkArguments } from '../deeds/check-arguments.js'"
  return `${header}${[check, ...imports, types].join('\n')}\n\n${doc(about.trimStart())}export class ${name} extends ${base} {\n${body}}\n`
}

type Labelled = [name: string, deed: Deed & { words: Label }]

const tables = { person: personDeeds, group: groupDeeds }

/** The deeds that the page offers. */
const offered = (deeds: Table<never>): Labelled[] =>
  Object.entries(deeds).flatMap(([name, deed]: [string, Deed]) => {
    const { words } = deed
    return words ? [[name, { ...deed, words }] satisfies Labelled] : []
  })

/** Names of deeds in one language: `person.blocks`. */
export const deedWords = (language: keyof Label): Record<string, string> =>
  Object.fromEntries(
    Object.entries(tables).flatMap(([subject, deeds]) =>
      offered(deeds).map(([name, { words }]) => [`${subject}.${name}`, words[language]]),
    ),
  )

/** What the page offers, with its English words, and the place that it suggests. */
export function pageDeeds(): string {
  const deeds = Object.fromEntries(
    Object.entries(tables).map(([subject, table]) => [
      subject,
      Object.fromEntries(
        offered(table).map(([name, { route = 'does', what, menu }]) => [
          name,
          { route, what, ...(menu && { menu }) },
        ]),
      ),
    ]),
  )
  const constant = (name: string, value: unknown) =>
    `export const ${name} = ${JSON.stringify(value, null, 2)} as const\n`
  return [
    header,
    [
      constant('deeds', deeds),
      constant('deedWords', deedWords('en')),
      constant('usualPlace', usualPlace),
    ].join('\n'),
  ].join('')
}
