/** Node and the packages of the project. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { manifest } from '../../manifest.js'
import type { Finding } from './finding.js'

/** Optional packages that parts of fukidashi need. */
const uses: Readonly<Record<string, string>> = {
  vite: 'stories, rich menus and `fukidashi send` with modules',
  '@takumi-rs/core': 'PNGs',
}

/** Runs the checks that need no network. */
export function checkMachine(): Finding[] {
  const { version, engines, peerDependencies } = manifest()
  return [node(engines.node, version), ...peers(peerDependencies)]
}

function node(needed: string, own: string): Finding {
  const { node: version } = process.versions
  const message = `Node ${version}, fukidashi ${own}`
  return isWithin(version, needed)
    ? { check: 'node', status: 'ok', message }
    : {
        check: 'node',
        status: 'error',
        message,
        advice: `Install Node ${needed.replace('>=', '')} or newer.`,
      }
}

function peers(needed: Readonly<Record<string, string>>): Finding[] {
  const installed = Object.entries(needed).flatMap(([name, range]) => {
    const version = versionOf(name)
    return version === undefined ? [] : [{ name, range, version }]
  })
  const wrong = installed
    .filter(({ version, range }) => !isWithin(version, range))
    .map(({ name, range, version }): Finding => ({
      check: 'packages',
      status: 'error',
      message: `${name} ${version} is installed; fukidashi needs ${range}`,
      advice: `npm install ${name}@latest`,
    }))
  const missing = Object.entries(uses)
    .filter(([name]) => !installed.some((one) => one.name === name))
    .map(([name, use]): Finding => ({
      check: 'packages',
      status: 'note',
      message: `${name} is not installed; only ${use} need it`,
    }))
  const names = installed.map(({ name, version }) => `${name} ${version}`).join(', ')
  const fine: Finding = { check: 'packages', status: 'ok', message: names || 'no optional package' }
  return [...(wrong.length > 0 ? wrong : [fine]), ...missing]
}

/** The version of a package of the project; undefined if it is not installed. */
function versionOf(name: string): string | undefined {
  const paths = createRequire(join(process.cwd(), 'package.json')).resolve.paths(name) ?? []
  for (const path of paths)
    try {
      const text = readFileSync(join(path, name, 'package.json'), 'utf8')
      return (JSON.parse(text) as { version: string }).version
    } catch {
      // Not in this folder.
    }
  return undefined
}

/** True if a version is in a range such as `>=20.19` or `^2.16.3`. */
export function isWithin(version: string, range: string): boolean {
  const [, sign, least = ''] = /^(>=|\^)(.+)$/.exec(range) ?? []
  const [own, wanted] = [version, least].map((text) => text.split(/[.-]/).map(Number))
  for (let i = 0; i < 3; i++) {
    const [a = 0, b = 0] = [own![i], wanted![i]]
    if (a !== b) return a > b && (sign === '>=' || i > 0)
  }
  return true
}
