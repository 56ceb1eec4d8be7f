/** Telemetry of programs that have no SDK, or not even the API. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { context, trace } from '@opentelemetry/api'
import { build } from 'esbuild'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { telemetry } from 'fukidashi/telemetry'
import type { ObservedDelivery } from '../../src/webhook/queue/observer.js'
import { bodyOf, botWith, post, says } from '../webhook/support.js'

afterEach(() => vi.restoreAllMocks())

/** Bundles a program, as users do. The API stays a package. */
async function bundle(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: process.cwd() },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    conditions: ['fukidashi-source'],
    external: ['@opentelemetry/api'],
  })
  return outputFiles[0]!.text
}

describe('without an SDK', () => {
  it('nothing is made for an event: no span, no context, no method', async () => {
    const observer = telemetry()
    await observer.ready
    const tracers = vi.spyOn(trace, 'getTracer')
    const contexts = vi.spyOn(context, 'with')
    const { bot, line } = botWith({ observers: observer })
    bot.on('message', (ctx) => ctx.reply('hello'))
    expect((await post(bot, bodyOf(says('hi')))).status).toBe(200)
    expect(line.calls).toHaveLength(1)
    expect(tracers).not.toHaveBeenCalled()
    expect(contexts).not.toHaveBeenCalled()
    // Replacing a method of it would throw.
    observer.observeDelivery(Object.freeze({}) as ObservedDelivery)
  })

  it('webhooks that come before the API is loaded wait for it', async () => {
    const { bot, line } = botWith({ observers: telemetry() })
    bot.on('message', (ctx) => ctx.reply('hello'))
    expect((await post(bot, bodyOf(says('hi')))).status).toBe(200)
    expect(line.calls).toHaveLength(1)
  })
})

describe('without @opentelemetry/api', () => {
  it('says what to install, and the bot works', async () => {
    const program = await bundle(`
      import { telemetry } from 'fukidashi/telemetry'
      import { memoryQueue, receiver } from 'fukidashi/queue'
      const observers = telemetry()
      const webhook = receiver({ channelSecret: 'x', queue: memoryQueue(), observers })
      const request = new Request('http://x/', { method: 'POST', body: '{}', headers: { 'x-line-signature': 'x' } })
      const { status } = await webhook.fetch(request)
      console.log(status, await observers.ready)
    `)
    const folder = mkdtempSync(path.join(tmpdir(), 'fukidashi-'))
    const file = path.join(folder, 'program.mjs')
    writeFileSync(file, `console.error = console.log\nconsole.warn = () => {}\n${program}`)
    const output = execFileSync(process.execPath, [file], { encoding: 'utf8' })
    rmSync(folder, { recursive: true })
    expect(output.trim().split('\n')).toEqual([
      'fukidashi: telemetry() needs a package that is not installed: npm install @opentelemetry/api',
      '401 false',
    ])
  })

  it('telemetry needs no module of Node', async () => {
    const code = await bundle(
      "export * from 'fukidashi/telemetry'; export * from 'fukidashi/health'",
    )
    expect(code).not.toMatch(/["']node:/)
  })
})

describe('options', () => {
  it.each([
    [{ sampleRatio: 2 }, 'sampleRatio'],
    [{ sampleRatio: '0.1' }, 'sampleRatio'],
    [{ userIds: 'yes' }, 'userIds'],
    [{ users: true }, 'users'],
  ])('%j is refused', (options, name) => {
    expect(() => telemetry(options as never)).toThrow(
      expect.objectContaining({
        code: 'option_invalid',
        message: expect.stringContaining(name) as string,
      }),
    )
  })
})
