/**
 * Whether this is Cloudflare's Workers runtime. There the work of a request ends with the request, so that what another one waits for
 * may never come; a request that waits without a timer of its own is taken for hung; and what it does when another request wakes it is
 * that one's doing. So whoever waits for another request there has to look again and again.
 */
export const isWorkers = (): boolean =>
  (globalThis as { navigator?: { userAgent?: unknown } }).navigator?.userAgent ===
  'Cloudflare-Workers'

/** Milliseconds between two looks at what another request does. */
export const LOOK = 20
