import { describe, expect, it } from 'vitest'
import { everyVersion, inFolder, tsc, tsconfig } from './tsc.js'

describe('the type tests have the same result in every TypeScript version', () => {
  it.each(everyVersion)('TypeScript %s', async (version) => {
    const config = tsconfig(
      { noEmit: true, skipLibCheck: true, allowImportingTsExtensions: true, types: ['node'] },
      ['../../types'],
    )
    expect(await inFolder({ 'tsconfig.json': config }, (folder) => tsc(version, folder))).toBe('')
  })
})
