/** `fukidashi rich-menu` as programs of their own, with an emulator. */
import { spawn } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import type { Emulator } from '../../src/emulator/index.js'
import { createEmulator } from '../../src/emulator/index.js'
import { listen } from '../../src/emulator/node/index.js'
import { project } from '../catalog/support.js'
import { caller, makeMenu } from '../emulator/support.js'
import { useBuiltPackage } from '../support/built-package.js'
import { addUsers, lookOf, picture, stateOf } from '../rich-menu/support.js'

const { command, installIn } = useBuiltPackage()

const source = `import { Area, MessageAction, RichMenuSwitch } from 'fukidashi'
import { RichMenu, richMenus } from 'fukidashi/rich-menu'

const Menu = ({ name, tab }: { name: string; tab: string }) => (
  <RichMenu chatBarText="Menu" picture={\`./\${name}.png\`} selected>
    <Area x={0} y={0} width={1250} height={1686}><RichMenuSwitch richMenuAliasId={tab} data="tab" /></Area>
    <Area x={1250} y={0} width={1250} height={1686}><MessageAction label="Tea" text="tea" /></Area>
  </RichMenu>
)
console.log('loaded')
export default richMenus({
  owner: 'teahouse',
  default: 'home',
  menus: { home: <Menu name="home" tab="shop" />, shop: <Menu name="shop" tab="home" /> },
})
`

let line: Emulator
let url: string
let folder: string
beforeEach(async () => {
  line = createEmulator()
  const server = await listen(line, { port: 0 })
  url = server.url
  onTestFinished(() => server.close())
  folder = await project({ 'rich-menu.tsx': source })
  await installIn(folder)
  await draw('1')
})

const draw = async (look: string) => {
  for (const name of ['home', 'shop'])
    await writeFile(join(folder, `${name}.png`), picture(`${name} ${look}`))
}

