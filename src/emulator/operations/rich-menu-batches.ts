/** Batches of rich menu changes. Each change applies to the state before the request. */
import type { RichMenuBatchOperation } from '../../spec/rich-menu.js'
import { validateRequestJson } from '../../validation/requests/index.js'
import { refusal } from '../api/answer.js'
import { type Call, isFields, type Operation } from '../api/call.js'
import { oneError, refuseErrors } from '../api/check-messages.js'
import { sentences } from '../api/sentences.js'
import type { World } from '../state/world.js'
import { requestIdOf } from './narrowcasts.js'
import { changed, isRichMenuId, ownMenu } from './rich-menus.js'

const KEPT = 14 * 86_400_000

/** @throws {Refusal} 400, 404 */
function checked(call: Call): { operations: RichMenuBatchOperation[]; resumeRequestKey?: string } {
  const body = call.json()
  const given: unknown[] = Array.isArray(body['operations']) ? body['operations'] : []
  // The validators below find invalid operations.
  const operations = given.map((one) => (isFields(one) ? one : {})) as {
    type?: unknown
    from?: string
    to?: string
  }[]
  operations.forEach(({ type, from, to }, i) => {
    for (const [name, id] of [
      ['from', from],
      ['to', to],
    ] as const)
      if (id !== undefined && !isRichMenuId.test(id))
        throw oneError(sentences.invalidRichMenuId, `operations[${i}].${name}`)
    if (type === 'unlinkAll' && operations.length > 1)
      throw oneError(sentences.batchUnlinkAllAlone, 'operations[].type')
    if (from !== undefined && operations.findIndex((other) => other.from === from) !== i)
      throw oneError(sentences.batchDuplicateFrom(from), 'operations[].from')
  })
  refuseErrors(validateRequestJson(body, 'rich-menu-batch'))
  operations.forEach(({ from, to }, i) => {
    for (const id of [from, to]) {
      if (id === undefined) continue
      const menu = ownMenu(call, id)
      if (!menu) throw refusal(404, sentences.batchRichMenuNotFound(id))
      if (id === to && !menu.image)
        throw oneError(sentences.batchToNeedsImage(id), `operations[${i}].to`)
    }
  })
  return body as never
}

function apply({ state }: World, operations: readonly RichMenuBatchOperation[]): void {
  for (const person of state.people.values()) {
    const { richMenuId } = person
    if (richMenuId === undefined) continue
    const operation = operations.find((one) => one.type === 'unlinkAll' || one.from === richMenuId)
    if (!operation) continue
    if (operation.type === 'link') person.richMenuId = operation.to
    else delete person.richMenuId
  }
}

const richMenuBatch: Operation = (call) => {
  const { operations, resumeRequestKey: key } = checked(call)
  const { world } = call
  const { resumeKeys, richMenuBatches: batches } = world.state
  const before = key === undefined ? undefined : resumeKeys.get(key)
  if (before && world.now - before.at < KEPT) {
    // Nothing is left to resume: in the emulator, no batch fails halfway.
    const completedAt = Math.max(world.now, before.completedAt)
    batches.set(call.requestId, { acceptedAt: world.now, completedAt })
    return { json: {} }
  }
  const completedAt = world.now + world.rules.batchTime
  if (key !== undefined) resumeKeys.set(key, { at: world.now, completedAt })
  batches.set(call.requestId, { acceptedAt: world.now, completedAt, pending: operations })
  goOn(world, call.requestId)
  return { json: {} }
}

/** Performs a batch when it is due. */
function goOn(world: World, requestId: string): void {
  const batch = world.state.richMenuBatches.get(requestId)
  if (!batch?.pending) return
  const wait = batch.completedAt - world.now
  if (wait > 0) {
    world.agenda.in(wait, () => goOn(world, requestId))
    return
  }
  apply(world, batch.pending)
  delete batch.pending
  changed({ world })
}

/** Continues what was pending when the state was saved. */
export function resumeBatches(world: World): void {
  for (const requestId of world.state.richMenuBatches.keys()) goOn(world, requestId)
}

const iso = (ms: number) => new Date(ms).toISOString()

export const richMenuBatches = {
  richMenuBatch,
  validateRichMenuBatchRequest: (call) => {
    checked(call)
    return { json: {} }
  },
  getRichMenuBatchProgress: (call) => {
    const { state, now } = call.world
    const batch = state.richMenuBatches.get(requestIdOf(call))
    if (!batch || now - batch.acceptedAt > KEPT) throw refusal(404, sentences.notFound)
    const done = now >= batch.completedAt
    return {
      json: {
        phase: done ? 'succeeded' : 'ongoing',
        acceptedTime: iso(batch.acceptedAt),
        ...(done && { completedTime: iso(batch.completedAt) }),
      },
    }
  },
} satisfies Record<string, Operation>
