/** Renders a story's messages, and keeps problems as data. */
import { problemOfError, renderAll, type Renderable, renderAsync } from '../render/index.js'
import type { Context } from '../jsx-runtime/types.js'
import type { Message } from '../spec/index.js'
import { LineValidationError, type Problem } from '../validation/index.js'
import type { StoryOptions } from './story.js'
import type { StoryResult } from './make-story.js'

/**
 * Renders messages. If they have errors, they are rendered again without validation, so that people see what is wrong.
 *
 * @param make - makes the messages
 * @param contextOf - makes the context
 */
export async function renderMessages(
  make: () => Renderable | Promise<Renderable>,
  contextOf: () => object | Promise<object>,
  { endpoint, to }: StoryOptions,
): Promise<StoryResult<Message[]>> {
  let again: (() => Promise<Message[]>) | undefined
  try {
    const context = (await contextOf()) as Context
    const node = await make()
    again = () => renderAsync(node, { context, validate: false })
    const { messages, problems } = await renderAll(node, { context, endpoint, to })
    return { output: messages, problems }
  } catch (error) {
    return { output: await again?.().catch(() => undefined), problems: problemsOf(error), error }
  }
}

/** The problems in an error; an error of another kind is one problem. */
export const problemsOf = (error: unknown): Problem[] =>
  error instanceof LineValidationError ? [...error.problems] : [problemOfError(error)]
