import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { onTestFinished } from 'vitest'
import { useBuiltPackage } from '../support/built-package.js'

/** A folder inside the project, so that `fukidashi` can be imported from it; removed after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = resolve(await mkdtemp('test/catalog/.project-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** A project with some files. */
export async function project(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await temporaryFolder()
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text)
  }
  return folder
}

/** Makes projects in which the built package is installed: programs that import it start sooner than with the sources. */
export function useInstalledProjects(): typeof project {
  const { installIn } = useBuiltPackage()
  return async (files) => {
    const folder = await project(files)
    await installIn(folder)
    return folder
  }
}

/** A catalog and a component, for projects in tests. */
export const shop = {
  'catalog.ts': `import { defineCatalog } from 'fukidashi/catalog'
const words: Record<string, string> = { ja: 'お茶', en: 'Tea' }
export const catalog = defineCatalog({
  locales: ['ja', 'en'],
  context: (locale) => ({ t: (key: string) => key + ' ' + words[locale] }),
})
`,
  'card.tsx': `import { Buttons, Postback } from 'fukidashi'
export const Card = ({ name, label = 'Buy' }: { name: string; label?: string }, { t }: { t: (key: string) => string }) => (
  <Buttons altText={name} title={name}>
    {t('Please')}
    <Postback label={t(label)} data="buy" />
  </Buttons>
)
`,
  'card.messages.tsx': `import { catalog } from './catalog.js'
import { Card } from './card.js'
const card = catalog.component(Card, { title: 'Shop/Card' })
export const Normal = card.story({ props: { name: 'Sencha' } })
export const Green = card.story({ props: { name: 'Green tea' } })
`,
}

/** Components of one name in two files, whose stories have that name too. In a bundle, all but one get another variable. */
export const sameNames = {
  ...shop,
  ...Object.fromEntries(
    ['a', 'b'].flatMap((name) => [
      [
        `${name}.tsx`,
        `import { Text } from 'fukidashi'
function Name() {
  throw new Error('${name}')
}
export const Card = () => <Text><Name /></Text>
`,
      ],
      [
        `${name}.messages.tsx`,
        `import { catalog } from './catalog.js'
import { Card as Component } from './${name}.js'
export const Card = catalog.component(Component, { title: '${name}', locales: ['en'] }).story({})
`,
      ],
    ]),
  ),
}

/** The places and components of findings. */
export const placesIn = (
  findings: readonly {
    file?: string | undefined
    line?: number | undefined
    component?: string | undefined
  }[],
) => findings.map(({ file, line, component }) => `${file}:${line} ${component}`)
