/** Renders a story's messages, and keeps problems as data. */
import { problemOfError, renderAll, type Renderable, renderAsync } from '../render/index.js'
import type { Message } from '../spec/index.js'
import { LineValidationError, type Problem } from '../validation/index.js'
import type { StoryResult } from './make-story.js'
import { sampleContext, type SampleContext } from './sample-context.js'
import type { StoryChanges, StoryOptions } from './story.js'

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
  changes: StoryChanges = {},
): Promise<StoryResult<Message[]>> {
  let again: (() => Promise<Message[]>) | undefined
  let sample: SampleContext | undefined
  try {
    sample = await sampleContext(contextOf, changes)
    const context = sample.changed
    const node = await make()
    again = () => renderAsync(node, { context, validate: false })
    const { messages, problems } = await renderAll(node, { context, endpoint, to })
    return { output: messages, problems, context: sample.original }
  } catch (error) {
    return {
      output: await again?.().catch(() => undefined),
      problems: problemsOf(error),
      error,
      context: sample?.original,
    }
  }
}

/** The problems in an error; an error of another kind is one problem. */
export const problemsOf = (error: unknown): Problem[] =>
  error instanceof LineValidationError ? [...error.problems] : [problemOfError(error)]
