/** Rich menus of users, from handlers. */
import { describe, expect, it } from 'vitest'
import { MessageAction } from '../../../src/components/index.js'
import { createEmulator, type Emulator, type EmulatorOptions } from '../../../src/emulator/index.js'
import type { Context } from '../../../src/jsx-runtime/types.js'
import { Cell, RichMenu, richMenus, syncRichMenus } from '../../../src/rich-menu/index.js'
import { fakePicture, FakeClock, matchers, type LineMatchers } from '../../../src/testing/index.js'
import { type BotContext, type BotOptions, createBot } from '../../../src/webhook/index.js'
import { aki, bodyOf, botWith, event, post } from '../support.js'

expect.extend(matchers)

declare module 'vitest' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- declaration merging
  interface Matchers<T> extends LineMatchers<T> {}
}

const Menu = ({ text }: { text: string }) => (
  <RichMenu chatBarText={text} picture={fakePicture(2500, 1686)}>
    <Cell>
      <MessageAction text={text} />
      {text}
    </Cell>
  </RichMenu>
)

const menusWith = (text: string, locales: string[] = []) =>
  richMenus({
    owner: 'teahouse',
    default: 'home',
    menus: { home: <Menu text="home" />, shop: <Menu text={text} /> },
    locales: Object.fromEntries(locales.map((locale) => [locale, {}])),
  })

/** A bot that shows the menu whose alias is written, and hides it after `hide`. */
function teahouse(
  show: (ctx: BotContext, text: string) => Promise<void> = ({ richMenu }, text) =>
    richMenu.show(text),
  options: BotOptions = {},
  emulatorOptions: EmulatorOptions = {},
) {
  const clock = new FakeClock()
  const bot = createBot(options)
  const errors: Error[] = []
  bot.on('message:text', (ctx) =>
    ctx.text === 'hide' ? ctx.richMenu.hide() : show(ctx as never, ctx.text),
  )
  bot.catch((error) => void errors.push(error as Error))
  const line = createEmulator({ bot, clock, ...emulatorOptions })
  const deploy = (menus = menusWith('shop')) =>
    syncRichMenus(line.client(), menus, { clock, grace: 0 })
  return { line, clock, errors, deploy, user: line.user('Aki') }
}

const listings = (line: Emulator): number =>
  line.calls.filter(({ path }) => path.endsWith('/richmenu/alias/list')).length

