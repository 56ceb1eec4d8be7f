/**
 * Tests for Cloudflare's Workers runtime, or Vercel's Edge runtime, which is based on it. There, the work of a request ends with the request,
 * so another request may wait for it for ever; a request that waits without a timer of its own counts as hung; and code that another
 * request resumes belongs to that request. So to wait for another request there, code has to poll.
 */
export function isWorkers(): boolean {
  const { navigator, EdgeRuntime } = globalThis as {
    navigator?: { userAgent?: unknown }
    EdgeRuntime?: unknown
  }
  return navigator?.userAgent === 'Cloudflare-Workers' || typeof EdgeRuntime === 'string'
}

/** Milliseconds between two polls. */
export const pollInterval = 20
