/** Reads the contents of cells and boxes. */
import { builtIn, type ComponentHost } from '../../jsx-runtime/component.js'
import { isElement } from '../../jsx-runtime/element.js'
import type { RichMenuAction } from '../../spec/action.js'
import type { ContentNode } from '../layout/content.js'
import { buildPart } from './parts.js'

/** What is in a cell. */
export interface Contents {
  actions: RichMenuAction[]
  contents: ContentNode[]
}

/** @param takesActions - actions are permitted beside contents */
export function readContents(
  children: unknown,
  compiler: ComponentHost,
  takesActions = false,
): Contents {
  const actions: RichMenuAction[] = []
  const contents: ContentNode[] = []
  let text = ''
  const endText = () => {
    const trimmed = text.trim()
    if (trimmed !== '') contents.push({ kind: 'text', text: trimmed, look: {}, maxLines: 0 })
    text = ''
  }
  compiler.each(children, (leaf) => {
    if (typeof leaf === 'string') text += leaf
    else if (!isElement(leaf) && takesActions) actions.push(compiler.value(leaf) as RichMenuAction)
    else if (isElement(leaf) && leaf.type === 'br') text += '\n'
    else {
      const definition = isElement(leaf) ? builtIn(leaf.type) : undefined
      const kind = definition?.kind
      if (isElement(leaf) && definition && kind === 'richMenuContent') {
        endText()
        contents.push(buildPart(compiler, leaf, definition) as ContentNode)
      } else if (
        isElement(leaf) &&
        definition &&
        takesActions &&
        (kind === 'action' || kind === 'raw')
      )
        actions.push(compiler.build(leaf, definition) as RichMenuAction)
      else
        compiler.report('wrong_child', refusal(leaf, definition?.name, compiler, takesActions), {
          child: leaf,
        })
    }
  })
  endText()
  return { actions, contents }
}

/** Contents whose names messages have, too. */
const shared = ['Text', 'Flex.Text', 'Flex.Box', 'Flex.Icon', 'Box', 'Image', 'Flex.Image']

function refusal(
  leaf: object,
  name: string | undefined,
  { parent }: ComponentHost,
  takesActions: boolean,
): string {
  const what = isElement(leaf) ? `<${name ?? String(leaf.type)}>` : 'JSON'
  const holds = `it holds text, <Text>, <Icon>, <Picture>, <Box>${takesActions ? ' and one action' : ''}`
  const advice =
    name !== undefined && shared.includes(name)
      ? `. Import ${name.endsWith('Image') ? 'Picture' : name.replace('Flex.', '')} from 'fukidashi/rich-menu'`
      : ''
  return `${what} is not permitted in <${parent}>; ${holds}${advice}`
}

/** All texts, as screen readers read them. */
export const textOf = (contents: readonly ContentNode[]): string =>
  contents
    .map((content) =>
      content.kind === 'text'
        ? content.text
        : content.kind === 'box'
          ? textOf(content.contents)
          : '',
    )
    .filter(Boolean)
    .join(' ')
    .replace(/[ \t\r\n]+/g, ' ')
    .trim()
