import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

interface Workflow {
  jobs: Record<
    string,
    {
      strategy?: { matrix: { node: number[] } }
      steps: { uses?: string; run?: string; with?: { 'node-version'?: number | string } }[]
    }
  >
}

const folder = '.github/workflows'
const workflows = readdirSync(folder).map((file) => ({
  file,
  ...(parse(readFileSync(`${folder}/${file}`, 'utf8')) as Workflow),
}))
const { scripts, engines } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Record<string, string>
  engines: { node: string }
}
const steps = workflows.flatMap(({ jobs }) => Object.values(jobs).flatMap((job) => job.steps))
const commands = steps.flatMap(({ run }) => run ?? [])

describe('the workflows', () => {
  it('test on Node 20, 22 and 24, the oldest of which package.json permits', () => {
    const { jobs } = workflows.find(({ file }) => file === 'ci.yml')!
    expect(jobs['test']!.strategy!.matrix.node).toEqual([20, 22, 24])
    expect(engines.node).toMatch(/^>=20\./)
  })

  it('run what .ci/run runs', () => {
    const wanted = readFileSync('.ci/run', 'utf8').match(/^npm .+$/gm)!
    expect(wanted.length).toBeGreaterThan(2)
    for (const command of wanted) expect(commands).toContain(command)
  })

  it('run only scripts that exist', () => {
    const names = commands.flatMap((command) => /^npm (?:run )?([\w:]+)/.exec(command)?.[1] ?? [])
    const own = ['ci', 'pack']
    expect(names.filter((name) => !own.includes(name) && !(name in scripts))).toEqual([])
  })

  it('publish nothing', () => {
    for (const command of [...commands, ...Object.values(scripts)])
      expect(command).not.toMatch(/npm publish|git push/)
  })
})
