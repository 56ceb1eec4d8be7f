/** Renders the rich menu of a story. */
import type { Context } from '../jsx-runtime/types.js'
import { renderOne, type Renderable } from '../render/index.js'
import type { RichMenuRequest } from '../spec/index.js'
import type { StoryResult } from './make-story.js'
import { problemsOf } from './render-messages.js'

/** Renders a rich menu; its JSON is also given if it has errors. */
export async function renderRichMenu(
  node: Renderable,
  contextOf: () => object | Promise<object>,
): Promise<StoryResult<RichMenuRequest>> {
  try {
    const context = (await contextOf()) as Context
    const { json, ...rest } = await renderOne<RichMenuRequest>(node, 'rich-menu', context)
    return { output: json, ...rest }
  } catch (error) {
    return { output: undefined, problems: problemsOf(error), error }
  }
}
