/** A component that throws while a bot answers: the page has the line that threw. */
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createEmulator } from '../../src/emulator/index.js'
import { createBot } from '../../src/webhook/index.js'

beforeEach(() => void vi.spyOn(console, 'error').mockReturnValue())
afterEach(() => vi.restoreAllMocks())

const failing = (): never => {
  throw new TypeError('no price')
}

it.each([
  ['at once', () => failing()],
  ['later', () => Promise.resolve().then(failing)],
])('has the line that threw %s', async (_, Price) => {
  const bot = createBot({ channelSecret: 'x', channelAccessToken: 'y' })
  bot.on('message:text', (ctx) => ctx.reply(<Price />))
  const line = createEmulator({ bot })
  // All of the library is outside the project.
  line.projectFolder = join(process.cwd(), 'test')
  await line.user('Aki').says('hi')
  expect(line.failures).toHaveLength(1)
  const { place, frame, message } = line.failures[0]!
  expect(message).toContain('threw: no price')
  expect(place?.file).toBe('emulator/thrown-in-component.test.tsx')
  expect(frame!.lines[place!.line - frame!.firstLine]).toContain('throw new TypeError')
})
