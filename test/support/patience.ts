/**
 * Waiting in tests ends when the condition holds. How long it may take is a matter of the machine, so the limit is generous
 * and one for all: vitest's own second is too short for a busy one.
 */
import { vi } from 'vitest'

const { waitFor } = vi

vi.waitFor = (callback, options) =>
  waitFor(callback, typeof options === 'number' ? options : { timeout: 60_000, ...options })
