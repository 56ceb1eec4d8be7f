/** Each runtime gets its transport. */
import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'
import { kind } from '../../src/client/transport/index.js'

/** Files of a bundle of the client under some conditions, and the `node:` modules it needs. */
async function bundleFor(conditions: string[], platform: 'neutral' | 'node' | 'browser') {
  const { metafile } = await build({
    entryPoints: ['src/client/index.ts'],
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform,
    conditions: ['fukidashi-source', ...conditions],
    external: ['node:*'],
    logLevel: 'silent',
  })
  const [output] = Object.values(metafile.outputs)
  return {
    files: Object.keys(metafile.inputs).filter((name) => name.includes('client/transport/')),
    imports: output!.imports.map(({ path }) => path),
    bytes: output!.bytes,
  }
}

const fetchFile = 'src/client/transport/fetch.ts'
const nodeFile = 'src/client/transport/node.ts'

describe('the transport', () => {
  it('of Node is node:http', async () => {
    expect(kind).toBe('node')
    const { files, imports } = await bundleFor(['node'], 'node')
    expect(files).toContain(nodeFile)
    // Loaded by the first request.
    expect(imports).toEqual([])
  })

  it.each([
    ['Workers', ['workerd', 'worker', 'browser'], 'neutral'],
    ['Vercel Edge', ['edge-light'], 'neutral'],
    ['Deno, which takes the node condition too', ['deno', 'node'], 'neutral'],
    ['Bun, which takes the node condition too', ['bun', 'node'], 'neutral'],
    ['browsers', [], 'browser'],
    ['anything else', [], 'neutral'],
  ] as const)('of %s is fetch, without any node: import', async (_, conditions, platform) => {
    const { files, imports } = await bundleFor([...conditions], platform)
    expect(files).toContain(fetchFile)
    expect(files).not.toContain(nodeFile)
    expect(imports).toEqual([])
  })
})
