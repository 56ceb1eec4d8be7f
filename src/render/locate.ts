/** From a path in the JSON back to the components that made it. */
import { ofMessage } from '../components/message.js'
import { builtIn } from '../jsx-runtime/component.js'
import type { Compiler } from '../jsx-runtime/compiler.js'
import { type ElementNode, isElement } from '../jsx-runtime/element.js'
import { joined } from '../jsx-runtime/errors.js'
import type { Frame, StructureProblem } from '../jsx-runtime/structure-problem.js'
import { nameOf, placeOf } from '../jsx-runtime/place.js'
import { dotted, type Segment, segments } from '../validation/index.js'

/** The components around a place in the JSON, and the line of the innermost. */
export interface Location {
  /** `<Menu> › <Buttons> › <Postback>`. */
  component: string | undefined
  /** `src/menu.tsx:9:5`, where the compiler noted it. */
  source: string | undefined
}

type Owner = StructureProblem['owner']

interface Origin {
  element: ElementNode
  frame: Frame | undefined
}

/** Which element each JSON object comes from. Made only when something is to be located. */
export class Origins {
  readonly #root: unknown
  readonly #byJson = new Map<unknown, Origin[]>()
  /** The built-in component around each element. */
  readonly #around = new Map<unknown, Owner>()
  #steps: Map<unknown, Step> | undefined

  /**
   * @param compiler - one that has noted where everything comes from
   * @param root - what it made, from which paths start
   */
  constructor({ origins = [] }: Pick<Compiler, 'origins'>, root: unknown) {
    this.#root = root
    for (let i = 0; i < origins.length; i += 4) {
      const [json, from, frame, outer] = origins.slice(i, i + 4)
      const own = isElement(from)
        ? [{ element: from, frame: frame as Frame | undefined }]
        : (this.#byJson.get(from) ?? [])
      this.#around.set(from, outer as Owner)
      this.#byJson.set(json, [...own, ...(this.#byJson.get(json) ?? [])])
    }
  }

  /**
   * The components around a path.
   *
   * @param lost - further ones inside them, whose JSON is not there
   */
  locate(path: string, lost: readonly string[] = []): Location {
    const chain = this.#along(segments(path))
    const names: string[] = []
    const seen = new Set<Frame>()
    let source: string | undefined
    for (const { element, frame } of chain) {
      for (const outer of framesOf(frame)) {
        if (seen.has(outer)) continue
        seen.add(outer)
        names.push(`<${nameOf(outer.type)}>`)
        if (outer.source) source = placeOf(outer.source)
      }
      if (builtIn(element.type)?.kind !== 'raw') names.push(`<${nameOf(element.type)}>`)
      if (element.source) source = placeOf(element.source)
    }
    return { component: joined([...names, ...lost]) || undefined, source }
  }

  #along(place: readonly Segment[]): Origin[] {
    const chain: Origin[] = []
    let at = this.#root
    const add = () => chain.push(...(this.#byJson.get(at) ?? []))
    add()
    for (const segment of place) {
      at = (at as Record<Segment, unknown> | null | undefined)?.[segment]
      add()
    }
    return chain
  }

  /**
   * The path of the JSON in which a structural problem was found.
   *
   * @param lost - gets the names of components that are not in the JSON, such as the second hero of a bubble: the path is that of their parent
   */
  pathOf({ owner, property = '', place }: StructureProblem, lost: string[]): string {
    const outer: Segment[] = []
    this.#steps ??= this.#walk()
    let inner = place
    let own = this.#steps.get(owner)
    for (; owner && !own; own = this.#steps.get(owner)) {
      lost.unshift(`<${nameOf(owner.type)}>`)
      owner = this.#around.get(owner)
      inner = []
    }
    inner = [...inner, ...segments(property)]
    for (let step = own; step?.parent; step = step.parent) outer.unshift(step.name)
    const { template } = (own?.value ?? {}) as { template?: unknown }
    // The props of a template are those of two objects.
    if (owner && template && inner[0] && !ofMessage.includes(inner[0])) outer.push('template')
    return dotted([...outer, ...inner])
  }

  /** The first place of the JSON of each element. */
  #walk(): Map<unknown, Step> {
    const places = new Map<unknown, Step>()
    const steps: Step[] = [{ value: this.#root, parent: undefined, name: '' }]
    for (let parent = steps.pop(); parent; parent = steps.pop()) {
      for (const { element } of this.#byJson.get(parent.value) ?? [])
        if (!places.has(element)) places.set(element, parent)
      if (typeof parent.value !== 'object' || parent.value === null) continue
      const list = Array.isArray(parent.value)
      for (const [name, value] of Object.entries(parent.value).reverse())
        steps.push({ value, parent, name: list ? Number(name) : name })
    }
    return places
  }
}

/** Something in the JSON, and the way to it. */
interface Step {
  value: unknown
  parent: Step | undefined
  name: Segment
}

function framesOf(frame: Frame | undefined): Frame[] {
  const frames: Frame[] = []
  for (let at = frame; at; at = at.parent) frames.unshift(at)
  return frames
}
