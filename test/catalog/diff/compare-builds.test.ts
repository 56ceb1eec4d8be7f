/** What is compared of two built catalogs, and what is not. */
import { expect, it } from 'vitest'
import { compareBuilds } from '../../../src/catalog/diff/compare-builds.js'
import { type BuiltFolder, emptyBuild } from '../../../src/catalog/diff/read-build.js'
import type { ManifestFailure } from '../../../src/catalog/node/manifest.js'

const built = (...failures: ManifestFailure[]): BuiltFolder => ({
  ...emptyBuild,
  manifest: { ...emptyBuild.manifest, failures },
})
const failure = (story: string, locale: string, message: string): ManifestFailure => ({
  story,
  locale,
  message,
  sources: ['a.messages.tsx'],
})

it('names a story that fails once, with its locales and sides', async () => {
  const file = { message: 'Unexpected token', sources: ['b.messages.tsx', 'c.messages.tsx'] }
  const { uncompared } = await compareBuilds(
    built(failure('A', 'ja', 'late'), failure('A', 'th', 'late'), failure('B', 'ja', 'no tea')),
    built(
      failure('A', 'ja', 'late'),
      failure('A', 'th', 'late'),
      failure('B', 'en', 'no tea'),
      file,
    ),
  )
  expect(uncompared).toEqual([
    { side: 'before and after', subject: 'A (ja, th)', message: 'late' },
    { side: 'before', subject: 'B (ja)', message: 'no tea' },
    { side: 'after', subject: 'B (en)', message: 'no tea' },
    { side: 'after', subject: 'b.messages.tsx, c.messages.tsx', message: 'Unexpected token' },
  ])
})
