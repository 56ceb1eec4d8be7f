/** Origins of URLs. */

/** Path and query of a URL below an origin; `undefined` if it is elsewhere. */
export function pathBelow(origin: string | undefined, url: string): string | undefined {
  if (origin === undefined || !URL.canParse(url)) return undefined
  const { origin: own, pathname, search } = new URL(url)
  return own === origin ? pathname + search : undefined
}
