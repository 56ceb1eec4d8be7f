/** The shop's rich menus: two tabs, each with its own image and alias. */
import { readFile } from 'node:fs/promises'
import { Area, MessageAction, RichMenu, RichMenuSwitch, Uri } from 'fukidashi'
import type { LineClient, RichMenuInput } from 'fukidashi/client'

const size = { width: 1200, height: 810 }
const tab = { y: 0, width: 600, height: 140 }
const field = { y: 140, width: 600, height: 670 }

const ShopMenu = () => (
  <RichMenu size={size} selected name="tea shop: shop" chatBarText="Menu">
    <Area x={0} {...tab}>
      <MessageAction label="Shop" text="teas" />
    </Area>
    <Area x={600} {...tab}>
      <RichMenuSwitch label="About" richMenuAliasId="tea-about" data="tab=about" />
    </Area>
    <Area x={0} {...field}>
      <MessageAction label="Our teas" text="teas" />
    </Area>
    <Area x={600} {...field}>
      <MessageAction label="My basket" text="basket" />
    </Area>
  </RichMenu>
)

const AboutMenu = () => (
  <RichMenu size={size} selected name="tea shop: about" chatBarText="Menu">
    <Area x={0} {...tab}>
      <RichMenuSwitch label="Shop" richMenuAliasId="tea-shop" data="tab=shop" />
    </Area>
    <Area x={600} {...tab}>
      <MessageAction label="About" text="hours" />
    </Area>
    <Area x={0} {...field}>
      <MessageAction label="Hours and place" text="hours" />
    </Area>
    <Area x={600} {...field}>
      <Uri label="Web site" uri="https://example.com/" />
    </Area>
  </RichMenu>
)

/** The menus by alias. */
const menus = JSON.parse(
  JSON.stringify({ 'tea-shop': <ShopMenu />, 'tea-about': <AboutMenu /> }),
) as Record<string, RichMenuInput>

/** Creates the menus, unless the account already has them. */
export async function putMenus(line: LineClient): Promise<void> {
  const there = await line.richMenus.list()
  if (there.some(({ name }) => name.startsWith('tea shop:'))) return
  let first: string | undefined
  for (const [alias, menu] of Object.entries(menus)) {
    const id = await line.richMenus.create(menu)
    const picture = await readFile(new URL(`./${alias}.png`, import.meta.url))
    await line.richMenus.setImage(id, picture, { size })
    await line.richMenuAliases.create(alias, id)
    first ??= id
  }
  if (first !== undefined) await line.richMenus.setDefault(first)
}
