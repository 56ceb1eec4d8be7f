/** Telemetry of programs that have no SDK, or not even the API. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import {
  context,
  type ContextManager,
  INVALID_SPAN_CONTEXT,
  ROOT_CONTEXT,
  trace,
  type TracerProvider,
} from '@opentelemetry/api'
import { build } from 'esbuild'
import { afterEach, describe, expect, it } from 'vitest'
import { telemetry, type TelemetryOptions } from 'fukidashi/telemetry'
import type { ObservedDelivery } from '../../src/webhook/queue/observer.js'
import { bodyOf, botWith, post, says } from '../webhook/support.js'

afterEach(() => context.disable())

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
  /** Uses of contexts while a webhook is handled. */
  async function contextsOf(options: TelemetryOptions) {
    const uses = { active: 0, with: 0 }
    const manager: ContextManager = {
      active: () => {
        uses.active++
        return ROOT_CONTEXT
      },
      with: (_, run, self, ...values) => {
        uses.with++
        return run.call(self as never, ...values)
      },
      bind: (_, target) => target,
      enable: () => manager,
      disable: () => manager,
    }
    context.setGlobalContextManager(manager)
    const observer = telemetry(options)
    await observer.ready
    const { bot, line } = botWith({ observers: observer })
    bot.on('message', (ctx) => ctx.reply('hello'))
    expect((await post(bot, bodyOf(says('hi')))).status).toBe(200)
    expect(line.calls).toHaveLength(1)
    return { observer, uses }
  }

  it('nothing is made for a webhook: no span, no context, no method', async () => {
    const { observer, uses } = await contextsOf({})
    expect(uses).toEqual({ active: 0, with: 0 })
    // Replacing a method of it would throw.
    observer.observeDelivery(Object.freeze({}) as ObservedDelivery)
  })

  it('and with one, contexts are used: what the test above counts', async () => {
    const startSpan = () => trace.wrapSpanContext(INVALID_SPAN_CONTEXT)
    const tracerProvider = { getTracer: () => ({ startSpan }) } as unknown as TracerProvider
    const { uses } = await contextsOf({ tracerProvider })
    expect(uses.with).toBeGreaterThan(0)
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
