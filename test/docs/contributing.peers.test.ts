/** Follows the steps of CONTRIBUTING.md for a new message type in a copy of the repository. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { versions } from '../compilers/tsc.ts'
import { apply, stepsOf } from './steps.ts'

const root = mkdtempSync(path.join(tmpdir(), 'fukidashi-poll-'))
afterAll(() => rmSync(root, { recursive: true }))

const copied = [
  'src',
  'scripts/generate',
  'test/fixtures/messages',
  'test/support',
  'test/validation/corpus.test.ts',
  'test/validation/coverage.test.ts',
  'test/validation/elements.test.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'vitest.config.ts',
  '.prettierrc.json',
]
for (const file of copied) cpSync(file, path.join(root, file), { recursive: true })
symlinkSync(path.resolve('node_modules'), path.join(root, 'node_modules'))

/** Runs a program of a dependency, or one with an absolute path, in the copy. */
function run(program: string, ...args: string[]): { ok: boolean; output: string } {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST')),
  )
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.resolve(root, 'node_modules', program), ...args],
    { cwd: root, env, encoding: 'utf8' },
  )
  return { ok: status === 0, output: stdout + stderr }
}

const generate = () => run('tsx/dist/cli.mjs', 'scripts/generate/index.ts')

/** Checks what these files import, with the fastest compiler. */
function typeCheck(...files: string[]): { ok: boolean; output: string } {
  const config = { extends: './tsconfig.json', include: [], files }
  writeFileSync(path.join(root, 'tsconfig.part.json'), JSON.stringify(config))
  return run(path.resolve(versions['7']), '-p', 'tsconfig.part.json')
}

/** The cases of the new type in all ways to write it. */
function runCases(...files: string[]): { ok: boolean; passed: string[] } {
  const report = path.join(root, 'report.json')
  const { ok } = run(
    'vitest/vitest.mjs',
    'run',
    ...files,
    // The copy is in another folder each time.
    '--experimental.fsModuleCache=false',
    '--reporter=json',
    `--outputFile=${report}`,
    '--testNamePattern=poll|the spec',
  )
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as {
    testResults: { assertionResults: { fullName: string; status: string }[] }[]
  }
  const passed = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'passed')
    .map(({ fullName }) => fullName)
  return { ok, passed }
}

const steps = stepsOf('CONTRIBUTING.md')
const follow = (step: number) => {
  for (const change of steps.get(step)!) apply(change, root)
}

it('has steps that add a message type, and that name what is missing when one is left out', () => {
  expect([...steps.keys()]).toEqual([1, 2, 3, 4, 5, 6, 7, 8])

  follow(1)
  expect(generate().output).toContain(
    'src/spec has PollMessage (type "poll"), and no component makes it: add a row to src/components/table.ts',
  )

  follow(2)
  const withoutComponent = generate().output
  expect(withoutComponent).toContain('src/components/index.ts does not export Poll:')
  expect(withoutComponent).toContain('src/components/index.ts does not export PollProps:')

  follow(3)
  const generated = generate()
  expect(generated.ok, generated.output).toBe(true)

  // Step 5 is what the type check asks for.
  expect(typeCheck('src/preview/index.ts').output).toMatch(
    /^src\/preview\/messages\/message\.ts.*'poll' is missing.*$/m,
  )
  follow(5)
  follow(6)
  const users = ['src/builders/index.ts', 'src/convert/index.ts', 'src/preview/index.ts']
  expect(typeCheck(...users, 'test/fixtures/messages/index.ts').output).toBe('')

  const { ok, passed } = runCases()
  for (const way of ['JSX with children', 'JSX with props', 'builders'])
    expect(passed).toContain(`${way} polls 'poll: as it is most of the time'`)
  expect(passed).toContain('the spec has no requirement that no case breaks')
  expect(ok).toBe(true)
}, 240_000)

it('has tests that fail if the component makes another type', () => {
  const component = path.join(root, 'src/components/messages/Poll.ts')
  const code = readFileSync(component, 'utf8')
  writeFileSync(component, code.replace('(rows.Poll)', "({ ...rows.Poll, type: 'pol' })"))
  const { ok, passed } = runCases('test/validation/elements.test.ts')
  expect(ok).toBe(false)
  expect(passed).not.toContain("JSX with children polls 'poll: as it is most of the time'")
  expect(passed).not.toContain("builders polls 'poll: as it is most of the time'")
}, 240_000)
