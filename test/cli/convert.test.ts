/** `fukidashi convert` as a program of its own. */
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { command, type Result } from './command.ts'

const folders: string[] = []
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true })
})

/** A folder with files. */
async function project(files: Readonly<Record<string, unknown>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'fukidashi-convert-'))
  folders.push(folder)
  for (const [name, content] of Object.entries(files))
    await writeFile(
      join(folder, name),
      typeof content === 'string' ? content : JSON.stringify(content),
    )
  return folder
}

const hello = { type: 'text', text: 'Hello' }
const wrong = { type: 'text', text: '' }
const convert = (...args: string[]): Promise<Result> => command(['convert', ...args])

describe('prints the source', () => {
  it('of a file', async () => {
    const folder = await project({ 'hello.json': hello })
    expect(await convert(join(folder, 'hello.json'))).toEqual({
      code: 0,
      stdout: "import { Text } from 'fukidashi'\n\nexport default <Text>Hello</Text>\n",
      stderr: '',
    })
  })

  it('of a rich menu in rows and columns, or in pixels', async () => {
    const half = (x: number, text: string) => ({
      bounds: { x, y: 0, width: 1250, height: 843 },
      action: { type: 'message', label: text, text },
    })
    const menu = {
      size: { width: 2500, height: 843 },
      selected: false,
      name: 'Menu',
      chatBarText: 'Tap',
      areas: [half(0, 'tea'), half(1250, 'cake')],
    }
    const folder = await project({ 'Summer.json': menu })
    const { code, stdout, stderr } = await convert(join(folder, 'Summer.json'))
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toContain("from 'fukidashi/rich-menu'")
    expect(stdout).toContain('<RichMenu chatBarText="Tap" size="compact" picture="./summer.png">')
    expect(stdout.match(/<Cell>/g)).toHaveLength(2)
    for (const args of [['--areas'], ['--export', 'Menu'], ['--as', 'rich-menu', '--areas']]) {
      const { stdout } = await convert(join(folder, 'Summer.json'), ...args)
      expect(stdout).toContain('<Area x={1250} y={0} width={1250} height={843}>')
      expect(stdout).not.toContain('fukidashi/rich-menu')
    }
  })

  it('of standard input, with builders and a name', async () => {
    const args = ['convert', '-', '--builders', '--export', 'hello']
    const { code, stdout } = await command(args, `\uFEFF${JSON.stringify(hello)}\n`)
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: "import { text } from 'fukidashi/builders'\n\nexport const hello = text('Hello')\n",
    })
  })

  it('with components of repeated pieces', async () => {
    const button = (label: string) => ({
      type: 'button',
      action: { type: 'message', label, text: `I take ${label}` },
    })
    const contents = [button('Sencha'), button('Hojicha'), button('Oolong')]
    const folder = await project({
      'menu.json': { type: 'bubble', body: { type: 'box', layout: 'vertical', contents } },
    })
    const { stdout } = await convert(join(folder, 'menu.json'), '--components')
    expect(stdout).toContain('<ButtonItem label="Sencha" text="I take Sencha" />')
  })

  it('in the style of the project, where Prettier is installed', async () => {
    const folder = await project({ '.prettierrc': { semi: true }, 'hello.json': hello })
    const out = join(folder, 'hello.tsx')
    await convert(join(folder, 'hello.json'), '--out', out)
    expect(await readFile(out, 'utf8')).toContain('<Text>Hello</Text>;')
    await convert(join(folder, 'hello.json'), '--out', out, '--no-prettier', '--force')
    expect(await readFile(out, 'utf8')).toMatch(/<Text>Hello<\/Text>\n$/)
  })

  it('and names on standard error what stays JSON, without colours', async () => {
    const folder = await project({ 'wrong.json': wrong })
    const { code, stdout, stderr } = await convert(join(folder, 'wrong.json'))
    expect(code).toBe(0)
    expect(stdout).toContain('raw({')
    expect(stderr).toContain('1 part stays JSON.\n  text text is empty')
    expect(stderr).not.toMatch(/\u001b/)
  })
})

