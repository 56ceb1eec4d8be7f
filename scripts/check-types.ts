/** Checks the types of all programs with the newest TypeScript, which is the fastest. `npm run build` checks `src` with the one of the package. */
import { spawnSync } from 'node:child_process'

const compiler = 'test/peers/node_modules/typescript-7/bin/tsc'
const programs = [
  'tsconfig.json',
  'test/preview',
  'src/page',
  'src/catalog-page',
  'test/ui',
  'test/clinic',
]

for (const program of programs) {
  const { status } = spawnSync(process.execPath, [compiler, '-p', program], { stdio: 'inherit' })
  if (status !== 0) process.exitCode = 1
}
