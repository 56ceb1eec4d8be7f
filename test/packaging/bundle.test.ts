import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'

/** Bundles a line of code against the sources, as users' bundlers do. */
async function bundle(contents: string) {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: process.cwd() },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    conditions: ['fukidashi-source'],
    metafile: true,
  })
  const [file] = outputFiles
  return {
    code: file!.text,
    kibibytes: gzipSync(file!.contents, { level: 9 }).length / 1024,
    inputs: Object.keys(metafile.inputs),
  }
}

describe('the core', () => {
  it('imports no Node modules and no packages', async () => {
    const { code, inputs } = await bundle(
      "export * from 'fukidashi'; export * from 'fukidashi/builders'",
    )
    expect(code).not.toMatch(/["']node:/)
    expect(code).not.toMatch(/\brequire\(/)
    expect(inputs.filter((path) => path.includes('node_modules'))).toEqual([])
  })

  it('has no validators of requests, which the client has', async () => {
    const { inputs } = await bundle("export * from 'fukidashi'; export * from 'fukidashi/builders'")
    const requests = (paths: string[]) => paths.filter((path) => /validation\/requests/.test(path))
    expect(requests(inputs)).toEqual([])
    const client = await bundle("export { LineClient } from 'fukidashi/client'")
    expect(requests(client.inputs)).not.toEqual([])
  })

  it('is within its size limit, with what most bots use of it', async () => {
    // Without typed postbacks, which bundlers leave out where they are not used.
    const { kibibytes } = await bundle(
      "export * from './src/components/index.ts'; export * from 'fukidashi/jsx-runtime'; export { render, renderAsync, compile, validate, assertValid, linePath, fromLinePath, truncate, graphemes } from 'fukidashi'",
    )
    expect(kibibytes).toBeLessThan(32.4)
  })

  it('is within its size limit, with everything that it exports', async () => {
    const { kibibytes } = await bundle("export * from 'fukidashi'")
    expect(kibibytes).toBeLessThan(36)
  })

  it('is within its size limit without validators', async () => {
    const { kibibytes, inputs } = await bundle(
      "export * from './src/components/index.ts'; export * from 'fukidashi/jsx-runtime'",
    )
    expect(kibibytes).toBeLessThan(9.3)
    expect(inputs.filter((path) => path.includes('validation'))).toEqual([])
  })
})

describe('webhook', () => {
  it('fits its size, with the client and the validators', async () => {
    const { kibibytes, inputs } = await bundle("export { createBot } from 'fukidashi/webhook'")
    expect(kibibytes).toBeLessThan(73.4)
    const others = /^src\/(rich-menu|telemetry|health|queue)\//
    expect(inputs.filter((path) => others.test(path))).toEqual([])
    // One symbol of each.
    expect(inputs.filter((path) => path.startsWith('src/session/'))).toEqual([
      'src/session/session-source.ts',
    ])
  })
})

describe('jsx-runtime', () => {
  it.each(['fukidashi/jsx-runtime', 'fukidashi/jsx-dev-runtime'])(
    '%s loads no component, validator, client or webhook',
    async (entry) => {
      const { inputs } = await bundle(`export * from '${entry}'`)
      const files = inputs.filter((path) => path.startsWith('src/'))
      const rooms = files.map((path) => path.split('/')[1])
      expect(new Set(rooms)).toEqual(new Set(['jsx-runtime', 'spec', 'common']))
      expect(files.filter((path) => path.startsWith('src/common/'))).toEqual([
        'src/common/error.ts',
      ])
    },
  )
})
