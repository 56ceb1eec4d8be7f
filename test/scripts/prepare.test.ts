/** What `npm test` does before the tests, on machines that lack something. */
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isRoot } from '../../scripts/prepare/system.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'prepare-'))
  mkdirSync(join(folder, 'bin'))
  symlinkSync(process.execPath, join(folder, 'bin', 'node'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

/** An executable on the PATH of the machine under test. */
function command(name: string, script: string): string {
  const path = join(folder, 'bin', name)
  writeFileSync(path, `#!/bin/sh\n${script}\n`)
  chmodSync(path, 0o755)
  return path
}

/** A machine with nothing but Node, whose downloads cannot be reached. */
function prepare(env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'scripts/prepare/index.ts', '--only', 'chromium'],
    {
      encoding: 'utf8',
      env: {
        PATH: join(folder, 'bin'),
        HOME: folder,
        TMPDIR: folder,
        PLAYWRIGHT_BROWSERS_PATH: join(folder, 'browsers'),
        PLAYWRIGHT_DOWNLOAD_HOST: 'http://127.0.0.1:9',
        ...env,
      },
    },
  )
  return { status, stdout, stderr }
}

describe('npm test prepares Chromium', () => {
  it('and uses the one on the PATH', () => {
    const path = command('chromium', 'echo Chromium 150')
    expect(prepare()).toEqual({ status: 0, stdout: `chromium: ${path}\n`, stderr: '' })
  })

  it('and uses CHROMIUM_PATH before the PATH', () => {
    command('chromium', 'exit 1')
    const path = command('my-browser', 'echo Chromium 150')
    expect(prepare({ CHROMIUM_PATH: path }).stdout).toBe(`chromium: ${path}\n`)
  })

  it('and reports a wrong CHROMIUM_PATH, even if there is another one', () => {
    command('chromium', 'echo Chromium 150')
    const { status, stderr } = prepare({ CHROMIUM_PATH: '/nowhere/chromium' })
    expect(status).toBe(1)
    expect(stderr).toContain('CHROMIUM_PATH is /nowhere/chromium, where no file exists')
  })

  it('and prints the command for this system if nothing can be installed', () => {
    command('dnf', 'exit 1')
    const { status, stderr } = prepare()
    expect(status).toBe(1)
    expect(stderr).toContain("Playwright's download cannot be reached")
    expect(stderr).toContain('apt-get is not available')
    expect(stderr).toMatch(/Run: (?:sudo )?dnf install chromium/)
    expect(stderr).toContain('npm run test:unit')
  })

  it('and says why an existing browser does not start', () => {
    const path = command('chromium', 'echo libnss3.so is missing >&2; exit 127')
    const { status, stderr } = prepare()
    expect(status).toBe(1)
    expect(stderr).toContain(`${path} does not start: libnss3.so is missing`)
  })

  it('and installs it with apt-get as root, or prints the command', () => {
    const path = join(folder, 'bin', 'chromium')
    command(
      'apt-get',
      `case "$*" in *install*) printf '#!/bin/sh\\necho Chromium 150\\n' > ${path}; /bin/chmod 755 ${path};; esac`,
    )
    const { status, stdout, stderr } = prepare()
    if (isRoot) expect(stdout).toBe(`chromium: apt-get install …\nchromium: ${path}\n`)
    else expect(stderr).toContain('apt-get needs root')
    expect(status).toBe(isRoot ? 0 : 1)
  })

  it('and says why apt-get failed', () => {
    command('apt-get', 'echo E: no space left on device >&2; exit 100')
    const { status, stderr } = prepare()
    expect(status).toBe(1)
    expect(stderr).toContain(
      isRoot ? 'apt-get install chromium failed: E: no space left on device' : 'apt-get needs root',
    )
  })
})
