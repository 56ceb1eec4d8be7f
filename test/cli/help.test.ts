/** Help, and what is common to all subcommands. */
import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { program } from '../../src/cli/run.ts'
import { command } from './command.ts'

describe('help', () => {
  it.each([[[]], [['--help']], [['-h']], [['help']]])('of the command: %j', async (args) => {
    const { code, stdout, stderr } = await command(args)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    for (const words of [
      'init [options]',
      'dev [options]',
      'convert [options]',
      'Examples:',
      'Exit codes:',
    ])
      expect(stdout).toContain(words)
    expect(stdout).not.toMatch(/\u001b/)
  })

  it.each([
    ['init', 'fukidashi init my-bot', '--template <NAME>'],
    ['dev', 'fukidashi dev bot.tsx', '--webhook <URL>'],
    ['convert', 'fukidashi convert menu.json', '--components'],
  ])('of %s, with examples', async (name, example, option) => {
    for (const args of [
      [name, '--help'],
      ['help', name],
    ]) {
      const { code, stdout } = await command(args)
      expect(code).toBe(0)
      expect(stdout).toContain(example)
      expect(stdout).toContain(option)
      // Sentences fill the lines of 80 columns: no line ends early, as one that the source broke would.
      const [, about = ''] = stdout.split('\n\n')
      for (const [line, next = ''] of about.split('\n').map((line, i, all) => [line, all[i + 1]]))
        if (next !== '' && !line!.endsWith('.'))
          expect(`${line} ${next.split(' ')[0]}`.length).toBeGreaterThan(80)
    }
  })
})

it('loads only the subcommand that runs', async () => {
  const names = (await program([])).commands.map((each) => each.name())
  expect(names).toContain('rich-menu')
  for (const name of names)
    expect((await program([name, '--help'])).commands.map((each) => each.name())).toEqual([name])
})

it('suggests the subcommand that was meant', async () => {
  const { code, stdout, stderr } = await command(['covert'])
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toContain('Unknown command "covert". Did you mean convert?\n\nUsage:')
})

it.each([
  [
    ['webhook'],
    /^fukidashi: fukidashi webhook needs one of these commands after it: get, set, test\.$/m,
  ],
  [['token', 'isue'], /Unknown command "isue"\. Did you mean issue\?\n\nUsage: fukidashi token /],
  [['token', 'issue', '--kind', 'x'], /\nSee fukidashi token issue --help\.\n$/],
])('says what to write after a command with subcommands: %j', async (args, says) => {
  const { code, stdout, stderr } = await command(args)
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toMatch(says)
  expect(stderr).not.toContain('outputHelp')
})

it.each(['--version', '-v'])('prints its version with %s', async (flag) => {
  const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string }
  expect(await command([flag])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' })
})
