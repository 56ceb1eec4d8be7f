/** What the server sends to the page, and what the page asks for. */
import type { Entry, FailureRecord } from '../../emulator/index.js'
import type { Message, RichMenuRequest } from '../../spec/index.js'
import type { Problem } from '../../validation/index.js'
import type { StoryAccount, StoryKind } from '../story.js'

/** An error, with its place in the project. */
export type FailureView = Pick<
  FailureRecord,
  'severity' | 'name' | 'message' | 'problems' | 'stack' | 'place' | 'frame' | 'hint'
>

/** A story in the tree. */
export interface StoryEntry {
  /** Name of the export. */
  name: string
  /** Undefined until the file has run, if it is no literal. */
  title: string | undefined
  line: number
  column: number
}

/** A file in the tree. */
export interface FileView {
  /** Relative to the project, with slashes. */
  file: string
  stories: StoryEntry[]
  /** It cannot be parsed. Its stories are those that it had before. */
  isBroken: boolean
}

/** Everything that the page needs at its beginning. */
export interface ProjectView {
  /** Name of the project. */
  name: string
  files: FileView[]
  /** Where messages are sent to. */
  receivers: { emulator: string; line: boolean }
}

/** A new value in a sample. */
export interface ValueChange {
  /** Keys from the sample to the value. */
  path: string[]
  value: unknown
}

/** Asks for a story. */
export interface StoryRequest {
  file: string
  name: string
  /** The locale that is looked at; the first of the story if it has no such locale. */
  locale?: string | undefined
  /** All locales instead of one. */
  all?: boolean | undefined
  props?: ValueChange[] | undefined
  /** By locale. */
  context?: Record<string, ValueChange[]> | undefined
}

/** A field for a value of a sample. */
export type Control = { name: string } & (
  | { kind: 'text'; value: string; suggestions?: string[] }
  | { kind: 'number'; value: number }
  | { kind: 'switch'; value: boolean }
  | { kind: 'date'; value: string }
  | { kind: 'list'; value: (string | number)[] }
  | { kind: 'json'; value: unknown }
  | { kind: 'group'; fields: Control[] }
  /** A value that cannot be changed, such as a function. */
  | { kind: 'fixed'; value: string }
)

/** The size of a Flex container, and its limit. */
export interface FlexSize {
  /** `messages[0].contents` */
  path: string
  bytes: number
  /** In KB of 1,024 bytes. */
  limit: number
}

/** A story in one locale. */
export interface RenderView {
  locale: string
  /** Messages, a rich menu, or the transcript of a chat; undefined if nothing could be made. */
  output: Message[] | RichMenuRequest | string | undefined
  /** The entries of a chat, and the id of its person. */
  chat?: { entries: readonly Entry[]; left: number }
  /** The picture of a rich menu of `fukidashi/rich-menu`, as a `data:` URL. */
  picture?: string
  problems: Problem[]
  context: Control[]
  sizes: FlexSize[]
}

/** A story as it is looked at. */
export interface StoryView {
  title: string
  kind: StoryKind
  locales: readonly string[]
  account: StoryAccount
  endpoint: string | undefined
  to: string | undefined
  props: Control[]
  renders: RenderView[]
}

/** The answer to {@link StoryRequest}. */
export type StoryAnswer = { story: StoryView } | { failure: FailureView }

/** Asks for JSON as source. */
export interface SourceRequest {
  json: unknown
  target: 'tsx' | 'builders'
}

/** Source of a module. */
export interface SourceAnswer {
  code: string
  problems: Problem[]
}

/** Asks to send messages. */
export interface SendRequest {
  to: 'emulator' | 'line'
  messages: unknown[]
}

/** The answer to {@link SendRequest}. */
export interface SendAnswer {
  /** Name of the person in the emulator. */
  person?: string
  /** Address of the emulator's page. */
  page?: string
}

/** Events that the server sends. */
export interface PreviewEvents {
  /** Files of the tree were added, read or changed. */
  files: FileView[]
  /** A file of the tree was deleted. */
  removed: { file: string }
  /** Stories of these files have to be rendered again. */
  changed: { files: string[] }
}
