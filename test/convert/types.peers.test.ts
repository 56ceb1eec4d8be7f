/** The source of every converted message has no type errors, in all versions of TypeScript that are supported. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toBuilders, toTsx } from 'fukidashi/convert'
import { usePackageWithTypes } from '../support/built-package.ts'
import { everyVersion, tsc } from '../compilers/tsc.ts'
import { corpus } from '../fixtures/messages/index.ts'
import { fromSchema } from '../support/from-schema.ts'
import { definitions } from '../support/published-schema.ts'

const { installIn } = usePackageWithTypes()
let folder: string

const read = async (path: string): Promise<string> =>
  readFile(new URL(path, import.meta.url), 'utf8')

/** Known messages, generated ones, and both with a property that is unknown or null. */
async function values(): Promise<unknown[]> {
  const real = (await read('../fixtures/real/messages.jsonl'))
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { message: unknown }).message)
  const made = fromSchema(definitions, () => undefined)
  const roots = ['Message', 'FlexContainer', 'Action', 'QuickReply', 'RichMenuRequest', 'Template']
  const generated = roots.flatMap((name) => fc.sample(made(name), { seed: 3, numRuns: 25 }))
  const cases = Object.values(corpus).flatMap((all) => all.map(({ value }) => value))
  const valid = [...real, ...generated]
  return [
    ...valid,
    ...valid.map((value, seed) => withProperty(value, seed, 'x-new', 1)),
    ...valid.map((value, seed) => withProperty(value, seed, 'fresh', null)),
    // Each kind of mistake is there several times.
    ...cases.filter((value, index) => index % 12 === 0 && value !== undefined),
  ]
}

/** A copy of a value with a further property in one of its objects. */
function withProperty(value: unknown, seed: number, name: string, property: unknown): unknown {
  const copy = structuredClone(value)
  const objects = objectsIn(copy)
  if (objects.length > 0) Reflect.set(objects[(seed * 7) % objects.length]!, name, property)
  return copy
}

const objectsIn = (value: unknown): object[] =>
  typeof value === 'object' && value !== null
    ? [...(Array.isArray(value) ? [] : [value]), ...Object.values(value).flatMap(objectsIn)]
    : []

beforeAll(async () => {
  await mkdir('test/.types', { recursive: true })
  folder = await mkdtemp('test/.types/')
  await installIn(folder)
  const files = (await values()).flatMap((value, index) => {
    try {
      return [
        [`${index}.tsx`, toTsx(value)],
        [`${index}-pieces.tsx`, toTsx(value, { components: true, export: 'Text' })],
        [`${index}-builders.ts`, toBuilders(value)],
        [`${index}-functions.ts`, toBuilders(value, { components: true, export: 'text' })],
      ] as const
    } catch (error) {
      // NaN and others are not JSON.
      expect(error).toMatchObject({ code: 'json_invalid' })
      return []
    }
  })
  expect(files.length).toBeGreaterThan(3_000)
  for (const [name, source] of files) await writeFile(join(folder, name), source)
  const settings = {
    extends: '../../../tsconfig.json',
    compilerOptions: { jsx: 'react-jsx', declaration: true, customConditions: [] },
    exclude: [],
  }
  const write = (name: string, include: readonly string[]) =>
    writeFile(join(folder, name), JSON.stringify({ ...settings, include }))
  // Older compilers take ten times as long: they get every fifth value, which are of all kinds.
  const fifth = files.map(([name]) => name).filter((name) => Number.parseInt(name) % 5 === 0)
  await write('tsconfig.json', ['*.ts', '*.tsx'])
  await write('tsconfig.fifth.json', fifth)
})

afterAll(async () => {
  await rm(folder, { recursive: true })
})

describe('has no type errors', () => {
  it.each(everyVersion)('with TypeScript %s', async (version) => {
    const errors = await tsc(
      version,
      version === '7' ? folder : join(folder, 'tsconfig.fifth.json'),
    )
    expect(errors.slice(0, 3_000)).toBe('')
  })
})
