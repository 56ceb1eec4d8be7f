/** The command on versions of Node that are too old for it. */
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { transform } from 'esbuild'
import { expect, it } from 'vitest'

/** Runs the command in a process that pretends to have another version of Node. */
function versionOn(node: string): Promise<{ code: unknown; stdout: string; stderr: string }> {
  const pretend = `Object.defineProperty(process.versions, 'node', { value: '${node}' })`
  const flags = ['--conditions', 'fukidashi-source', '--import', 'tsx']
  const preload = ['--import', `data:text/javascript,${encodeURIComponent(pretend)}`]
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [...flags, ...preload, 'src/cli/index.ts', '--version'],
      (error, stdout, stderr) => resolve({ code: error?.code ?? 0, stdout, stderr }),
    )
  })
}

it.each(['18.20.4', '20.18.3', '14.21.3'])(
  'says before anything else that %s is too old',
  async (node) => {
    expect(await versionOn(node)).toEqual({
      code: 1,
      stdout: '',
      stderr: `fukidashi: Node 20.19 or newer is needed; this is ${node}. Install a newer one from https://nodejs.org, or with a version manager: nvm install 22\n`,
    })
  },
)

it.each(['20.19.0', '22.1.0'])('runs on %s', async (node) => {
  expect(await versionOn(node)).toMatchObject({ code: 0, stderr: '' })
})

it('can be read by old versions: its first file has no newer syntax, and imports nothing before the check', async () => {
  const source = await readFile('src/cli/index.ts', 'utf8')
  const written = async (target: string) =>
    (await transform(source, { loader: 'ts', target, format: 'esm' })).code
  expect(await written('node13.2')).toBe(await written('esnext'))
  expect(source).not.toMatch(/^import\b/m)
})
