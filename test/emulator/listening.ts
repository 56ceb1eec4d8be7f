/** A person, and a bot that keeps the events that it receives. */
/* eslint-disable @typescript-eslint/no-explicit-any -- tests read events of every type as JSON */
import { expect } from 'vitest'
import type { Turn } from '../../src/emulator/index.js'
import { LineClient } from '../../src/client/index.js'
import { createBot } from '../../src/webhook/index.js'
import { setUp } from './support.js'

export function listening(options: Parameters<typeof setUp>[0] = {}) {
  const heard: Record<string, unknown>[] = []
  const bot = createBot({ channelSecret: 'x', channelAccessToken: 'y' })
  bot.use((ctx, next) => {
    heard.push(ctx.event as never)
    return next()
  })
  const setup = setUp({ bot, ...options })
  const { account, fetch } = setup.line
  const client = new LineClient({ channelAccessToken: account.channelAccessToken, fetch })
  return { ...setup, heard, client, aki: setup.line.user('Aki') }
}

/** The only event of a turn. */
export const only = ({ events }: Turn) => {
  expect(events).toHaveLength(1)
  return events[0] as unknown as Record<string, any>
}
