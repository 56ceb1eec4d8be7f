/** The workflow for pull requests in the documents. */
import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { parse } from 'yaml'

interface Job {
  permissions?: Record<string, string>
  env?: Record<string, string>
  steps: { uses?: string; run?: string; env?: Record<string, string> }[]
}

const page = await readFile('docs/catalog.md', 'utf8')
const [, text] = /```yaml \.github\/workflows\/messages\.yml\n([^]*?)```/.exec(page) ?? []
const workflow = parse(text!) as { on: string; permissions: object; jobs: Record<string, Job> }

it('gives code of a pull request neither secrets nor a token that can write', () => {
  expect(workflow.on).toBe('pull_request')
  expect(text).not.toContain('secrets.')
  expect(workflow.permissions).toEqual({ contents: 'read' })
  const running = Object.values(workflow.jobs).filter(({ steps }) =>
    steps.some(({ uses, run }) => uses?.startsWith('actions/checkout') ?? run?.includes('npm')),
  )
  expect(running).toHaveLength(1)
  expect(JSON.stringify(running)).not.toMatch(/github\.token|GH_TOKEN|"permissions"/)
  expect(JSON.stringify(running)).toContain('"persist-credentials":false')
})

it('puts no text of a pull request into a script', () => {
  for (const { steps } of Object.values(workflow.jobs))
    for (const { run } of steps) expect(run ?? '').not.toContain('${{')
})
