/** Routes in which people, groups and the module channel do something. They come from the tables in `deeds/`. */
import { either } from '../../common/words.js'
import type { Deed, Field, Table } from '../deeds/deed.js'
import { groupDeeds } from '../deeds/group.js'
import { moduleDeeds } from '../deeds/module.js'
import { personDeeds } from '../deeds/person.js'
import { shapes } from '../deeds/shapes.js'
import { namesOf, readField, readShape } from './read-deed.js'
import { bad, type Command, type ControlRoute } from './route.js'

type Subject = 'person' | 'group' | 'module'

/** A method of a person, a group or the module channel. */
interface Entry {
  method: string
  deed: Deed
}

const tables: Readonly<Record<Subject, Table<never>>> = {
  person: personDeeds,
  group: groupDeeds,
  module: moduleDeeds,
}

const entriesOf = (subject: Subject, route: Deed['route']): Entry[] =>
  Object.entries(tables[subject]).flatMap(([method, deed]: [string, Deed]) =>
    (deed.route ?? 'does') === route ? [{ method, deed }] : [],
  )

/** Fields of a deed, with those of its options. */
const fieldsOf = ({ arguments: values = {}, options = [] }: Deed): [string, Field][] => [
  ...Object.entries(values),
  ...options.flatMap(fieldsOfShape),
]

function fieldsOfShape(name: string): [string, Field][] {
  const { fields, extends: bases = [] } = shapes[name]!
  return [...Object.entries(fields), ...bases.flatMap(fieldsOfShape)]
}

/** What the body of a deed may have, and what it means. */
function bodyOf(deed: Deed): Record<string, string> {
  const own = fieldsOf(deed).flatMap(([name, field]) => [
    ...Object.entries(namesOf(name, field)),
    ...(field.shape
      ? fieldsOfShape(field.shape).flatMap((inner) => Object.entries(namesOf(...inner)))
      : []),
  ])
  return Object.fromEntries([...own, ...Object.entries(deed.body ?? {})])
}

/** The bodies of all deeds of a route. A property that only some of them have says which. */
function bodyOfRoute(entries: readonly Entry[], selector?: string): Record<string, string> {
  const uses = new Map<string, { deeds: Set<string>; texts: Set<string> }>()
  for (const { deed, method } of entries)
    for (const [name, about] of Object.entries(bodyOf(deed))) {
      const use = uses.get(name) ?? { deeds: new Set(), texts: new Set() }
      use.deeds.add(deed.what ?? method)
      use.texts.add(about)
      uses.set(name, use)
    }
  const all = whatsOf(entries)
  const body: Record<string, string> = selector === undefined ? {} : { [selector]: either(all) }
  for (const [name, { deeds, texts }] of uses) {
    if (name === selector) continue
    const about = [...texts].join('; ')
    body[name] =
      selector === undefined || deeds.size === all.length
        ? about
        : `${[...deeds].join(', ')}: ${about}`
  }
  return body
}

const whatsOf = (entries: readonly Entry[]): string[] => [
  ...new Set(entries.map(({ deed, method }) => deed.what ?? method)),
]

/** The deed that a body names. @throws {EmulatorError} `option_invalid` */
function select(entries: readonly Entry[], command: Command, selector?: string): Entry {
  if (selector === undefined) return entries[0]!
  const what = command.body[selector]
  const same = entries.filter(({ deed, method }) => (deed.what ?? method) === what)
  if (same.length === 0) throw bad(selector, either(whatsOf(entries)))
  const isSeveral = ({ deed: { count } }: Entry) =>
    count !== undefined && (command.body[count] ?? 1) !== 1
  const match =
    same.find(isSeveral) ??
    same.find(
      ({ deed }) =>
        deed.count === undefined &&
        Object.entries(deed.body ?? {}).every(([name, value]) => command.body[name] === value),
    )
  if (match) return match
  const [name] = Object.keys(same[0]!.deed.body!)
  throw bad(name!, either(same.map(({ deed }) => deed.body![name!]!)))
}

/** Does what a body names. */
function perform(subject: Subject, entries: readonly Entry[], command: Command, selector?: string) {
  const { method, deed } = select(entries, command, selector)
  const values = Object.entries(deed.arguments ?? {}).map(([name, field]) =>
    readField(command, name, field),
  )
  if (deed.options)
    values.push(Object.assign({}, ...deed.options.map((name) => readShape(command, name))))
  const target = {
    person: () => command.person(),
    group: () => command.group(),
    module: () => command.line.module,
  }[subject]() as unknown as Record<string, (...args: unknown[]) => unknown>
  const result = target[method]!(...values)
  return typeof result === 'string' ? { code: result } : result
}

function routeOf(
  subject: Subject,
  route: NonNullable<Deed['route']>,
  path: string,
  example: Readonly<Record<string, unknown>>,
  { about, selector }: { about?: string; selector?: string } = {},
): ControlRoute {
  const entries = entriesOf(subject, route)
  return {
    method: 'POST',
    path,
    about: about ?? entries[0]!.deed.about,
    body: bodyOfRoute(entries, selector),
    ...(selector !== undefined && {
      deeds: entries.map(({ deed, method }) => ({
        [selector]: deed.what ?? method,
        about: deed.about,
        body: bodyOf(deed),
      })),
    }),
    example,
    run: (command) => perform(subject, entries, command, selector),
  }
}

export const deedRoutes: readonly ControlRoute[] = [
  routeOf('person', 'says', '/people/{person}/says', { text: 'hi' }),
  routeOf('person', 'taps', '/people/{person}/taps', { label: 'Buy' }),
  routeOf(
    'person',
    'sends',
    '/people/{person}/sends',
    { type: 'image' },
    {
      about: 'Sends a message that is not text',
      selector: 'type',
    },
  ),
  routeOf(
    'person',
    'does',
    '/people/{person}/does',
    { what: 'block' },
    {
      about: 'Does something else',
      selector: 'what',
    },
  ),
  routeOf(
    'group',
    'does',
    '/groups/{group}/does',
    { what: 'removeBot' },
    {
      about: 'People and the bot join and leave',
      selector: 'what',
    },
  ),
  routeOf(
    'module',
    'does',
    '/module/does',
    { what: 'attach' },
    {
      about: 'What happens to a module channel, if the bot is one',
      selector: 'what',
    },
  ),
]
