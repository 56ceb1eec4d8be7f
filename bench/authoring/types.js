/** How long TypeScript checks a file of 300 elements. */
import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { cache, root } from '../support/bundle.js'
import { interleaved, node, summary } from '../support/rounds.js'
import { spread, table } from '../support/table.js'
import { fukidashiFile, slackFile } from './typed-files.js'

const tsc = join(root, 'node_modules/typescript/bin/tsc')
const folder = join(cache, 'types')

const compilerOptions = {
  target: 'ES2022',
  lib: ['ES2023'],
  module: 'nodenext',
  jsx: 'react-jsx',
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  types: [],
}

const programs = {
  empty: { file: 'export {}\n' },
  fukidashi: { file: fukidashiFile, target: '≤ 0.15 s' },
  'jsx-slack': { file: slackFile },
}

/** The table of check times, as Markdown. */
export function types({ rounds }) {
  declare()
  for (const [name, { file }] of Object.entries(programs)) {
    mkdirSync(join(folder, name), { recursive: true })
    writeFileSync(join(folder, name, 'file.tsx'), file)
    writeFileSync(
      join(folder, name, 'tsconfig.json'),
      JSON.stringify({ compilerOptions: { ...compilerOptions, jsxImportSource: name } }),
    )
  }
  const answers = Object.fromEntries(Object.keys(programs).map((name) => [name, []]))
  const task = (name) => () => {
    const answer = node(tsc, '-p', join(folder, name), '--extendedDiagnostics')
    answers[name].push(answer)
    return diagnostic(answer, 'Check time')
  }
  const figures = interleaved(
    Object.fromEntries(Object.keys(programs).map((name) => [name, task(name)])),
    rounds,
  )
  const median = (name, what) =>
    String(summary(answers[name].map((answer) => diagnostic(answer, what))).median)
  return table(
    ['TypeScript 6, a file of 300 elements', 'check s', 'instantiations', 'types', 'to reach'],
    Object.entries(programs).map(([name, { target }]) => [
      name === 'empty' ? 'an empty file' : name,
      spread(
        name === 'empty'
          ? figures.empty
          : figures[name].map((figure, round) => figure - figures.empty[round]),
      ),
      median(name, 'Instantiations'),
      median(name, 'Types'),
      target ?? '',
    ]),
  )
}

const diagnostic = (answer, what) => {
  const found = new RegExp(`^${what}:\\s+([\\d.]+)`, 'm').exec(answer)
  if (!found) throw new Error(`tsc does not print its ${what}`)
  return Number(found[1])
}

/** A package with the declarations of the present sources, as a user would have it. */
function declare() {
  rmSync(folder, { recursive: true, force: true })
  const own = join(folder, 'node_modules/fukidashi')
  mkdirSync(own, { recursive: true })
  cpSync(join(root, 'package.json'), join(own, 'package.json'))
  const config = join(root, 'tsconfig.build.json')
  const args = [tsc, '-p', config, '--outDir', join(own, 'dist'), '--declarationMap', 'false']
  try {
    execFileSync(process.execPath, args, { cwd: root, stdio: 'pipe' })
  } catch (error) {
    // Declarations are written all the same; a file that is wrong says so itself.
    if (!existsSync(join(own, 'dist/index.d.ts'))) throw error
  }
  symlinkSync(join(cache, '../../jsx-slack'), join(folder, 'node_modules/jsx-slack'))
  const { exports } = JSON.parse(readFileSync(join(own, 'package.json'), 'utf8'))
  if (!exports['.'].types) throw new Error('the package names no declarations')
}
