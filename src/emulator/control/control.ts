/** The control API: what people do and see, for programs in any language. Below `/_fukidashi`. */
import type { Answer } from '../api/answer.js'
import { isFields } from '../api/call.js'
import { isDeep, MOST_DEPTH } from '../api/depth.js'
import { type ApiRequest, textOf } from '../api/request.js'
import type { Emulator } from '../emulator.js'
import { EmulatorError } from '../errors.js'
import { deedRoutes } from './deed-routes.js'
import { lineRoutes } from './line-routes.js'
import { peopleRoutes } from './people-routes.js'
import { Command, type ControlRoute } from './route.js'

/** Path prefix of the control API. */
export const CONTROL = '/_fukidashi'

/** Largest body in bytes. Uploads are base64. */
export const largestCommand = 24 * 1024 * 1024
/** Largest body in characters, without uploads. */
const LARGEST_WITHOUT_UPLOADS = 1024 * 1024

const routes: readonly (ControlRoute & { parts: string[] })[] = [
  ...peopleRoutes,
  ...deedRoutes,
  ...lineRoutes,
].map((route) => ({ ...route, parts: route.path.split('/') }))

/** The description that `GET /_fukidashi` returns. */
const description = {
  about: 'The control API of the fukidashi emulator. Bodies and answers are JSON.',
  routes: routes.map(({ method, path, about, body, deeds, example }) => ({
    method,
    path: CONTROL + path,
    about,
    ...(body && { body }),
    ...(deeds && { deeds }),
    ...(example && { example }),
  })),
}

/** Answers a request whose path begins with `/_fukidashi`. */
export async function control(line: Emulator, request: ApiRequest): Promise<Answer> {
  const [path = '', query = ''] = request.path.slice(CONTROL.length).split('?')
  try {
    if (request.body.length > largestCommand)
      return answer(413, {
        error: 'body_too_large',
        message: `The body has more than ${largestCommand} bytes.`,
      })
    if (path === '' || path === '/') return answer(200, description)
    const parts = path.split('/')
    const matching = routes.filter((route) => fits(route.parts, parts))
    const route = matching.find(({ method }) => method === request.method)
    if (!route)
      return matching.length > 0
        ? answer(405, {
            error: 'method_not_allowed',
            message: `${request.method} is not allowed here; use ${methodsOf(matching)}.`,
          })
        : answer(404, {
            error: 'route_not_found',
            message: `There is no route ${path}. GET ${CONTROL} lists all routes.`,
          })
    const params: Record<string, string> = {}
    route.parts.forEach((part, i) => {
      if (part.startsWith('{')) params[part.slice(1, -1)] = decodeURIComponent(parts[i]!)
    })
    const body = bodyOf(request)
    checkNames(route, body)
    const command = new Command(line, params, new URLSearchParams(query), body)
    return answer(200, (await route.run(command)) ?? {})
  } catch (error) {
    return failed(error)
  }
}

const lengthOf = (value: unknown): number => (typeof value === 'string' ? value.length : 0)

const fits = (pattern: readonly string[], parts: readonly string[]): boolean =>
  pattern.length === parts.length &&
  pattern.every((part, i) => part === parts[i] || (part.startsWith('{') && parts[i] !== ''))

const methodsOf = (matching: readonly ControlRoute[]): string =>
  matching.map(({ method }) => method).join(', ')

/** Refuses unknown properties, so that a typing error is noticed. @throws {EmulatorError} `option_invalid` */
function checkNames(route: ControlRoute, body: Record<string, unknown>): void {
  const permitted = Object.keys(route.body ?? {}).flatMap((names) => names.split(', '))
  const strange = Object.keys(body).find((name) => !permitted.includes(name))
  if (strange !== undefined)
    throw new EmulatorError(
      'option_invalid',
      `"${strange}" is unknown here. Permitted: ${permitted.join(', ') || 'nothing'}.`,
    )
}

/** @throws {EmulatorError} `option_invalid` */
function bodyOf(request: ApiRequest): Record<string, unknown> {
  if (request.method === 'GET' || request.body.length === 0) return {}
  // Browsers send any other content type to other sites without a preflight request.
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? ''))
    throw new EmulatorError(
      'option_invalid',
      'The body must be JSON. Send the header content-type: application/json.',
    )
  const text = textOf(request.body)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new EmulatorError('option_invalid', `The body is not JSON: ${(error as Error).message}`)
  }
  if (!isFields(value)) throw new EmulatorError('option_invalid', 'The body must be a JSON object.')
  if (isDeep(value, MOST_DEPTH))
    throw new EmulatorError(
      'option_invalid',
      `The body is nested more than ${MOST_DEPTH} levels deep.`,
    )
  const uploads = lengthOf(value['data']) + lengthOf(value['preview'])
  if (text.length - uploads > LARGEST_WITHOUT_UPLOADS)
    throw new EmulatorError(
      'option_invalid',
      `The body without data and preview has ${text.length - uploads} characters; it may have ${LARGEST_WITHOUT_UPLOADS}.`,
    )
  return value
}

const answer = (status: number, body: unknown): Answer => ({
  status,
  headers: {
    'content-type': 'application/json; charset=utf-8',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  },
  body: JSON.stringify(body),
})

/** Codes of things that a request names and that do not exist. */
const missing: ReadonlySet<string> = new Set([
  'person_not_found',
  'group_not_found',
  'message_not_found',
  'membership_not_found',
  'event_not_found',
])

function failed(error: unknown): Answer {
  if (error instanceof EmulatorError) {
    const status = missing.has(error.code) ? 404 : 400
    return answer(status, { error: error.code, message: error.message })
  }
  if (error instanceof URIError)
    return answer(400, {
      error: 'option_invalid',
      message: 'The path is not percent-encoded correctly.',
    })
  console.error('fukidashi: the emulator failed to run a command.', error)
  return answer(500, {
    error: 'emulator_failed',
    message: 'The emulator failed. See its log for the reason.',
  })
}
