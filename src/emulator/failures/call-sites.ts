/**
 * Places of calls that fail later. The stack of a refused message or an API error begins inside the library, after something was awaited;
 * the line of the bot is only known when it makes the call.
 */
import { isObject } from '../../common/json.js'

const stacks = new WeakMap<object, string>()

/** Stack of the call that an error came of, as V8 writes it; empty if it is not known. */
export const callSiteOf = (error: unknown): string =>
  (isObject(error) ? stacks.get(error) : undefined) ?? ''

const proxies = new WeakMap<object, object>()

/** The same context of a handler, which notes the place of each call, also of `ctx.line` and `ctx.richMenu`. */
export const traced = <Context extends object>(context: Context): Context =>
  traceObject(context, (key, value) =>
    (key === 'line' || key === 'richMenu') && isObject(value) ? traceClient(value) : value,
  )

/** A client, or one of its resources. */
const traceClient = <Client extends object>(client: Client): Client =>
  traceObject(client, (_, value) =>
    isObject(value) && hasMethods(value) ? traceClient(value) : value,
  )

/** Tests for an object such as `line.messages`. */
const hasMethods = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype !== null && prototype !== Object.prototype && !Array.isArray(value)
}

/** A proxy must return such a property as it is. */
function isFrozen(target: object, key: PropertyKey): boolean {
  const { configurable, writable } = Reflect.getOwnPropertyDescriptor(target, key) ?? {}
  return configurable === false && writable === false
}

type Method = (...args: unknown[]) => unknown

/** @param read - what the program gets instead of a property that is not a function */
function traceObject<T extends object>(
  target: T,
  read: (key: PropertyKey, value: unknown) => unknown,
): T {
  const existing = proxies.get(target)
  if (existing) return existing as T
  const proxy = new Proxy(target, {
    // Accessors with private fields need the object itself.
    get: (_, key) => {
      const value: unknown = Reflect.get(target, key, target)
      if (key === 'constructor' || isFrozen(target, key)) return value
      return typeof value === 'function' ? noting(value as Method, target) : read(key, value)
    },
    set: (_, key, value) => Reflect.set(target, key, value, target),
  })
  proxies.set(target, proxy)
  return proxy
}

/** A method that notes where it was called, for the error of its promise. If nothing awaits the promise, it is still an unhandled rejection. */
const noting =
  (method: Method, owner: object) =>
  (...args: unknown[]): unknown => {
    const result = method.apply(owner, args)
    if (!(result instanceof Promise)) return result
    const { stack = '' } = new Error()
    return result.catch((error: unknown) => {
      if (isObject(error) && !stacks.has(error)) stacks.set(error, stack)
      throw error
    })
  }
