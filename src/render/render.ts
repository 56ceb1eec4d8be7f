/** compile + validate. */
import type { AbortSignalLike } from '../common/abort.js'
import type { RenderScope } from '../common/render-scope.js'
import type { Renderable } from '../components/children.js'
import type { Context } from '../jsx-runtime/types.js'
import type { Message } from '../spec/message.js'
import {
  checkNames,
  type Problem,
  type ProblemCode,
  type ValidateOptions,
  validateNames,
  Warning,
} from '../validation/index.js'
import { compileAsync, type Compiled, compileSync } from './compile.js'
import { checkSignal } from './check-signal.js'
import { jsonOf, problemsOf } from './problems.js'
import type { Location } from './locate.js'
import { refusedMessages } from './refusal.js'

/** Options of {@link render} and {@link renderAsync}. */
export interface RenderOptions extends Omit<ValidateOptions, 'as'>, RenderScope {
  /** Passed to every component as its second argument. `{}` by default. */
  context?: Context | undefined
  /** Called with each warning. Errors are thrown. */
  onWarning?: ((warning: Warning<ProblemCode>) => void) | undefined
  /** Checks messages against LINE's rules. `true` by default. */
  validate?: boolean | undefined
  /**
   * Ends the wait for asynchronous components: {@link renderAsync} rejects with the signal's reason. {@link render} waits for
   * nothing, and checks the signal once, at its start.
   */
  signal?: AbortSignalLike | undefined
}

let names: readonly string[] | undefined

/** Names of the options. Made when they are needed: bundlers keep calls at the top of a module. */
const renderNames = (): readonly string[] =>
  (names ??= [...validateNames.filter((name) => name !== 'as'), 'onWarning', 'validate'])

/** Messages, their JSON, and their problems. */
export interface Rendered {
  messages: Message[]
  /** `JSON.stringify(messages)`, made once. */
  json: string
  /** Warnings. */
  problems: Problem[]
  /** The components and the source line behind a path such as `messages[0].template`. */
  locate: (path: string) => Location
}

/**
 * Turns JSX, builders, JSON and strings into messages that LINE accepts.
 *
 * @param node - an element, a message, a string, or a list of these; at most 5 messages. Or a function that makes it from the context
 * @returns the messages as JSON
 * @throws {LineValidationError} with all problems
 * @throws {OptionError} for an option with an unknown name or value
 * @throws {AsyncComponentError} when a component is asynchronous: use {@link renderAsync}
 * @throws {ComponentError} when a component throws
 *
 * @example
 * const messages = render(<Menu items={items} />, { context: { t } })
 */
export function render(node: Renderable, options: RenderOptions = {}): Message[] {
  checkNames(options, renderNames())
  return renderAllSync(node, options).messages
}

/**
 * Like {@link render}, for trees with asynchronous components.
 *
 * @example
 * const Price = async ({ id }: { id: string }) => <Text>{await priceOf(id)}</Text>
 * await renderAsync(<Price id="tea" />)
 */
export async function renderAsync(
  node: Renderable,
  options: RenderOptions = {},
): Promise<Message[]> {
  checkNames(options, renderNames())
  return (await renderAll(node, options)).messages
}

/**
 * Like {@link renderAsync}, with the JSON text, the warnings, and the way back from a path to its component.
 *
 * @example
 * const { json, locate } = await renderAll(<Menu />)
 */
export async function renderAll(node: Renderable, options: RenderOptions = {}): Promise<Rendered> {
  checkSignal(options.signal)
  const compiled = await compileAsync(node, options.context, options.signal, options)
  return finish(node, compiled, options)
}

/** Like {@link renderAll}, at once. */
export function renderAllSync(node: Renderable, options: RenderOptions = {}): Rendered {
  checkSignal(options.signal)
  return finish(node, compileSync(node, options.context), options)
}

function finish(node: unknown, compiled: Compiled, options: RenderOptions): Rendered {
  const { messages } = compiled
  const json = jsonOf(compiled)
  const { problems, locate } = problemsOf(compiled, options, json)
  if (problems.some(({ severity }) => severity === 'error'))
    throw refusedMessages(problems, node, messages.length)
  for (const problem of options.onWarning ? problems : [])
    options.onWarning!(new Warning(problem.code, problem.message, problem))
  return { messages, json: json ?? JSON.stringify(messages), problems, locate }
}
