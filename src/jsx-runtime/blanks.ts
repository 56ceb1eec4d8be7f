/** The blanks that JSX leaves between tags. */
import { isBlank } from '../spec/blank.js'
import { builtIn, type Leaf, type Visit } from './component.js'
import { isElement } from './element.js'

const inline = ['mention', 'emoji', 'span', 'flexSpan']

/** True for text, and for what is a part of a text: `<Mention>`, `<b>`, a span as JSON. */
function isInline(leaf: Leaf): boolean {
  if (typeof leaf === 'string') return true
  if (!isElement(leaf)) return inline.includes((leaf as { type: string } | undefined)?.type ?? '')
  const { type, props } = leaf
  const kind = builtIn(type)?.kind
  return kind === 'raw' ? isInline(props['value'] as object) : !kind || inline.includes(kind)
}

/**
 * The children of one component, one after the other. Leaves out a text that is only blanks if it is beside an element that is
 * not inline, or first or last among several children.
 */
export class Blanks {
  readonly #use: Visit
  readonly #atEdges: boolean
  #last: Leaf | undefined
  #held = ''

  /**
   * @param use - called with each child that is not left out
   * @param atEdges - keeps blanks that are first or last, as in a `<Flex.Span>`, which is a part of a text
   */
  constructor(use: Visit, atEdges = false) {
    this.#use = use
    this.#atEdges = atEdges
    if (atEdges) this.#last = ''
  }

  /** Takes the next child. */
  take(leaf: Leaf): void {
    if (typeof leaf !== 'string' || !isBlank(leaf)) {
      this.meet(leaf)
      this.#use(leaf)
    } else if (this.#last === undefined || isInline(this.#last)) this.#held += leaf
  }

  /** Decides about blanks before a child, which the caller uses itself. */
  meet(leaf: Leaf): void {
    const last = this.#last
    this.#last = leaf
    if (this.#held === '') return
    if (last !== undefined && isInline(leaf)) this.#use(this.#held)
    this.#held = ''
  }

  /** Decides about blanks after the last child. */
  end(): void {
    if (this.#held !== '' && (this.#atEdges || this.#last === undefined)) this.#use(this.#held)
  }
}
