/** What depends on the endpoint and on who receives: every combination of both, for everything that depends on them. */
import { describe, expect, it } from 'vitest'
import { type Endpoint, validate, type ValidateOptions } from 'fukidashi'

const user = `U${'0123456789abcdef'.repeat(2)}`
const picture = 'https://example.com/a.jpg'
const film = { originalContentUrl: 'https://example.com/a.mp4', previewImageUrl: picture }
const values = {
  quoteToken: { type: 'text', text: 'Yes', quoteToken: 'yHAz4Ua2wx7' },
  substitution: {
    type: 'textV2',
    text: 'Hello {aki}',
    substitution: { aki: { type: 'mention', mentionee: { type: 'user', userId: user } } },
  },
  trackingId: { type: 'video', ...film, trackingId: 'a' },
  type: { type: 'image', originalContentUrl: picture, previewImageUrl: picture },
}

const recipients = [undefined, 'user', 'group', 'room'] as const
type Table = Record<Endpoint | 'none', string>

/** For nobody in particular, a user, a group, a room: `.` good, `w` a warning, `e` an error. */
const tables: Record<keyof typeof values, Table> = {
  quoteToken: {
    none: 'wwww',
    reply: '....',
    push: '....',
    multicast: 'eeee',
    narrowcast: 'eeee',
    broadcast: 'eeee',
    pnp: 'eeee',
  },
  substitution: {
    none: 'weww',
    reply: 'we..',
    push: 'we..',
    multicast: 'eeee',
    narrowcast: 'eeee',
    broadcast: 'eeee',
    pnp: 'eeee',
  },
  trackingId: {
    none: 'w.ee',
    reply: 'w.ee',
    push: 'w.ee',
    multicast: '..ee',
    narrowcast: '..ee',
    broadcast: '..ee',
    pnp: '..ee',
  },
  type: {
    none: '....',
    reply: '....',
    push: '....',
    multicast: '....',
    narrowcast: '....',
    broadcast: '....',
    pnp: 'eeee',
  },
}

const rows = Object.entries(tables).flatMap(([property, table]) =>
  Object.entries(table).flatMap(([endpoint, verdicts]) =>
    recipients.map((to, i) => ({ property, endpoint, to, verdict: verdicts[i]! })),
  ),
)
const words: Record<string, string[]> = { '.': [], w: ['warning'], e: ['error'] }

describe('every combination', () => {
  it.each(rows)(
    '$property by $endpoint to $to: $verdict',
    ({ property, endpoint, to, verdict }) => {
      const value = values[property as keyof typeof values]
      const options = { to, ...(endpoint !== 'none' && { endpoint }) } as ValidateOptions
      for (const as of ['message', 'messages'] as const) {
        const found = validate(value, { ...options, as }).filter(({ path }) => path === property)
        expect(found.map(({ severity }) => severity)).toEqual(words[verdict])
        expect(found.every(({ code }) => code === 'unsupported')).toBe(true)
      }
    },
  )
})
