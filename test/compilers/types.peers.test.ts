import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { usePackageWithTypes } from '../support/built-package.ts'
import { everyVersion, inFolder, tsc, tsconfig } from './tsc.js'

const { installIn } = usePackageWithTypes()

describe('the type tests have the same result in every TypeScript version', () => {
  it.each(everyVersion)('TypeScript %s', async (version) => {
    const options = { noEmit: true, allowImportingTsExtensions: true, customConditions: [] }
    const config = tsconfig({ ...options, skipLibCheck: true, types: ['node'] }, ['types'])
    const errors = await inFolder({ 'tsconfig.json': config }, async (folder) => {
      await installIn(folder)
      await cp('test/types', join(folder, 'types'), { recursive: true })
      return tsc(version, folder)
    })
    expect(errors).toBe('')
  })
})