/** Runs the command in the project, as the account of the emulator, which its `.env` names. */
async function run(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const { LINE_API_BASE_URL: _url, LINE_CHANNEL_ACCESS_TOKEN: _token, ...env } = process.env
  await writeFile(
    join(folder, '.env'),
    `LINE_API_BASE_URL=${url}\nLINE_CHANNEL_ACCESS_TOKEN=${line.account.channelAccessToken}\n`,
  )
  const child = spawn(process.execPath, [command(), 'rich-menu', ...args], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  let err = ''
  child.stdout.on('data', (data) => (out += String(data)))
  child.stderr.on('data', (data) => (err += String(data)))
  return new Promise((done) => child.once('close', (code) => done({ code, out, err })))
}

const writes = () => line.calls.filter(({ method }) => method !== 'GET').length

describe('plan and apply', () => {
  it('deploy a module, and then nothing', async () => {
    const plan = await run('plan')
    expect(plan).toMatchObject({ code: 0 })
    expect(plan.out).toBe(
      [
        '+ create  home',
        '+ create  shop',
        '+ alias   home → the new home',
        '+ alias   shop → the new shop',
        '~ default home',
        '5 changes, 7 calls.\n',
      ].join('\n'),
    )
    expect(writes()).toBe(0)
    const applied = await run('apply')
    expect(applied).toMatchObject({ code: 0, out: '5 changes, 7 calls.\n' })
    expect(applied.err).toContain('+ create  shop')
    expect(stateOf(line)).toEqual({
      aliases: { home: 'home 1', shop: 'shop 1' },
      default: 'home 1',
      menus: ['home 1', 'shop 1'],
    })
    expect((await run('plan', '--json')).out).toBe(
      `${JSON.stringify({ changes: [], writes: 0, notes: [], problems: [] }, null, 2)}\n`,
    )
    expect(await run('apply', 'rich-menu.tsx')).toMatchObject({
      code: 0,
      out: 'The account is as it should be.\n',
    })
  })

  it('report a change as JSON, keep old menus, and move testers at once', async () => {
    await run('apply')
    addUsers(line)
    await draw('2')
    await writeFile(join(folder, 'users.txt'), `# testers\n${line.user('Chika').id}\n\n`)
    const dry = JSON.parse((await run('apply', '--dry-run', '--json')).out) as { writes: number }
    expect(dry.writes).toBe(8)
    expect(stateOf(line).default).toBe('home 1')
    const { out } = await run('apply', '--json', '--force-link', 'users.txt')
    const result = JSON.parse(out) as {
      changes: { action: string; menu: string }[]
      kept: unknown[]
    }
    expect(result.changes[0]).toMatchObject({ action: 'create', menu: 'home' })
    expect(result.kept).toHaveLength(2)
    expect(['Aki', 'Ben', 'Chika'].map((name) => lookOf(line, name))).toEqual([
      'home 2',
      'shop 2',
      'home 2',
    ])
    await run('apply', '--grace', '0')
    expect(line.state.richMenus.size).toBe(2)
    await run('apply', '--redraw', '--grace', '0')
    expect(line.state.richMenus.size).toBe(2)
  })

  it('change what belongs to others only with --take', async () => {
    line.state.richMenuAliases.set('shop', await makeMenu(caller(line), { name: 'Sale' }))
    const before = writes()
    const plan = await run('plan')
    expect(plan.code).toBe(1)
    expect(plan.out).toContain('Cannot be applied: the alias shop belongs to "Sale"')
    const refused = await run('apply')
    expect(refused.code).toBe(1)
    expect(refused.err).toContain('Pass --take')
    expect(writes()).toBe(before)
    expect((await run('apply', '--take')).code).toBe(0)
  })

  it('say what is pending', async () => {
    await run('apply')
    addUsers(line)
    await draw('2')
    line.fault({ operation: 'richMenuBatch', status: 429 })
    const { code, out } = await run('apply')
    expect(code).toBe(0)
    expect(out).toContain("Pending, because one of LINE's limits per hour is reached.")
    expect(out).toContain('~ users   of richmenu-')
  })

  it('say what to do after a failure', async () => {
    line.fault({ operation: 'setDefaultRichMenu', status: 500 })
    const { code, err } = await run('apply')
    expect(code).toBe(1)
    expect(err).toContain('Users still have their menus. Run the command again to go on.')
    expect(err).not.toContain(line.account.channelAccessToken)
  })
})

describe('a module', () => {
  it.each([
    ['that is missing', {}, ['plan', 'nothing.tsx'], 2, 'There is no file nothing.tsx'],
    [
      'without menus',
      { 'rich-menu.tsx': 'export const a = 1' },
      ['plan'],
      1,
      'has no menus. Write: export default richMenus(',
    ],
    [
      'with a syntax error',
      { 'rich-menu.tsx': '\nexport default (' },
      ['plan'],
      1,
      'rich-menu.tsx cannot be compiled.',
    ],
    [
      'with a picture that is missing',
      { 'rich-menu.tsx': source.replaceAll('./', './pictures/') },
      ['apply'],
      1,
      'The picture of the menu home, ./pictures/home.png, cannot be read',
    ],
    [
      'with an area that LINE would refuse',
      { 'rich-menu.tsx': source.replace('text="tea"', 'text=""') },
      ['apply'],
      1,
      'rich-menu.tsx:7:',
    ],
    ['and a wrong duration', {}, ['plan', '--grace', '10'], 2, 'Use a duration such as 10m'],
    ['and a wrong option', {}, ['plan', '--gracee', '10m'], 2, 'Did you mean --grace?'],
  ] as const)('%s is refused', async (_, files, args, code, message) => {
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
    const result = await run(...args)
    expect(result.err).toContain(message)
    expect(result.code).toBe(code)
    expect(writes()).toBe(0)
  })
})

describe('pull', () => {
  it('writes a module whose plan is empty, also of menus that others made', async () => {
    const call = caller(line)
    const sale = await makeMenu(call, { name: 'Winter sale!', selected: true })
    const other = await makeMenu(call, { name: 'Other' })
    line.state.richMenuAliases.set('other', other)
    line.state.richMenuAliases.set('class', await makeMenu(call, { name: '三' }))
    line.state.defaultRichMenu = sale
    const pulled = await run('pull', 'pulled/menus.tsx', '--owner', 'shop')
    expect(pulled).toMatchObject({ code: 0 })
    expect(pulled.out).toContain('Wrote pulled/menus.tsx, pulled/winter-sale.png')
    const text = await readFile(join(folder, 'pulled/menus.tsx'), 'utf8')
    expect(text).toContain(`adopt="${sale}"`)
    expect(text).toContain('picture="./winter-sale.png"')
    expect(text).toContain("default: 'winter-sale'")
    const plan = await run('plan', 'pulled/menus.tsx', '--json')
    expect(plan.err).toBe('')
    expect(JSON.parse(plan.out)).toMatchObject({ changes: [], writes: 0, problems: [] })
    // A changed picture replaces the adopted menu.
    await writeFile(join(folder, 'pulled/other.png'), picture('new'))
    await run('apply', 'pulled/menus.tsx', '--grace', '0')
    expect(stateOf(line).aliases['other']).toBe('new')
    expect(line.state.richMenus.has(other)).toBe(false)
    expect(JSON.parse((await run('plan', 'pulled/menus.tsx', '--json')).out)).toMatchObject({
      changes: [],
    })
    const again = await run('pull', 'pulled/menus.tsx')
    expect(again.code).toBe(1)
    expect(again.err).toContain('Delete it, or pass --force to replace it.')
  })

  it('writes the menus of a deployment', async () => {
    await run('apply')
    await run('pull', 'pulled.tsx', '--force')
    expect(await readFile(join(folder, 'pulled.tsx'), 'utf8')).toContain("owner: 'teahouse'")
    const plan = await run('plan', 'pulled.tsx', '--json')
    expect(JSON.parse(plan.out)).toMatchObject({ changes: [], writes: 0 })
  })

  it('needs a menu', async () => {
    expect((await run('pull', 'pulled.tsx')).err).toContain('The account has no rich menus')
  })
})

describe('link', () => {
  it('links the users of a file, and checks them', async () => {
    await run('apply')
    const ids = ['Aki', 'Ben'].map((name) => line.user(name).id)
    await writeFile(join(folder, 'users.txt'), ids.join('\n'))
    const check = await run('link', 'shop', 'users.txt', '--check')
    expect(check).toMatchObject({ code: 1, out: `0 of 2 users have shop.\n${ids.join('\n')}\n` })
    expect(await run('link', 'shop', 'users.txt')).toMatchObject({
      code: 0,
      out: '2 users were linked to shop.\n',
    })
    expect((await run('link', 'shop', 'users.txt', '--check')).code).toBe(0)
    expect(lookOf(line, 'Ben')).toBe('shop 1')
  })

  it('names the line that is not an id', async () => {
    await writeFile(join(folder, 'users.txt'), `${line.user('Aki').id}\nAki\n`)
    const { code, err } = await run('link', 'shop', 'users.txt')
    expect(code).toBe(1)
    expect(err).toContain('users.txt:2 is not a user id: "Aki"')
  })
})

describe('destroy', () => {
  it('asks first, and needs --yes without a terminal', async () => {
    await run('apply')
    const { code, err } = await run('destroy')
    expect(code).toBe(2)
    expect(err).toContain('Pass --yes')
    expect(line.state.richMenus.size).toBe(2)
    expect((await run('destroy', '--dry-run')).out).toContain('- delete  home')
    expect(line.state.richMenus.size).toBe(2)
    expect((await run('destroy', '--yes')).code).toBe(0)
    expect(stateOf(line)).toEqual({ aliases: {}, default: undefined, menus: [] })
  })
})
