/** Prints a module of `fukidashi/rich-menu`. */
import type { RichMenuSize } from '../../spec/rich-menu.js'

/** A key made of a name. */
export const wordOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 28)
    .replace(/^-+|-+$/g, '') || 'menu'

/** The size of a menu as a prop; `undefined` for the default. */
export function sizeName(size: RichMenuSize): RichMenuSize | string | undefined {
  if (size.width !== 2500) return size
  return size.height === 1686 ? undefined : size.height === 843 ? 'compact' : size
}

/** A menu of a module. */
export interface PrintedMenu {
  key: string
  code: string
  /** Names that it imports from `fukidashi`. */
  used: string[]
  /** Names that it imports from `fukidashi/rich-menu`, beside `RichMenu`. */
  parts: string[]
  /** A comment above it. */
  note?: string
}

/** The source of a module that exports menus. */
export function moduleOf(
  menus: readonly PrintedMenu[],
  owner: string,
  main: string | undefined,
): string {
  const used = [...new Set(menus.flatMap((menu) => menu.used))].sort()
  const parts = [
    ...new Set(['RichMenu', 'richMenus', ...menus.flatMap((menu) => menu.parts)]),
  ].sort((one, other) => one.localeCompare(other, 'en'))
  const indented = (code: string) => code.replaceAll('\n', '\n  ')
  const names = new Map(menus.map(({ key }, i) => [key, variableOf(key, i)]))
  return [
    used.length > 0 ? `import { ${used.join(', ')} } from 'fukidashi'\n` : '',
    `import { ${parts.join(', ')} } from 'fukidashi/rich-menu'\n`,
    ...menus.map(
      ({ key, code, note }) =>
        `\n${note === undefined ? '' : `// ${note}\n`}const ${names.get(key)!} = (\n  ${indented(code)}\n)\n`,
    ),
    '\nexport default richMenus({\n',
    `  owner: '${owner}',\n`,
    main === undefined ? '' : `  default: '${main}',\n`,
    `  menus: { ${menus.map(({ key }) => entryOf(key, names.get(key)!)).join(', ')} },\n`,
    '})\n',
  ].join('')
}

const entryOf = (key: string, name: string): string =>
  key === name ? key : `${/^[a-z_]\w*$/.test(key) ? key : `'${key}'`}: ${name}`

/** Words that cannot be names of variables. Keys have small letters only. */
const reserved = new Set(
  'break case catch class const continue debugger default delete do else enum export extends false finally for function if import in instanceof new null return super switch this throw true try typeof var void while with yield let static await async of implements interface package private protected public'.split(
    ' ',
  ),
)

/** A variable for a key; `menu2` where a key makes none. */
const variableOf = (key: string, i: number): string => {
  const name = key.replace(/[-_]+([a-z0-9])?/g, (_, letter?: string) => letter?.toUpperCase() ?? '')
  return /^[a-zA-Z]\w*$/.test(name) && !reserved.has(name) ? name : `menu${i + 1}`
}
