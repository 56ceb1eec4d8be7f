import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { promisify } from 'node:util'
import { renderAsync, validate, type Problem, type Warning } from 'fukidashi'
import { describe, expect, it } from 'vitest'
import { type Example, examples } from '../../examples/index.ts'
import receiptOfBuilders from '../../examples/receipt.builders.ts'
import receipt from '../../examples/receipt.tsx'

async function shown(example: Example): Promise<{ json: unknown; problems: Problem[] }> {
  const problems: Problem[] = []
  if (example.kind === 'messages') {
    const { node, to, context } = example
    const onWarning = ({ problem }: Warning) => problems.push(problem!)
    return { json: await renderAsync(node, { ...to, context, onWarning }), problems }
  }
  const menus = JSON.parse(JSON.stringify(example.menus)) as object
  for (const menu of Object.values(menus)) problems.push(...validate(menu, { as: 'rich-menu' }))
  return { json: menus, problems }
}

/** In JSON the order of properties means nothing, so a snapshot does not depend on it: `type`, then by name. */
function byName(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const rank = ([name]: [string, unknown]) => (name === 'type' ? '' : name)
  return Object.fromEntries(Object.entries(value).sort((a, b) => (rank(a) < rank(b) ? -1 : 1)))
}

describe.each(examples)('the example $name', (example) => {
  it('has no errors and no warnings', async () => {
    expect((await shown(example)).problems).toEqual([])
  })

  it('has the same JSON as before', async () => {
    const { json } = await shown(example)
    await expect(`${JSON.stringify(json, byName, 2)}\n`).toMatchFileSnapshot(
      `__snapshots__/${example.name}.json`,
    )
  })
})

it('gives the same JSON from builders as from JSX', () => {
  const [fromBuilders, fromJsx] = [receiptOfBuilders, receipt].map((node) => JSON.stringify(node))
  expect(fromBuilders).toBe(fromJsx)
})

it('lists each example once, by its file name', () => {
  const names = examples.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  for (const { name, ending } of examples)
    expect(existsSync(`examples/${name}.${ending}`), name).toBe(true)
})

describe('the program show.ts', () => {
  const run = promisify(execFile)
  const show = (...args: string[]) =>
    run(process.execPath, [
      ...['--conditions', 'fukidashi-source', '--import', 'tsx'],
      ...['examples/show.ts', ...args],
    ])

  it('prints all examples, and the report of the broken one', async () => {
    const { stdout } = await show()
    for (const { title } of examples) expect(stdout).toContain(title)
    expect(stdout).toContain('examples/broken.tsx:10:5')
    expect(stdout.trimEnd()).toMatch(/^\d+ examples, all of which LINE accepts$/m)
    expect(stdout).not.toContain('\u001b')
  })

  it('prints the JSON of one example', async () => {
    const { stdout } = await show('--json', 'cancel')
    expect(JSON.parse(stdout)).toEqual([expect.objectContaining({ type: 'template' })])
  })

  it('lists the examples', async () => {
    const { stdout } = await show('--list')
    expect(stdout.trimEnd().split('\n')).toHaveLength(examples.length)
  })

  it('fails for an unknown name', async () => {
    await expect(show('--json', 'nothing')).rejects.toMatchObject({ code: 1 })
  })
})
