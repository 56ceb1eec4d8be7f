/**
 * Binds the methods of an object to it, so that they can be taken out: `const { push } = line.messages`. Bound methods are not enumerable,
 * like those of a class.
 */
export function bindMethods(object: object): void {
  let prototype = Object.getPrototypeOf(object) as object | null
  while (prototype && prototype !== Object.prototype) {
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
      // A subclass comes first, and its methods replace those of its parent.
      if (typeof value !== 'function' || name === 'constructor' || Object.hasOwn(object, name))
        continue
      const bound = (value as (...args: unknown[]) => unknown).bind(object)
      Object.defineProperty(object, name, { value: bound, writable: true, configurable: true })
    }
    prototype = Object.getPrototypeOf(prototype) as object | null
  }
}
