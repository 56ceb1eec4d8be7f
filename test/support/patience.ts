/**
 * Waiting in tests ends when the condition holds. How long it may take is a matter of the machine, so the limit is generous
 * and one for all: vitest's own second is too short for a busy one.
 */
import { afterAll, vi } from 'vitest'

const { waitFor } = vi

/** Files that share modules share this function too: it is changed once. */
const patient = Symbol.for('fukidashi.patient')

if (!Object.hasOwn(waitFor, patient))
  vi.waitFor = Object.assign(
    ((callback, options) =>
      waitFor(
        callback,
        typeof options === 'number' ? options : { timeout: 60_000, ...options },
      )) satisfies typeof waitFor,
    { [patient]: true },
  )

// Spies end with their file: the next one may share its modules.
afterAll(() => vi.restoreAllMocks())
