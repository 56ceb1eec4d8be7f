/** Fonts that are registered in the renderer. */
import type { Renderer } from '../takumi.js'
import type { Face } from './family.js'

/** Registers each font once. */
export class Registry {
  readonly #renderer: Renderer
  readonly #registered = new Map<Face, Promise<unknown>>()

  constructor(renderer: Renderer) {
    this.#renderer = renderer
  }

  register(face: Face): Promise<unknown> {
    let registered = this.#registered.get(face)
    if (!registered) {
      registered = this.#renderer.registerFont({
        name: face.family,
        data: face.bytes(),
        weight: face.weight,
        ...(face.ranges && { unicodeRange: face.ranges }),
      })
      this.#registered.set(face, registered)
    }
    return registered
  }
}
