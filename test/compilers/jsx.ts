/** The compilers that turn JSX into calls, each in production and in development. */
import { createRequire } from 'node:module'
import { transformAsync } from '@babel/core'
import { transform as swc } from '@swc/core'
import { transform as esbuild } from 'esbuild'

export interface Mode {
  development: boolean
}

const { resolve } = createRequire(import.meta.url)

type Compile = (source: string, mode: Mode) => Promise<string>

const importSource = 'fukidashi'

export const jsxCompilers: Record<string, Compile> = {
  async esbuild(source, { development }) {
    const { code } = await esbuild(source, {
      loader: 'tsx',
      jsx: 'automatic',
      jsxImportSource: importSource,
      jsxDev: development,
      sourcefile: 'sample.tsx',
    })
    return code
  },

  async SWC(source, { development }) {
    const { code } = await swc(source, {
      filename: 'sample.tsx',
      swcrc: false,
      module: { type: 'es6' },
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic', importSource, development } },
      },
    })
    return code
  },

  async Babel(source, { development }) {
    const result = await transformAsync(source, {
      filename: 'sample.tsx',
      babelrc: false,
      configFile: false,
      presets: [
        resolve('@babel/preset-typescript'),
        [resolve('@babel/preset-react'), { runtime: 'automatic', importSource, development }],
      ],
    })
    return result!.code
  },
}
