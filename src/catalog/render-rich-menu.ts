/** Renders the rich menu of a story. */
import { renderOne, type Renderable } from '../render/index.js'
import type { RichMenuRequest } from '../spec/index.js'
import { sampleContext, type SampleContext } from './sample-context.js'
import type { StoryResult } from './make-story.js'
import { problemsOf } from './render-messages.js'
import type { StoryChanges } from './story.js'

/** Renders a rich menu; its JSON is also given if it has errors. */
export async function renderRichMenu(
  make: () => Renderable,
  contextOf: () => object | Promise<object>,
  changes: StoryChanges = {},
): Promise<StoryResult<RichMenuRequest>> {
  let sample: SampleContext | undefined
  try {
    sample = await sampleContext(contextOf, changes)
    const { json, ...rest } = await renderOne<RichMenuRequest>(make(), 'rich-menu', sample.changed)
    return { output: json, ...rest, context: sample.original }
  } catch (error) {
    return { output: undefined, problems: problemsOf(error), error, context: sample?.original }
  }
}
