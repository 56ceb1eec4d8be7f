/** The forms in which the clinic is deployed: files that are read by other programs, and bundles. */
import { existsSync, readFileSync } from 'node:fs'
import { build } from 'esbuild'
import { parse } from 'yaml'
import { expect, it } from 'vitest'
import { tables } from '../../examples/clinic/bookings/sql.js'

const folder = 'examples/clinic'
const read = (name: string) => readFileSync(`${folder}/${name}`, 'utf8')
const programsIn = (text: string) =>
  [...text.matchAll(/programs\/[a-z]+\.ts/g)].map(([name]) => name)

it('has the programs that package.json, docker-compose.yml and wrangler.toml name', () => {
  const names = ['package.example.json', 'docker-compose.yml', 'wrangler.toml'].flatMap((name) =>
    programsIn(read(name)),
  )
  expect(new Set(names).size).toBeGreaterThan(6)
  for (const name of names) expect(existsSync(`${folder}/${name}`), name).toBe(true)
  const { services } = parse(read('docker-compose.yml'), { merge: true }) as {
    services: Record<string, { deploy?: { replicas: number } }>
  }
  expect(services['worker']!.deploy).toEqual({ replicas: 2 })
})

it('makes the tables of D1 as those of PostgreSQL', () => {
  expect(read('migrations/0001_bookings.sql')).toBe(tables.map((sql) => `${sql};\n`).join(''))
})

const bundle = async (name: string, platform: 'node' | 'browser', conditions: string[]) => {
  const { metafile } = await build({
    entryPoints: [`${folder}/programs/${name}.ts`],
    bundle: true,
    write: false,
    metafile: true,
    platform,
    format: 'esm',
    outfile: 'out.js',
    conditions: ['fukidashi-source', ...conditions],
    external: ['bullmq', 'pg', 'pg-native'],
  })
  return Object.values(metafile.outputs)[0]!
}

it('is one Worker without modules of Node', async () => {
  const { exports, imports } = await bundle('cloudflare', 'browser', ['workerd'])
  expect(exports.sort()).toEqual(['FukidashiMailboxes', 'FukidashiStore', 'default'])
  expect(imports).toEqual([])
})

it('has the handlers of Lambda that template.yaml names', async () => {
  const { exports } = await bundle('lambda', 'node', [])
  const handlers = [...read('template.yaml').matchAll(/Handler: lambda\.(\w+)/g)]
  expect(handlers.map(([, name]) => name).sort()).toEqual(exports.sort())
})
