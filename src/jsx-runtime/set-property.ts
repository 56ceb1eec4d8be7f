/** Sets a property of any name: assigning `__proto__` would change the prototype instead. */
export function setProperty(json: object, name: string, value: unknown): void {
  if (name === '__proto__')
    Object.defineProperty(json, name, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    })
  else (json as Record<string, unknown>)[name] = value
}
