/** Types of the tables of deeds: what people, groups and the module channel can do. */
import type { Chat, Person } from '../state/people.js'
import type { World } from '../state/world.js'

/** How the control API reads a value from a body. */
export type Kind =
  | 'text'
  | 'number'
  | 'whole'
  | 'boolean'
  | 'bytes'
  | 'texts'
  | 'word'
  | 'people'
  | 'parts'
  | 'target'
  | 'shape'
  | 'shapes'
  | 'code'

/** A value that a deed takes. */
export interface Field {
  kind: Kind
  /** TypeScript type. */
  type: string
  /** What it means; `undefined` for an object whose fields say it. */
  about: string
  required?: boolean
  /** Names in bodies of the control API, and what they mean; the name of the field and `about` by default. */
  body?: Readonly<Record<string, string>>
  /** Of `whole`: the smallest number, and the largest. */
  range?: readonly [number, number?]
  /** Of `word`: the permitted words. */
  words?: readonly string[]
  /** Of `shape` and `shapes`: which one. */
  shape?: string
}

/** An object of several fields: an interface in TypeScript, one level in bodies of the control API. */
export interface Shape {
  about: string
  extends?: readonly string[]
  fields: Readonly<Record<string, Field>>
}

/** Words of the page. `{who}` is replaced by a name. */
export interface Label {
  en: string
  ja: string
  th: string
  'zh-TW': string
}

/** Where the page offers a deed. */
export interface MenuEntry {
  place: 'chat' | 'message' | 'attach'
  /** Offered only if the person (or the group) has these values. */
  when?: Readonly<Record<string, boolean>>
  /** Offered once for each of these people, as `people` of the deed. */
  who?: 'outsiders' | 'me'
}

/** Something that can be done. The key in its table is the name of the method. */
export interface Deed {
  /** What happens, for hovers and for `GET /_fukidashi`. */
  about: string
  /** Further tags of the hover, such as the errors and an example. */
  more?: string
  /** Arguments of the method, in order. */
  arguments?: Readonly<Record<string, Field>>
  /** Shapes of the last argument. */
  options?: readonly string[]
  /** Return type of the method; `Promise<Turn>` by default. */
  returns?: 'void' | 'string'
  /** Route of the control API, `does` by default; `false`: the control API does not offer it. */
  route?: 'says' | 'taps' | 'sends' | 'does' | false
  /** `what` of the route `does`, `type` of the route `sends`. */
  what?: string
  /** Values of the body that distinguish deeds with the same `what`. */
  body?: Readonly<Record<string, string>>
  /** Chosen among deeds with the same `what` if the body has this number, and it is not 1. */
  count?: string
  words?: Label
  menu?: MenuEntry
}

/** A person in a chat. */
export interface PersonSubject {
  world: World
  person: Person
  chat: Chat
}

/** A group or room. */
export interface GroupSubject {
  world: World
  chat: Chat
}

/** The channel. */
export interface ModuleSubject {
  world: World
}

/** A table of deeds of one kind of subject. */
export type Table<Subject> = Readonly<
  Record<string, Deed & { run: (on: Subject, ...args: never[]) => unknown }>
>
