/** package.json as it is published: without what only this repository uses. */

type Conditions = string | { readonly [condition: string]: Conditions }

/** The condition that makes tools of this repository load `src` instead of `dist`. */
export const sourceCondition = 'fukidashi-source'

/** Fields that mean nothing to someone who installs the package. */
const ofRepository = ['scripts', 'devDependencies', 'allowScripts', 'private']

/** The text of the published package.json, from the text of the repository's. */
export function packedManifest(text: string): string {
  const manifest = Object.fromEntries(
    Object.entries(JSON.parse(text) as object).filter(([field]) => !ofRepository.includes(field)),
  ) as Record<string, unknown>
  for (const field of ['exports', 'imports'])
    if (manifest[field] !== undefined)
      manifest[field] = withoutSource(manifest[field] as Conditions)
  return `${JSON.stringify(manifest, null, 2)}\n`
}

const withoutSource = (conditions: Conditions): Conditions =>
  typeof conditions === 'string'
    ? conditions
    : Object.fromEntries(
        Object.entries(conditions)
          .filter(([condition]) => condition !== sourceCondition)
          .map(([condition, target]) => [condition, withoutSource(target)]),
      )
