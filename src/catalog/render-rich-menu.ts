/** Renders the rich menus of stories. */
import { renderOne, type Renderable } from '../render/index.js'
import type { RichMenuNode, RichMenuSet } from '../rich-menu/index.js'
import type { RichMenuRequest } from '../spec/index.js'
import { type Problem, problemOf } from '../validation/index.js'
import { sampleContext, type SampleContext } from './sample-context.js'
import type { StoryResult } from './make-story.js'
import { problemsOf } from './render-messages.js'
import type { StoryChanges } from './story.js'

type MenuResult = StoryResult<RichMenuRequest>

/** Renders a rich menu; its JSON is also given if it has errors. */
export async function renderComponentMenu(
  make: () => Renderable,
  contextOf: () => object | Promise<object>,
  changes: StoryChanges = {},
): Promise<MenuResult> {
  let sample: SampleContext | undefined
  try {
    sample = await sampleContext(contextOf, changes)
    const node = make()
    const { json, ...rest } = await renderOne<RichMenuRequest>(node, 'rich-menu', sample.changed)
    const result = { output: json, ...rest, context: sample.original }
    if (!json || rest.error || !hasPicture(json)) return result
    const { richMenus } = await import('../rich-menu/index.js')
    const set = richMenus({
      owner: 'story',
      menus: { menu: node as RichMenuNode },
      ...(sample.changed && { context: sample.changed }),
    })
    const { picture, problems, ...failed } = await renderMenuOfSet(set, 'menu')
    const more = problems.filter((one) => !rest.problems.some((other) => isSame(one, other)))
    return { ...failed, ...result, picture, problems: [...rest.problems, ...more] }
  } catch (error) {
    return { ...failure(error), context: sample?.original }
  }
}

/** Renders a menu of `richMenus` as it would be deployed. */
export async function renderMenuOfSet(set: RichMenuSet, key: string): Promise<MenuResult> {
  try {
    const { renderRichMenu } = await import('../rich-menu/index.js')
    const { json, picture, warnings } = await renderRichMenu(set, key)
    const bytes = await picture()
    return { output: json, picture: bytes, problems: warnings.map(warningOf) }
  } catch (error) {
    return failure(error)
  }
}

const failure = (error: unknown): MenuResult => ({
  output: undefined,
  problems: problemsOf(error),
  error,
})

/** People may not be able to read or tap something, although LINE accepts it. */
const warningOf = (message: string): Problem =>
  problemOf([], { code: 'mismatch', severity: 'warning', message })

/** A warning of a menu has the message of the problem in it, with the key and the place. */
const isSame = (warning: Problem, { message }: Problem): boolean =>
  warning.message.includes(message)

/** A `<RichMenu>` of `fukidashi/rich-menu`, which is drawn or has a picture. */
const hasPicture = (json: object): boolean => Symbol.for('fukidashi.richMenuDetails') in json
