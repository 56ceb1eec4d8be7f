/** The hash that replaces the id of a user. */
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { sha256 } from '../../src/telemetry/sha256.js'

describe('the hash of an id', () => {
  it.each([0, 1, 26, 55, 56, 63, 64, 65, 1_000])('is SHA-256 for %i letters', (length) => {
    const text = 'aé'.repeat(length).slice(0, length)
    expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex'))
  })
})
