/** Finds a Chromium for tests and pictures, or installs one. */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright-core'
import { installDebianPackages, isRoot, onPath } from '../prepare/system.ts'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

/** Flags of Chromium in tests: no background work, and no network requests of its own. */
export const chromiumFlags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The Chromium to use: `CHROMIUM_PATH`, one on the PATH, or Playwright's own. */
export function findChromium(): string | undefined {
  const { CHROMIUM_PATH, PATH = '' } = process.env
  if (CHROMIUM_PATH) {
    if (existsSync(CHROMIUM_PATH)) return CHROMIUM_PATH
    throw new Error(`CHROMIUM_PATH is ${CHROMIUM_PATH}, where no file exists. Correct or unset it.`)
  }
  const folders = PATH.split(delimiter).filter(Boolean)
  const candidates = folders.flatMap((folder) => names.map((name) => join(folder, name)))
  return [...candidates, chromium.executablePath()].find((path) => path && existsSync(path))
}

/** The path of Chromium. Throws without one: tests are never skipped. */
export function chromiumPath(): string {
  const path = findChromium()
  if (path === undefined) throw new Error(`Chromium is not installed. ${howToInstall()}`)
  return path
}

/** Starts Chromium once, because its libraries may be missing. On Windows, Chrome prints no version. */
function startFailure(path: string): string | undefined {
  if (process.platform === 'win32') return undefined
  const { status, stderr, error } = spawnSync(path, ['--version'], {
    encoding: 'utf8',
    timeout: 60_000,
  })
  if (status === 0) return undefined
  return (error?.message ?? stderr.trim()) || `exit code ${status}`
}

/** The command that installs Chromium on this system. */
function howToInstall(): string {
  const sudo = isRoot ? '' : 'sudo '
  const commands: readonly (readonly [tool: string, command: string])[] = [
    ['apt-get', `${sudo}apt-get install chromium`],
    ['dnf', `${sudo}dnf install chromium`],
    ['pacman', `${sudo}pacman -S chromium`],
    ['apk', `${sudo}apk add chromium`],
    ['brew', 'brew install --cask chromium'],
  ]
  const [, command = 'npx playwright-core install chromium'] =
    commands.find(([tool]) => onPath(tool)) ?? []
  return `Run: ${command}\nOr set CHROMIUM_PATH to the path of a Chromium or Chrome.`
}

/** Playwright's own command, and where it downloads from. */
const playwright = join('node_modules', 'playwright-core', 'cli.js')

function downloadAddress(): string | undefined {
  const { stdout } = spawnSync(
    process.execPath,
    [playwright, 'install', '--dry-run', '--no-shell', 'chromium'],
    { encoding: 'utf8', timeout: 30_000 },
  )
  return /https?:\/\/\S+/.exec(stdout ?? '')?.[0]
}

async function isReachable(address: string): Promise<boolean> {
  try {
    const { ok } = await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(5_000) })
    return ok
  } catch {
    return false
  }
}

async function installByPlaywright(): Promise<string | undefined> {
  const address = downloadAddress()
  if (address === undefined || !(await isReachable(address)))
    return "Playwright's download cannot be reached"
  console.log('chromium: npx playwright-core install chromium …')
  const withDeps = isRoot && process.platform === 'linux' ? ['--with-deps'] : []
  try {
    execFileSync(process.execPath, [playwright, 'install', ...withDeps, '--no-shell', 'chromium'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      timeout: 600_000,
    })
    return undefined
  } catch (error) {
    return `npx playwright-core install failed: ${(error as Error).message}`
  }
}

/** Finds or installs a Chromium that starts, and prints its path. Throws an error with advice otherwise. */
export async function prepareChromium(): Promise<void> {
  const failures: string[] = []
  const use = (): boolean => {
    const path = findChromium()
    const failure = path === undefined ? undefined : startFailure(path)
    if (failure !== undefined) failures.push(`${path} does not start: ${failure}`)
    if (path === undefined || failure !== undefined) return false
    console.log(`chromium: ${path}`)
    return true
  }
  if (use()) return
  for (const install of [installByPlaywright, () => installDebianPackages('chromium')]) {
    const failure = await install()
    if (failure !== undefined) failures.push(failure)
    else if (use()) return
  }
  throw new Error(
    [
      'The tests need Chromium, and it could not be installed:',
      ...failures.map((failure) => `  ${failure}`),
      howToInstall(),
      'Without a browser, npm run test:unit runs the tests that need none.',
    ].join('\n'),
  )
}
