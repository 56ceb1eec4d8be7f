/** Limits of the size and depth of values that are validated, and their messages. They are not LINE's limits. */

/** People do not write deeper messages; a deeper value is a mistake or an attack. */
export const shape = { depth: 200, nodes: 50_000, problems: 200 } as const

/** The parts that a string counts as: one, and one more for each 512 code units. Shared strings are written out each time. */
export const partsOf = (text: string): number => 1 + (text.length >> 9)

/** Reasons why a value is not validated. */
export const obstacles = {
  too_many: {
    message: `the value has more than ${shape.nodes / 1000},000 parts`,
    limit: shape.nodes,
    unit: 'nodes',
  },
  too_deep: {
    message: `the value is nested more than ${shape.depth} levels deep`,
    limit: shape.depth,
    unit: 'levels',
  },
  cycle: { message: 'the value contains itself' },
} as const

/** The message of a value whose getter, Proxy or `toJSON` threw. */
export const unreadable = (error: unknown): string =>
  `reading it threw: ${error instanceof Error ? error.message : 'something that is not an Error'}`
