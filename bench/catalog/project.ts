/** A project with a catalog of any size: two stories a file, four locales. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const catalog = `import { defineCatalog } from 'fukidashi/catalog'
const words: Record<string, string> = { ja: 'お茶', th: 'ชา', 'zh-TW': '茶', en: 'Tea' }
export interface Words { t: (key: string) => string }
export const catalog = defineCatalog({
  locales: ['ja', 'th', 'zh-TW', 'en'],
  context: (locale): Words => ({ t: (key) => key + ' ' + words[locale] }),
})
`

const stories = (number: number) => `import { Buttons, Flex, Postback, Uri } from 'fukidashi'
import { catalog, type Words } from './catalog.js'
const Card = ({ name }: { name: string }, { t }: Words) => (
  <Buttons altText={t('buy')} title={name}>
    {t('choose')}
    <Postback label={t('Buy')} data="buy=${number}" displayText={t('buying')} />
    <Uri label={t('Details')} uri="https://example.com/${number}" />
  </Buttons>
)
const Receipt = ({ lines }: { lines: string[] }, { t }: Words) => (
  <Flex.Message altText={t('receipt')}>
    <Flex.Bubble>
      <Flex.Body>
        <Flex.Text weight="bold">{t('Receipt')}</Flex.Text>
        {lines.map((line) => (
          <Flex.Box layout="horizontal">
            <Flex.Text>{line}</Flex.Text>
            <Flex.Text align="end">¥500</Flex.Text>
          </Flex.Box>
        ))}
      </Flex.Body>
    </Flex.Bubble>
  </Flex.Message>
)
export const Normal = catalog.component(Card, { title: 'Shop/Card ${number}' }).story({ props: { name: 'Sencha' } })
export const Order = catalog
  .component(Receipt, { title: 'Shop/Receipt ${number}' })
  .story({ props: { lines: ['Sencha', 'Hojicha', 'Genmaicha'] } })
`

/** Writes the project into a folder. */
export function writeProject(folder: string, files: number): void {
  mkdirSync(join(folder, 'src'), { recursive: true })
  writeFileSync(join(folder, 'src/catalog.ts'), catalog)
  for (let i = 0; i < files; i++)
    writeFileSync(join(folder, `src/card-${i}.messages.tsx`), stories(i))
  const title = `import { catalogTests } from 'fukidashi/catalog/vitest'
import { catalog } from './src/catalog.js'
await catalogTests(catalog, import.meta.glob('./src/**/*.messages.tsx'))
`
  writeFileSync(join(folder, 'tsx.test.ts'), title)
  writeFileSync(
    join(folder, 'json.test.ts'),
    `import { describe, expect, it } from 'vitest'
import { isStory } from 'fukidashi/catalog'
const modules = import.meta.glob('./src/**/*.messages.tsx')
for (const [path, load] of Object.entries(modules)) {
  const module = (await load()) as Record<string, any>
  describe(path, () => {
    for (const [name, story] of Object.entries(module))
      if (isStory(story))
        for (const locale of story.locales)
          it(name + ' ' + locale, async () => {
            expect(await story.render({ locale })).toMatchSnapshot()
          })
  })
}
`,
  )
  writeFileSync(
    join(folder, 'vitest.config.ts'),
    `export default { oxc: { jsx: { runtime: 'automatic', importSource: 'fukidashi' } } }\n`,
  )
}
