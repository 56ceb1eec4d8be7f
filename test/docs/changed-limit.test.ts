/** A limit that is changed in a tag of the spec changes everything that names it, and nothing else has to be touched. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = mkdtempSync(path.join(tmpdir(), 'fukidashi-limit-'))
afterAll(() => rmSync(root, { recursive: true }))

const copied = [
  'src',
  'scripts',
  'docs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  '.prettierrc.json',
]
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')

function run(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', ...args], {
    cwd: root,
    encoding: 'utf8',
  })
  expect([status, status === 0 ? '' : stderr]).toEqual([0, ''])
  return stdout
}

function change(file: string, from: RegExp, to: string): void {
  const before = read(file)
  const after = before.replace(from, to)
  expect(after).not.toBe(before)
  writeFileSync(path.join(root, file), after)
}

beforeAll(() => {
  for (const file of copied) cpSync(file, path.join(root, file), { recursive: true })
  symlinkSync(path.resolve('node_modules'), path.join(root, 'node_modules'))
  change('src/spec/action.ts', /@maxUtf16 1000\n/, '@maxUtf16 1234\n')
  change('src/spec/message.ts', /@maxItems 5\n/, '@maxItems 7\n')
  change('src/spec/api/user.ts', /@maximum 1000\n/, '@maximum 1111\n')
  change('src/spec/api/limits.ts', /files: \{ image: 10,/, 'files: { image: 11,')
  run('scripts/generate/index.ts')
  run('scripts/docs/index.ts')
})

describe('a changed limit is', () => {
  it('in the hovers of builders', () => {
    expect(read('src/builders/generated/builders.ts')).toContain(
      'Copies a text of 1 to 1,234 UTF-16',
    )
  })

  it('in docs/components.md', () => {
    const page = read('docs/components.md')
    expect(page).toContain('Copies a text of 1 to 1,234 UTF-16')
    expect(page).toContain('1–1,234 UTF-16 units')
    expect(page).toContain('JPEG or PNG by https, at most 11 MB')
    expect(page).not.toContain('at most 10 MB')
  })

  it('in the schemas, as keyword and in descriptions', () => {
    const schema = read('src/validation/generated/schema/messages.json')
    expect(schema).toContain('"maxLength": 1234')
    expect(schema).toContain('URL of the image, at most 11 MB.')
    expect(read('src/validation/generated/schema/request.json')).toContain('"maxItems": 7')
  })

  it('in errors, in the client and in the emulator', () => {
    const program = `
      import { validate } from './src/index.ts'
      import { createEmulator } from './src/emulator/index.ts'
      const text = { type: 'text', text: 'a' }
      const action = { type: 'clipboard', label: 'a', clipboardText: 'x'.repeat(1235) }
      const { fetch, account } = createEmulator({ account: { verified: true } })
      const call = async (path, body) => {
        const headers = { authorization: 'Bearer ' + account.channelAccessToken, 'content-type': 'application/json' }
        const response = await fetch('https://api.line.me' + path, body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers })
        return [response.status, await response.text()]
      }
      console.log(JSON.stringify([
        validate(action, { as: 'action' }).map(({ limit }) => limit),
        validate(Array(8).fill(text)).map(({ limit }) => limit),
        validate(Array(7).fill(text)),
        await call('/v2/bot/message/validate/push', { messages: Array(8).fill(text) }),
        (await call('/v2/bot/followers/ids?limit=1111'))[0],
        (await call('/v2/bot/followers/ids?limit=1112'))[0],
      ]))`
    writeFileSync(path.join(root, 'program.ts'), program)
    const [action, eight, seven, push, most, more] = JSON.parse(
      run('--conditions', 'fukidashi-source', 'program.ts'),
    ) as [number[], number[], unknown[], [number, string], number, number]
    expect([action, eight, seven]).toEqual([[1234], [7], []])
    expect(push).toEqual([400, expect.stringContaining('Size must be between 1 and 7')])
    expect([most, more]).toEqual([200, 400])
  })
})
