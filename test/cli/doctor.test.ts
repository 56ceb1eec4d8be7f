/** What `fukidashi doctor` finds wrong with an account and its bot. */
import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { bot, jsonOf, line, run } from './account-scene.ts'
import type { Surroundings } from './command.ts'

describe('doctor', () => {
  interface Report {
    ok: boolean
    findings: { check: string; status: string; message: string; advice?: string }[]
  }
  const report = async (more: Surroundings = {}) => {
    const result = await run(['doctor', '--json'], '', more)
    const { ok, findings } = jsonOf(result) as Report
    expect(result.code).toBe(ok ? 0 : 1)
    return { ok, of: (check: string) => findings.find((finding) => finding.check === check) }
  }

  it('finds nothing wrong with a bot that answers', async () => {
    line.state.webhook.endpoint = await bot(200)
    const { code, stdout } = await run(['doctor'])
    expect(code).toBe(0)
    for (const check of [
      'node',
      'packages',
      'token',
      'account',
      'secret',
      'webhook',
      'endpoint',
      'quota',
      'clock',
    ])
      expect(stdout).toMatch(new RegExp(`^[✓!] ${check} `, 'm'))
    const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string }
    expect(stdout).toContain(`Node ${process.versions.node}, fukidashi ${version}\n`)
    expect(stdout).toContain('greeting messages, auto-reply messages and webhook redelivery')
    expect(stdout).toMatch(/Nothing is wrong\.\n$/)
  })

  it.each<
    [what: string, check: string, change: () => Surroundings | Promise<Surroundings>, says: RegExp]
  >([
    [
      'a wrong token',
      'token',
      () => ({ env: { LINE_CHANNEL_ACCESS_TOKEN: 'x'.repeat(172) } }),
      /wrong, expired or revoked/,
    ],
    ['a missing secret', 'secret', () => ({ env: { LINE_CHANNEL_SECRET: undefined } }), /not set/],
    [
      'the secret of another channel',
      'secret',
      () => ({ env: { LINE_CHANNEL_SECRET: '0'.repeat(32) } }),
      /not the secret of channel/,
    ],
    ['no webhook URL', 'webhook', () => (delete line.state.webhook.endpoint, {}), /no URL is set/],
    [
      'a webhook that is off',
      'webhook',
      () => ((line.state.webhook.active = false), {}),
      /not in use/,
    ],
    [
      'a bot that refuses',
      'endpoint',
      async () => ((line.state.webhook.endpoint = await bot(401)), {}),
      /failed with 401/,
    ],
    [
      'a quota that is used up',
      'quota',
      () => ((line.state.quota = { type: 'limited', value: 0 }), {}),
      /0 left/,
    ],
  ])('finds %s', async (_, check, change, says) => {
    line.state.webhook.endpoint = await bot(200)
    const { ok, of } = await report(await change())
    expect(ok).toBe(false)
    expect(of(check)).toMatchObject({
      status: 'error',
      message: expect.stringMatching(says) as string,
    })
    expect(of(check)!.advice ?? '').toMatch(/\w/)
  })

  it('warns of chats that people answer, and of a token that ends soon', async () => {
    line.state.webhook.endpoint = await bot(200)
    line.state.account.chatMode = 'chat'
    const { stdout: token } = await run(['token', 'issue'])
    const { ok, of } = await report({ env: { LINE_CHANNEL_ACCESS_TOKEN: token.trim() } })
    expect(ok).toBe(true)
    expect(of('account')).toMatchObject({ status: 'warning' })
    expect(of('token')).toMatchObject({
      status: 'warning',
      advice: expect.stringContaining('statelessToken') as string,
    })
  })
})
