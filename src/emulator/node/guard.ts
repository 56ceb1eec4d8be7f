/** Keeps the web out: other sites' scripts, and names that point here to look like this site. */

/** Names under which this machine calls itself. */
const usual = ['127.0.0.1', 'localhost', '[::1]']

export interface GuardOptions {
  /** Names under which the server may be called beside those of this machine, as from a container. */
  allowedHosts?: readonly string[] | undefined
}

const nameOf = (host: string): string => host.replace(/:\d+$/, '').toLowerCase()

/** Makes a check that says why a request is refused, or nothing. */
export function guard({ allowedHosts = [] }: GuardOptions) {
  const names = new Set([...usual, ...allowedHosts.map((name) => name.toLowerCase())])

  return (host: string | undefined, origin: string | undefined): string | undefined => {
    if (host === undefined || !names.has(nameOf(host)))
      return 'The Host header names another server. A bot in a container needs the option allowedHosts.'
    if (origin !== undefined && origin !== `http://${host}`)
      return 'Pages of other origins may not call the emulator.'
    return undefined
  }
}
