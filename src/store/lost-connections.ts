/** Clients whose connection may be lost. */

type Emitter = { on?: (event: 'error', listener: () => void) => unknown }

const heard = new WeakSet<object>()

/**
 * Listens to the errors of a client, once. Without a listener, a lost connection ends the process (`redis`, `pg`), or is printed again
 * and again (`ioredis`). Calls that fail because of it are rejected.
 */
export function hearErrors(client: object): void {
  const { on } = client as Emitter
  if (typeof on !== 'function' || heard.has(client)) return
  heard.add(client)
  on.call(client, 'error', () => undefined)
}
