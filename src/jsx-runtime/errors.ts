/** What goes wrong while elements become JSON. */
import { FukidashiError, ReportError } from '../common/error.js'
import { isElement } from './element.js'
import { nameOf, placeOf } from './place.js'
import type { Frame, StructureProblem } from './structure-problem.js'

/** Names of components, from the outside in: `<Menu> › <Card>`. Of more than a dozen, the first and the last. */
export const joined = (names: readonly string[]): string =>
  (names.length > 12 ? [...names.slice(0, 6), '…', ...names.slice(-6)] : names).join(' › ')

/** `<Menu> › <Card>`, from the outside in. */
export function framePath(frame: Frame | undefined): string {
  const names: string[] = []
  for (let at = frame; at; at = at.parent) names.unshift(`<${nameOf(at.type)}>`)
  return joined(names)
}

/** The line of a problem: of the child in the wrong place, or of the component that it is in. */
export function sourceOf({ child, owner, frame }: Partial<StructureProblem>): string | undefined {
  const { source } = isElement(child) ? child : (owner ?? frame ?? {})
  return source && placeOf(source)
}

const withSource = (text: string, source: string | undefined) =>
  source ? `${text} (${source})` : text

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
    const source = sourceOf({ frame })
    super(`${withSource(component, source)} ${message}`, options)
    this.component = component
    this.source = source
  }
}

/** The error of what a component threw. */
export function threw(frame: Frame, error: unknown): ComponentError {
  if (error instanceof ComponentError) return error
  const reason = error instanceof Error ? error.message : String(error)
  return new ComponentError(frame, `threw: ${reason}`, { cause: error })
}

/** A component is asynchronous, and what was called is not. */
export class AsyncComponentError extends ComponentError {
  override readonly name = 'AsyncComponentError'
  override readonly code = 'component_async'

  constructor(frame: Frame) {
    super(frame, 'is asynchronous: use renderAsync() or validateAsync()')
  }
}

/** Elements that cannot become JSON. `problems` holds them all. */
export class StructureError extends ReportError<StructureProblem> {
  override readonly name = 'StructureError'
  readonly code = 'structure_invalid'

  constructor(problems: readonly StructureProblem[]) {
    super(
      problems.map((problem) => withSource(problem.message, sourceOf(problem))).join('\n'),
      problems,
    )
  }
}
