/** What goes wrong while elements become JSON. */
import { FukidashiError } from '../common/error.js'
import { nameOf, placeOf } from './place.js'
import type { Source } from './element.js'

/** A user's component on the way to where something happened. */
export interface Frame {
  readonly type: unknown
  readonly source: Source | undefined
  readonly parent?: Frame | undefined
}

/** `<Menu> › <Card>`, from the outside in. */
export function framePath(frame: Frame | undefined): string {
  const names: string[] = []
  for (let at = frame; at; at = at.parent) names.unshift(`<${nameOf(at.type)}>`)
  return names.join(' › ')
}

/** An error thrown by a component, with the way to that component. The error itself is `cause`. */
export class ComponentError extends FukidashiError {
  override readonly name: string = 'ComponentError'
  readonly code: string = 'component_threw'
  /** `<Menu> › <Card>`. */
  readonly component: string
  /** `src/menu.tsx:9:5`, where the compiler noted it. */
  readonly source: string | undefined

  constructor(frame: Frame, message: string, options?: ErrorOptions) {
    const component = framePath(frame)
    const source = frame.source && placeOf(frame.source)
    super(`${component}${source ? ` (${source})` : ''} ${message}`, options)
    this.component = component
    this.source = source
  }
}

/** A component is asynchronous, and what was called is not. */
export class AsyncComponentError extends ComponentError {
  override readonly name = 'AsyncComponentError'
  override readonly code = 'component_async'

  constructor(frame: Frame) {
    super(
      frame,
      'is asynchronous: use renderAsync() instead of render(), compile() or JSON.stringify()',
    )
  }
}

/** Name of a property, or index in a list. */
export type Segment = string | number

/** A child or value that cannot stand where it stands. Found while compiling; becomes a problem of the report. */
export interface StructureProblem {
  readonly code:
    | 'wrong_child'
    | 'wrong_value'
    | 'missing_child'
    | 'alt_text_derived'
    | 'too_many'
    | 'too_deep'
    | 'cycle'
    | 'unreadable'
  readonly severity: 'error' | 'warning'
  readonly message: string
  /** The JSON in which it was found, once that is made. */
  readonly owner: { readonly type: unknown; readonly source: Source | undefined } | undefined
  readonly property?: string | undefined
  /** Where in that JSON, of plain JSON in an element or beside elements. */
  readonly place: readonly Segment[]
  /** The child that cannot stand there. */
  readonly child?: unknown
  readonly limit?: unknown
  readonly actual?: unknown
  /** What the limit counts. */
  readonly unit?: 'nodes' | 'levels' | undefined
  readonly frame: Frame | undefined
}

/** Elements that cannot become JSON. `problems` holds them all. */
export class StructureError extends FukidashiError {
  override readonly name = 'StructureError'
  readonly code = 'structure_invalid'
  readonly problems: readonly StructureProblem[]

  constructor(problems: readonly StructureProblem[]) {
    super(
      problems
        .map(({ message, owner }) =>
          owner?.source ? `${message} (${placeOf(owner.source)})` : message,
        )
        .join('\n'),
    )
    this.problems = problems
  }
}
