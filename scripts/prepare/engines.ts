/** Finds the servers of Redis and PostgreSQL for tests, or installs them. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { installDebianPackages, isRoot, onPath } from './system.ts'

/** Where Debian keeps the programs of PostgreSQL: `/usr/lib/postgresql/15/bin`. */
const debianFolder = '/usr/lib/postgresql'

/** Folders that may have the programs of PostgreSQL, the newest version first. */
function postgresFolders(): string[] {
  const { POSTGRES_BIN, PATH = '' } = process.env
  if (POSTGRES_BIN) return [POSTGRES_BIN]
  const versions = existsSync(debianFolder) ? readdirSync(debianFolder) : []
  const ofDebian = versions
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(debianFolder, version, 'bin'))
  return [...ofDebian, ...PATH.split(':')]
}

/** The folder with `initdb` and `postgres`. */
const findPostgres = (): string | undefined =>
  postgresFolders().find((folder) => existsSync(join(folder, 'initdb')))

const findRedis = (): string | undefined =>
  ['redis-server', 'valkey-server'].find((command) => onPath(command))

const engines = [
  { name: 'redis', packageName: 'redis-server', find: findRedis },
  { name: 'postgresql', packageName: 'postgresql', find: findPostgres },
] as const

const missing = (name: string, packageName: string, why?: string) =>
  new Error(
    [
      `The tests need ${name}${why === undefined ? '.' : `, and it could not be installed: ${why}`}`,
      `Run: ${isRoot ? '' : 'sudo '}apt-get install ${packageName} (or install it as your system does).`,
      'Without it, npm run test:unit runs the tests that need none.',
    ].join('\n'),
  )

function path(name: string): string {
  const { packageName, find } = engines.find((engine) => engine.name === name)!
  const found = find()
  if (found === undefined) throw missing(name, packageName)
  return found
}

/** The command that starts a server of Redis. Throws without one: tests are never skipped. */
export const redisServer = (): string => path('redis')

/** The path of a program of PostgreSQL, such as `initdb`. Throws without it. */
export const postgresProgram = (program: string): string => join(path('postgresql'), program)

/** Finds or installs the servers, and prints where they are. */
export function prepareEngines(): void {
  for (const { name, packageName, find } of engines) {
    const failure = find() === undefined ? installDebianPackages(packageName) : undefined
    const found = find()
    if (found === undefined) throw missing(name, packageName, failure)
    console.log(`${name}: ${found}`)
  }
}
