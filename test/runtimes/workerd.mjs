// Runs the program in workerd, by Miniflare; wants Node 22.
import { build } from 'esbuild'
import { Miniflare } from 'miniflare'

const { outputFiles } = await build({
  stdin: {
    contents: `import { run } from './program.mjs'
      export default { fetch: async () => { try { return new Response(await run()) } catch (error) { return new Response(String(error.stack), { status: 500 }) } } }`,
    resolveDir: import.meta.dirname,
  },
  bundle: true,
  write: false,
  format: 'esm',
  conditions: ['workerd', 'worker'],
  external: ['node:*'],
})
const miniflare = new Miniflare({
  modules: true,
  script: outputFiles[0].text,
  compatibilityDate: '2025-01-01',
})
const response = await miniflare.dispatchFetch('http://localhost/')
const text = await response.text()
await miniflare.dispose()
if (response.status !== 200) throw new Error(text)
console.log(text)
