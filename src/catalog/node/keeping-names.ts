/** Names of components in bundles of Vite 6 and 7: of one name in several files, all but one get another variable. */
import type * as Vite from 'vite'

/** Notes the name of each function and class beside it. The compiler that Vite uses can do that, and Vite turns it off. */
export const keepingNames = ({ transformWithEsbuild }: typeof Vite): Vite.Plugin => ({
  name: 'fukidashi-names',
  async transform(code, id) {
    const [file = id] = id.split('?')
    if (!/\.[cm]?[jt]sx?$/.test(file) || file.includes('/node_modules/')) return undefined
    const result = await transformWithEsbuild(code, id, {
      loader: 'js',
      keepNames: true,
      target: 'esnext',
    })
    return { code: result.code, map: result.map }
  },
})
