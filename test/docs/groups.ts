/** Groups of blocks that are compiled as one program. */
import type { Block } from './blocks.ts'

export const augments = ({ code }: Block): boolean => code.includes("declare module 'fukidashi'")

/**
 * What a block adds to the context of components must not bind the others. The first group has all blocks that can be together, then
 * there is one for each page whose named blocks add to the context, and one for each other block that does, with the named blocks of its page.
 *
 * @param isAlone - other blocks that need a program of their own
 */
export function groupsOf(
  blocks: readonly Block[],
  isAlone: (block: Block) => boolean = () => false,
): Block[][] {
  const alone = blocks.filter(
    (block) => (augments(block) && block.name === undefined) || isAlone(block),
  )
  const rest = blocks.filter((block) => !alone.includes(block))
  const ownPages = new Set(rest.filter(augments).map(({ from }) => from))
  const together = rest.filter(({ from }) => !ownPages.has(from))
  return [
    together,
    ...[...ownPages].map((page) => rest.filter(({ from }) => from === page)),
    ...alone.map((block) => [
      block,
      ...together.filter(({ from, name }) => from === block.from && name !== undefined),
    ]),
  ]
}