describe('writes files', () => {
  it('of a folder of JSON into another folder', async () => {
    const folder = await project({ 'one.json': hello, 'two.json': [hello, hello] })
    const out = join(folder, 'src')
    const files = [join(folder, 'one.json'), join(folder, 'two.json')]
    expect(await convert(...files, '--out', out)).toMatchObject({ code: 0, stdout: '' })
    expect(await readFile(join(out, 'one.tsx'), 'utf8')).toContain('<Text>Hello</Text>')
    expect(await readFile(join(out, 'two.tsx'), 'utf8')).toContain('[<Text>Hello</Text>')
    // The same again changes nothing.
    expect(await convert(...files, '--out', out)).toMatchObject({ code: 0 })
  })

  it('but does not replace a different file without --force', async () => {
    const folder = await project({ 'one.json': hello, 'one.tsx': 'mine' })
    const args = [join(folder, 'one.json'), '--out', join(folder, 'one.tsx')]
    const { code, stderr } = await convert(...args)
    expect(code).toBe(1)
    expect(stderr).toContain('one.tsx exists and is different. Delete it, or pass --force')
    expect(await readFile(join(folder, 'one.tsx'), 'utf8')).toBe('mine')
    expect(await convert(...args, '--force')).toMatchObject({ code: 0 })
    expect(await readFile(join(folder, 'one.tsx'), 'utf8')).toContain('Hello')
  })
})

describe('--check writes nothing', () => {
  it('and is satisfied when all of a file is converted', async () => {
    const folder = await project({ 'one.json': hello })
    expect(await convert(join(folder, 'one.json'), '--check')).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    })
  })

  it('and fails when a part stays JSON', async () => {
    const folder = await project({ 'one.json': wrong })
    const { code, stdout, stderr } = await convert(join(folder, 'one.json'), '--check')
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toContain('text is empty')
  })

  it('and fails when the file that was converted is missing or different', async () => {
    const folder = await project({ 'one.json': hello })
    const out = join(folder, 'one.tsx')
    const args = [join(folder, 'one.json'), '--out', out]
    const missing = await convert(...args, '--check')
    expect(missing).toMatchObject({ code: 1, stdout: '' })
    expect(missing.stderr).toContain('one.tsx is missing for')
    await convert(...args)
    expect(await convert(...args, '--check')).toMatchObject({ code: 0 })
    await writeFile(out, 'changed')
    const different = await convert(...args, '--check')
    expect(different.code).toBe(1)
    expect(different.stderr).toContain('one.tsx is different from')
  })
})

describe('refuses bad input', () => {
  it.each([
    [[], "missing required argument 'files'"],
    [['nowhere.json'], 'There is no file nowhere.json'],
    [['examples'], 'examples is a folder'],
    [['package.json', 'tsconfig.json'], 'Pass a folder with --out'],
    [['package.json', 'tsconfig.json', '--out', 'README.md'], 'README.md is a file'],
    [['package.json', './package.json', '--out', 'src/'], 'Several files would be written to'],
    [['-', '--bilders'], 'Unknown option --bilders. Did you mean --builders?'],
    [['-', '--out'], '--out needs a value after it.'],
    [['-', '--as', 'poll'], "argument 'poll' is invalid. Allowed choices are message"],
    [['package.json', '--export', 'a b'], "--export: 'a b' cannot be the name of an export"],
  ])('%j', async (args, words) => {
    const { code, stdout, stderr } = await convert(...args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(words)
    expect(stderr).not.toMatch(/\n\s+at /)
  })

  it.each([
    ['{\n  "type": "a" "b"\n}', /^fukidashi: standard input:2:15 is not JSON: .*\.\n$/],
    ['{\n  "type": text\n}', /^fukidashi: standard input(:2:\d+)? is not JSON: .*\.\n$/],
    ['', /^fukidashi: standard input is empty\. Pass JSON\.\n$/],
    ['['.repeat(300) + ']'.repeat(300), /standard input: The value is nested more than 200 levels/],
  ])('%s', async (text, words) => {
    const { code, stdout, stderr } = await command(['convert', '-'], text)
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(words)
    expect(stderr).not.toMatch(/\n\s+at /)
  })
})

it('ends without a word when it is interrupted', async () => {
  const child = spawn(process.execPath, [
    ...['--conditions', 'fukidashi-source', '--import', 'tsx', 'src/cli/index.ts'],
    ...['convert', '-'],
  ])
  let output = ''
  child.stdout.on('data', (data) => (output += String(data)))
  child.stderr.on('data', (data) => (output += String(data)))
  // It has begun to read once more is written than a pipe holds.
  await new Promise((resolve) => child.stdin.write(' '.repeat(1_000_000), resolve))
  const ended = new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal)))
  child.kill('SIGINT')
  expect(await ended).toBe('SIGINT')
  expect(output).toBe('')
})
