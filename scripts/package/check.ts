/** Packs the built package and checks the tarball with publint and attw. */
import { execFileSync, spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pack } from './pack.ts'

const folder = mkdtempSync(join(tmpdir(), 'fukidashi-'))
const tools = 'test/peers/node_modules/.bin'

interface Analysis {
  analysis: { problems: { kind: string; resolutionKind?: string; resolutionOption?: string }[] }
}

/**
 * Problems of types, as attw finds them, for those who import ES modules. attw's own profile for them counts some problems of
 * resolutions that it ignores: the package has no types for `node10`, and no CommonJS.
 */
function typeProblems(tarball: string): unknown[] {
  // Into a file, because attw ends before all of it is through a pipe.
  const report = join(folder, 'attw.json')
  const out = openSync(report, 'w')
  spawnSync(join(tools, 'attw'), [tarball, '--format', 'json'], { stdio: ['ignore', out, 2] })
  closeSync(out)
  const { analysis } = JSON.parse(readFileSync(report, 'utf8')) as Analysis
  return analysis.problems.filter(
    ({ resolutionKind, resolutionOption }) =>
      !['node10', 'node16-cjs'].includes(resolutionKind ?? resolutionOption ?? ''),
  )
}

try {
  const tarball = pack(folder)
  execFileSync(join(tools, 'publint'), ['run', tarball, '--strict'], { stdio: 'inherit' })
  const problems = typeProblems(tarball)
  for (const problem of problems) console.error(JSON.stringify(problem))
  if (problems.length > 0) process.exitCode = 1
  else console.log('attw: no problems for ES modules')
} finally {
  rmSync(folder, { recursive: true, force: true })
}
