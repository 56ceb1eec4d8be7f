/** Finds people and groups by name without a search. */

const tracking = Symbol('fukidashi.named-map')
/** Node prints `[Getter/Setter]` for accessors; with this method it prints their values. */
const inspect = Symbol.for('nodejs.util.inspect.custom')

interface Tracked {
  [tracking]: { name: string | undefined; map: NameIndex | undefined }
}

interface NameIndex {
  move(value: object, from: string | undefined, to: string | undefined): void
}

/** The name property of a tracked value: assigning to it moves the value in the index. */
const accessor = {
  configurable: true,
  enumerable: true,
  get(this: Tracked): string | undefined {
    return this[tracking].name
  },
  set(this: Tracked, name: string | undefined): void {
    const entry = this[tracking]
    entry.map?.move(this, entry.name, name)
    entry.name = name
  },
}

const printing = {
  configurable: true,
  value(this: object): object {
    return { ...this }
  },
}

/**
 * A map that also finds its values by a property that holds a name. The property of each value becomes an accessor, so the
 * index follows every assignment, by any code.
 */
export class NamedMap<Value extends object> extends Map<string, Value> implements NameIndex {
  readonly #property: keyof Value & string
  /** Values with the same name, oldest first. */
  readonly #byName = new Map<string, Value[]>()

  constructor(property: keyof Value & string, entries: Iterable<readonly [string, Value]> = []) {
    super()
    this.#property = property
    for (const [key, value] of entries) this.set(key, value)
  }

  /** The value with a name; the oldest of several. */
  named(name: string): Value | undefined {
    return this.#byName.get(name)?.[0]
  }

  override set(key: string, value: Value): this {
    const former = this.get(key)
    if (former === value) return this
    if (former) this.#untrack(former)
    this.#track(value)
    return super.set(key, value)
  }

  override delete(key: string): boolean {
    const value = this.get(key)
    if (value) this.#untrack(value)
    return super.delete(key)
  }

  override clear(): void {
    for (const value of this.values()) this.#untrack(value)
    super.clear()
  }

  /** Called when a value gets another name. */
  move(value: Value, from: string | undefined, to: string | undefined): void {
    if (from === to) return
    this.#remove(value, from)
    this.#add(value, to)
  }

  #track(value: Value): void {
    if (!(this.#property in value)) return
    const name = value[this.#property] as string | undefined
    this.#add(value, name)
    if (!Object.isExtensible(value)) return
    Object.defineProperty(value, tracking, { value: { name, map: this }, configurable: true })
    Object.defineProperty(value, inspect, printing)
    Object.defineProperty(value, this.#property, accessor)
  }

  #untrack(value: Value): void {
    this.#remove(value, value[this.#property] as string | undefined)
    const entry = (value as Partial<Tracked>)[tracking]
    if (entry?.map === this) entry.map = undefined
  }

  #add(value: Value, name: string | undefined): void {
    if (name === undefined) return
    const values = this.#byName.get(name)
    if (values) values.push(value)
    else this.#byName.set(name, [value])
  }

  #remove(value: Value, name: string | undefined): void {
    if (name === undefined) return
    const values = this.#byName.get(name)
    const index = values?.indexOf(value) ?? -1
    if (index !== -1) values!.splice(index, 1)
    if (values?.length === 0) this.#byName.delete(name)
  }
}
