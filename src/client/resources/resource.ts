import type { Engine } from '../engine.js'

/** Base class of the resources. */
export abstract class Resource {
  declare protected readonly engine: Engine

  constructor(engine: Engine) {
    // Not enumerable: printing a client must not print its options.
    Object.defineProperty(this, 'engine', { value: engine })
  }
}