describe('a handler', () => {
  it('shows a menu by its alias, and hides it', async () => {
    const { user, deploy, errors } = teahouse()
    await deploy()
    expect(user).toHaveRichMenu('home')
    await user.says('shop')
    expect(user).toHaveRichMenu('shop')
    await user.says('hide')
    expect(user).toHaveRichMenu('home')
    expect(errors).toEqual([])
  })

  it('can take out the methods', async () => {
    const { user, deploy } = teahouse(async ({ richMenu: { show, hide } }, text) => {
      await hide()
      await show(text)
    })
    await deploy()
    await user.says('shop')
    expect(user).toHaveRichMenu('shop')
  })

  it('shows it to the sender of a message in a group', async () => {
    const { line, user, deploy } = teahouse()
    await deploy()
    const team = line.group('Team', [user, line.user('Ben')])
    await user.says('shop', { in: team })
    expect(user).toHaveRichMenu('shop')
    expect(line.user('Ben')).toHaveRichMenu('home')
  })

  it('reads the aliases of an account once, for all of its users', async () => {
    const { line, user, deploy } = teahouse()
    await deploy()
    const before = listings(line)
    await Promise.all([user.says('shop'), line.user('Ben').says('shop')])
    await user.says('home')
    expect(listings(line) - before).toBe(1)
  })

  it('reads the aliases again when a menu does not exist any more, once for all', async () => {
    const { line, user, deploy, errors } = teahouse()
    await deploy()
    await user.says('shop')
    await user.says('home')
    await deploy(menusWith('new shop'))
    const before = listings(line)
    await Promise.all([user.says('shop'), line.user('Ben').says('shop')])
    expect(user).toHaveRichMenu('shop')
    expect(line.user('Ben')).toHaveRichMenu('shop')
    expect(listings(line) - before).toBe(1)
    expect(errors).toEqual([])
  })

  it('learns of a new version while the old one is kept', async () => {
    const { line, clock, user, deploy } = teahouse()
    await deploy()
    await user.says('shop')
    await user.says('hide')
    await syncRichMenus(line.client(), menusWith('new shop'), { clock })
    clock.advance(5 * 60_000)
    await user.says('shop')
    expect(user).toHaveRichMenu('shop')
  })

  it('reads them again for an alias that is new', async () => {
    const { user, deploy, errors } = teahouse()
    const { owner } = menusWith('shop')
    await deploy(richMenus({ owner, menus: { home: <Menu text="home" /> } }))
    await user.says('home')
    await deploy()
    await user.says('shop')
    expect(user).toHaveRichMenu('shop')
    expect(errors).toEqual([])
  })

  it('gets the error of LINE when the alias still names a menu that cannot be linked', async () => {
    const { line, user, deploy, errors } = teahouse()
    await deploy()
    const id = line.state.richMenuAliases.get('shop')!
    line.state.richMenus.delete(id)
    const before = listings(line)
    await user.says('shop')
    expect(errors).toMatchObject([{ name: 'LineApiError', status: 404 }])
    expect(listings(line) - before).toBe(2)
  })

  it('gets an error that lists the aliases for one that does not exist', async () => {
    const { user, deploy, errors } = teahouse()
    await deploy()
    await user.says('shpo')
    expect(errors).toMatchObject([{ name: 'WebhookError', code: 'alias_missing' }])
    expect(errors[0]!.message).toBe(
      'No rich menu has the alias "shpo". Aliases of the account: home, shop.',
    )
  })

  it('gets an error that says what to do when the account has no aliases', async () => {
    const { user, errors } = teahouse()
    await user.says('shop')
    expect(errors[0]!.message).toBe(
      'No rich menu has the alias "shop". The account has none: deploy its menus, or create an alias.',
    )
  })

  it('tries again to read the aliases after it failed', async () => {
    const { line, user, deploy, errors } = teahouse(undefined, { retry: false })
    await deploy()
    line.fault({ operation: 'getRichMenuAliasList', status: 500 })
    await user.says('shop')
    expect(errors).toMatchObject([{ name: 'LineApiError', status: 500 }])
    await user.says('shop')
    expect(user).toHaveRichMenu('shop')
  })

  it.each(['show', 'hide'] as const)(
    'gets an error from %s for an event without a user',
    async (method) => {
      const { bot, line } = botWith()
      const errors: unknown[] = []
      bot.use(({ richMenu }) => richMenu[method]('shop'))
      bot.catch((error) => void errors.push(error))
      await post(bot, bodyOf(event({ source: { type: 'group', groupId: 'C1' } })))
      expect(errors).toMatchObject([{ code: 'user_missing' }])
      expect(line.calls).toEqual([])
    },
  )

  it('does nothing when the console of LINE verifies the webhook', async () => {
    const { bot, line } = botWith()
    bot.use(async ({ richMenu }) => {
      await richMenu.show('shop')
      await richMenu.hide()
    })
    const response = await post(bot, bodyOf(event({ replyToken: '0'.repeat(32) })))
    expect([response.status, line.calls]).toEqual([200, []])
  })

  it('shows menus of each channel by its own aliases', async () => {
    const { bot, line } = botWith()
    bot.use(({ richMenu }) => richMenu.show('shop'))
    await post(bot, bodyOf(event()))
    expect(line.calls).toEqual([
      { call: 'aliases', to: '' },
      { call: 'link', to: aki, messages: 'richmenu-shop' },
    ])
    const other = botWith()
    other.bot.use(({ richMenu }) => richMenu.show('shop'))
    await post(other.bot, bodyOf(event()))
    expect(other.line.calls[0]).toEqual({ call: 'aliases', to: '' })
  })
})

describe('locales', () => {
  const menus = menusWith('shop', ['ja', 'zh-TW'])

  it.each([
    ['ja', 'shop-ja'],
    ['ja-JP', 'shop-ja'],
    ['zh-TW', 'shop-zh-tw'],
    ['zh-Hant-TW', 'shop'],
    ['th', 'shop'],
    [undefined, 'shop'],
  ])('%s shows %s', async (locale, alias) => {
    const { user, deploy } = teahouse(({ richMenu }) => richMenu.show('shop', { locale }))
    await deploy(menus)
    await user.says('x')
    expect(user).toHaveRichMenu(alias)
  })

  it('are those of the context of components, unless the call has another', async () => {
    const { user, deploy } = teahouse(
      ({ richMenu }, text) => richMenu.show('shop', text === 'context' ? {} : { locale: text }),
      { context: () => ({ locale: 'ja' }) as Context },
    )
    await deploy(menus)
    await user.says('context')
    expect(user).toHaveRichMenu('shop-ja')
    await user.says('zh-TW')
    expect(user).toHaveRichMenu('shop-zh-tw')
  })
})
