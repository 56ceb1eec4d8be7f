/** An invented https origin that is mapped to the bot while it runs on this machine. */
import { pathBelow } from '../../common/origin.js'
import { EmulatorError } from '../errors.js'
import type { World } from '../state/world.js'

/**
 * The origin of the option `public`.
 * @throws {EmulatorError} `option_invalid`
 */
export function publicOriginOf(value: string | undefined): string | undefined {
  if (value === undefined) return undefined
  const url = URL.canParse(value) ? new URL(value) : undefined
  // A path would be lost.
  if (url?.protocol !== 'https:' || (url.href !== `${url.origin}/` && url.href !== url.origin))
    throw new EmulatorError(
      'option_invalid',
      `public must be an https origin without a path, such as https://bot.example, not ${JSON.stringify(value)}.`,
    )
  return url.origin
}

/** Largest picture in bytes that is loaded for a PNG. */
const LARGEST = 20_000_000

/** Bytes of a picture of the bot; `undefined` if its URL is elsewhere or the bot does not have it. */
export async function loadPublic(
  world: World,
  origin: string | undefined,
  url: string,
): Promise<Uint8Array | undefined> {
  const path = pathBelow(origin, url)
  if (path === undefined) return undefined
  const response = await world.webhooks.get(`${origin!}${path}`)
  if (!response?.ok) {
    await response?.body?.cancel()
    return undefined
  }
  const bytes = new Uint8Array(await response.arrayBuffer())
  return bytes.length <= LARGEST ? bytes : undefined
}
