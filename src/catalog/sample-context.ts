/** The context of a locale, as the catalog makes it and as a preview has changed it. */
import type { Context } from '../jsx-runtime/types.js'
import type { StoryChanges } from './story.js'

export interface SampleContext {
  original: object
  /** The context that components get. */
  changed: Context | undefined
}

/** Makes the context, and applies the changes of a preview. */
export async function sampleContext(
  contextOf: () => object | Promise<object>,
  { context: change }: StoryChanges,
): Promise<SampleContext> {
  const original = await contextOf()
  return { original, changed: change?.(original) ?? original }
}
