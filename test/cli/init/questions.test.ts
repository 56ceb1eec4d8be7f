/** `fukidashi init` in a terminal: its questions, and Ctrl-C at each of them. */
import { PassThrough } from 'node:stream'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it } from 'vitest'
import { Cancelled } from '../../../src/cli/init/ask.js'
import type { InitOptions } from '../../../src/cli/init/init.js'
import { folderWith, has, manifestOf, read, runInit } from './setup.js'

const enter = '\r'
const down = '\u001b[B'
const interrupt = '\u0003'

/** A person who waits for a question, and then presses keys. */
async function withAnswers(
  folder: string | undefined,
  answers: readonly (readonly [question: RegExp, keys: string])[],
  options: Partial<InitOptions> = {},
) {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => input })
  const output = Object.assign(new PassThrough(), { isTTY: true, columns: 200, rows: 50 })
  const waiting = [...answers]
  let screen = ''
  output.on('data', (piece) => {
    screen += stripVTControlCharacters(String(piece))
    const [question, keys] = waiting[0] ?? []
    if (!question?.test(screen)) return
    waiting.shift()
    screen = ''
    // After the prompt has begun to listen.
    setImmediate(() => {
      for (const key of keys!.match(/\u001b\[.|[^]/g) ?? []) input.write(key)
    })
  })
  const result = await runInit(folder, options, { terminal: { input, output } })
  expect(waiting).toEqual([])
  return result
}

describe('in a terminal', () => {
  it('asks for everything that was not passed', async () => {
    const folder = join(folderWith(), 'tea')
    const { code } = await withAnswers(undefined, [
      [/In which folder/, `${folder}${enter}`],
      [/Which bot/, `${down}${enter}`],
      [/Where will it run/, `${down}${enter}`],
    ])
    expect(code).toBe(0)
    expect(manifestOf(folder).scripts['deploy']).toBe('wrangler deploy')
    expect(has(folder, 'src/order.tsx')).toBe(true)
  })

  it('asks only for what is missing', async () => {
    const folder = join(folderWith(), 'tea')
    await withAnswers(folder, [[/Where will it run/, enter]], { template: 'echo' })
    expect(manifestOf(folder).scripts['start']).toBe('node dist/server.js')
  })

  it('asks nothing with --yes', async () => {
    const folder = join(folderWith(), 'tea')
    await withAnswers(folder, [], { yes: true })
    expect(has(folder, 'package.json')).toBe(true)
  })

  it.each([
    ['y', 'createBot', 0],
    ['n', 'mine', 1],
    [enter, 'mine', 1],
  ])('asks before it replaces a file: %j', async (key, text, exitCode) => {
    const folder = folderWith({ 'src/bot.tsx': 'mine' })
    const { code } = await withAnswers(folder, [[/would be replaced: src\/bot\.tsx/, key]], {
      template: 'echo',
      platform: 'node',
    })
    expect(code).toBe(exitCode)
    expect(read(folder, 'src/bot.tsx')).toContain(text)
    expect(has(folder, 'package.json')).toBe(exitCode === 0)
  })

  it('says what is wrong with a folder, and asks again', async () => {
    const home = folderWith({ taken: '' })
    await withAnswers(
      undefined,
      [
        [/In which folder/, `${join(home, 'taken')}${enter}`],
        [/is a file\. Pass a folder/, `-bot${enter}`],
      ],
      { template: 'echo', platform: 'node' },
    )
    expect(has(home, 'taken-bot/package.json')).toBe(true)
  })

  const questions = [
    [/In which folder/, 'tea\r'],
    [/Which bot/, enter],
    [/Where will it run/, enter],
    [/Install the dependencies/, enter],
  ] as const
  it.each([0, 1, 2, 3])('writes nothing at Ctrl-C, at question %i', async (index) => {
    const folder = join(folderWith(), 'tea')
    const before = questions
      .slice(0, index)
      .map(([question, keys]) => [question, keys === enter ? keys : `${folder}\r`] as const)
    const answers = [...before, [questions[index]![0], interrupt] as const]
    await expect(withAnswers(undefined, answers, { install: true })).rejects.toThrow(Cancelled)
    expect(has(folder, '')).toBe(false)
  })
})
