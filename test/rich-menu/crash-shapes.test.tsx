/** Deployments of every shape that end before or after any of their calls: menus are added, removed, adopted, taken, destroyed. */
import { describe, expect, it } from 'vitest'
import type { Emulator } from '../../src/emulator/index.js'
import {
  destroyRichMenus,
  RichMenu,
  richMenus,
  type RichMenuSet,
  Cell,
  Row,
  type SyncOptions,
  Tab,
} from '../../src/rich-menu/index.js'
import { MessageAction } from '../../src/components/index.js'
import {
  account,
  addUsers,
  countWrites,
  dyingAt,
  lookOf,
  Menu,
  picture,
  stateOf,
  twoMenus,
  watching,
  type Wire,
} from './support.js'

/** Menus with the same tab and area. */
const Page = ({ look, tab }: { look: string; tab: string }) => <Menu look={look} tab={tab} />

/** Shop is gone, cart is new and the default, home has another area. */
const other = richMenus({
  owner: 'teahouse',
  default: 'cart',
  menus: {
    home: <Menu look="home 1" tab="cart" text="more tea" />,
    cart: <Page look="cart 1" tab="home" />,
  },
})

/** In two locales, without a default. */
const localized = richMenus({
  owner: 'teahouse',
  menus: {
    home: <Page look="home 1" tab="shop" />,
    shop: (
      <RichMenu chatBarText="Shop" picture={picture('shop 3')}>
        <Row height={300}>
          <Tab to="home">Home</Tab>
        </Row>
        <Cell>
          <MessageAction text="a" />a
        </Cell>
      </RichMenu>
    ),
  },
  locales: { ja: {} },
})

/** The menus of another owner. */
const foreign = richMenus({
  owner: 'office',
  default: 'home',
  menus: { home: <Page look="office" tab="home" /> },
})

type Account = ReturnType<typeof account>

interface Shape {
  before: RichMenuSet
  deploy: (account: Account, options: SyncOptions & { wire: Wire }) => Promise<unknown>
  /** Looks that Aki (home), Ben (shop) and Chika (default) have afterwards. */
  looks: (string | undefined)[]
  /** Users have no menu on purpose. */
  isRemoved?: boolean
  /** Users who are linked to menus of others may keep these. */
  mayKeep?: string
}

const shapes: Readonly<Record<string, Shape>> = {
  'a menu is added, one is removed, and the default changes': {
    before: twoMenus('1'),
    deploy: ({ sync }, options) => sync(other, options),
    looks: ['home 1', 'cart 1', 'cart 1'],
  },
  'the default is cancelled, and locales are added': {
    before: twoMenus('1'),
    deploy: ({ sync }, options) => sync(localized, options),
    looks: ['home 1', 'shop 3', undefined],
    isRemoved: true,
  },
  'alias and default of another owner are taken': {
    before: foreign,
    deploy: ({ sync }, options) => sync(twoMenus('2'), { take: true, ...options }),
    looks: ['home 2', 'home 2', 'home 2'],
    mayKeep: 'office',
  },
  'everything is destroyed': {
    before: twoMenus('1'),
    deploy: ({ client, clock }, { wire, ...options }) =>
      destroyRichMenus(client(wire), 'teahouse', { clock, ...options }),
    looks: [undefined, undefined, undefined],
    isRemoved: true,
  },
}

async function begin({ before }: Shape) {
  const one = account()
  await one.sync(before)
  addUsers(one.line)
  return one
}

const looksOf = (line: Emulator) => ['Aki', 'Ben', 'Chika'].map((name) => lookOf(line, name))

describe.each(Object.entries(shapes))('%s', (_, shape) => {
  it('is finished by the next deployment if the program dies before or after any call', async () => {
    const whole = await begin(shape)
    const writes = countWrites(whole.line)
    await shape.deploy(whole, { wire: (_, send) => send() })
    const count = countWrites(whole.line) - writes
    expect(count).toBeGreaterThanOrEqual(4)
    expect(looksOf(whole.line)).toEqual(shape.looks)

    for (const when of ['before', 'after'] as const)
      for (let n = 1; n <= count; n++) {
        const one = await begin(shape)
        const { wire, hasDied } = dyingAt(n, when)
        const first = watching(one.line, wire)
        await shape.deploy(one, { wire: first.wire }).catch(() => undefined)
        expect(hasDied(), `${when} ${n}`).toBe(true)
        const second = watching(one.line)
        await shape.deploy(one, { wire: second.wire })
        expect(stateOf(one.line), `${when} ${n}`).toEqual(stateOf(whole.line))
        const looks = looksOf(one.line).map((look, i) =>
          look !== undefined && look === shape.mayKeep ? shape.looks[i] : look,
        )
        expect(looks, `${when} ${n}`).toEqual(shape.looks)
        if (shape.isRemoved !== true)
          expect([...first.found, ...second.found], `${when} ${n}`).toEqual([])
        const done = countWrites(one.line)
        await shape.deploy(one, { wire: (_, send) => send() })
        expect(countWrites(one.line), `${when} ${n}`).toBe(done)
      }
  })
})

it('says before it begins that LINE permits no more than 1,000 aliases', async () => {
  const { line, sync } = account()
  await sync(foreign)
  const [[, id]] = [...line.state.richMenuAliases] as [[string, string]]
  for (let i = 0; i < 998; i++) line.state.richMenuAliases.set(`a${i}`, id)
  const before = countWrites(line)
  await expect(
    sync(
      richMenus({
        owner: 'teahouse',
        menus: { one: <Page look="1" tab="two" />, two: <Page look="2" tab="one" /> },
      }),
    ),
  ).rejects.toMatchObject({
    code: 'limit_reached',
    message:
      'LINE permits 1000 aliases. The account has 999, and 2 would be added before old ones are deleted.',
  })
  expect(countWrites(line)).toBe(before)
})
