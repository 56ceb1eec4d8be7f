import { describe, expect, it } from 'vitest'
import { everyVersion, inFolder, tsc, tsconfig } from './tsc.js'

describe('the type tests say the same to every TypeScript', () => {
  it.each(everyVersion)('TypeScript %s', async (version) => {
    const config = tsconfig(
      { noEmit: true, skipLibCheck: true, allowImportingTsExtensions: true, types: ['node'] },
      ['../../types'],
    )
    expect(await inFolder({ 'tsconfig.json': config }, (folder) => tsc(version, folder))).toBe('')
  })
})
