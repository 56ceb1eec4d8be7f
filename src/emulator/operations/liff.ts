/** LIFF apps. @see https://developers.line.biz/en/reference/liff-server/ */
import { apiLimits } from '../../spec/api/limits.js'
import type { LiffApp } from '../../spec/api/index.js'
import { refusal } from '../api/answer.js'
import { type Call, isFields, type Operation } from '../api/call.js'
import { oneError } from '../api/check-messages.js'
import { sentences } from '../api/sentences.js'

const types = ['compact', 'tall', 'full']

/** @throws {Refusal} 400 */
function checkView(view: unknown, whole: boolean): void {
  if (view === undefined && !whole) return
  if (!isFields(view)) throw oneError(sentences.mustBeSpecified, 'view')
  const { type, url } = view
  if (type === undefined ? whole : !types.includes(type as string))
    throw oneError(sentences.oneOf(types), 'view.type')
  if (url === undefined ? whole : !/^https:\/\/[^#\s]+$/.test(url as string))
    throw oneError(sentences.invalidUri, 'view.url')
}

function appOf(call: Call): LiffApp {
  const app = call.world.state.liffApps.get(call.param('liffId'))
  if (!app) throw refusal(404, sentences.notFound)
  return app
}

export const liff = {
  addLIFFApp: (call) => {
    const body = call.json()
    checkView(body['view'], true)
    const { state, chance } = call.world
    if (state.liffApps.size >= apiLimits.liffApps) throw refusal(400, sentences.badRequest)
    const liffId = `${state.account.channelId}-${chance.token(8).replace(/[-_]/g, 'x')}`
    const usual = { scope: ['profile', 'chat_message.write'], botPrompt: 'none' }
    state.liffApps.set(liffId, { ...usual, ...body, liffId } as LiffApp)
    return { json: { liffId } }
  },
  getAllLIFFApps: ({ world }) => {
    if (world.state.liffApps.size === 0) throw refusal(404, sentences.notFound)
    return { json: { apps: [...world.state.liffApps.values()] } }
  },
  updateLIFFApp: (call) => {
    const app = appOf(call)
    const body = call.json()
    checkView(body['view'], false)
    Object.assign(app, body, {
      view: { ...app.view, ...(body['view'] as object | undefined) },
      liffId: app.liffId,
    })
    return {}
  },
  deleteLIFFApp: (call) => {
    call.world.state.liffApps.delete(appOf(call).liffId!)
    return {}
  },
} satisfies Record<string, Operation>
