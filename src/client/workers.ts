/**
 * Whether this is Cloudflare's Workers runtime, or Vercel's Edge runtime, which is made of it. There the work of a request ends with the request, so that what another one waits for
 * may never come; a request that waits without a timer of its own is taken for hung; and what it does when another request wakes it is
 * that one's doing. So whoever waits for another request there has to look again and again.
 */
export function isWorkers(): boolean {
  const { navigator, EdgeRuntime } = globalThis as {
    navigator?: { userAgent?: unknown }
    EdgeRuntime?: unknown
  }
  return navigator?.userAgent === 'Cloudflare-Workers' || typeof EdgeRuntime === 'string'
}

/** Milliseconds between two looks at what another request does. */
export const pollInterval = 20
