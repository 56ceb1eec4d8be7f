/** An account with users who have menus, and a wire on which programs die. */
import { Area, MessageAction, RichMenuSwitch } from '../../src/components/index.js'
import type { Emulator, EmulatorOptions } from '../../src/emulator/index.js'
import {
  type RichMenuSet,
  RichMenu,
  richMenus,
  type SyncOptions,
  syncRichMenus,
} from '../../src/rich-menu/index.js'
import { png, setUp } from '../emulator/support.js'

/** A picture; different letters make different bytes. */
export function picture(look: string, width = 2500, height = 1686): Uint8Array {
  const bytes = png(width, height)
  bytes.set(new TextEncoder().encode(look.slice(0, 32)), 32)
  return bytes
}

const half = { y: 0, width: 1250, height: 1686 }

interface MenuProps {
  look: string
  text?: string
  tab: string
  adopt?: string
}

/** One of two menus with tabs. */
export const Menu = ({ look, text = 'tea', tab, adopt }: MenuProps) => (
  <RichMenu chatBarText="Menu" picture={picture(look)} adopt={adopt}>
    <Area x={0} {...half}>
      <RichMenuSwitch richMenuAliasId={tab} data={`tab=${tab}`} />
    </Area>
    <Area x={1250} {...half}>
      <MessageAction label="Tea" text={text} />
    </Area>
  </RichMenu>
)

/** Two menus with tabs that look like this. */
export const twoMenus = (look: string): RichMenuSet =>
  richMenus({
    owner: 'teahouse',
    default: 'home',
    menus: {
      home: <Menu look={`home ${look}`} tab="shop" />,
      shop: <Menu look={`shop ${look}`} tab="home" />,
    },
  })

/** Decides what happens to a call: it may throw before or after it. */
export type Wire = (
  call: { isWrite: boolean; path: string },
  send: () => Promise<Response>,
) => Promise<Response>

/** An account, and clients on wires of their own. */
export function account(options: EmulatorOptions = {}) {
  const { line, clock } = setUp(options)
  const client = (wire: Wire = (_, send) => send()) =>
    line.client({
      retry: false,
      fetch: (input, init) => {
        const method = init?.method ?? 'GET'
        const { pathname } = new URL(input)
        const isWrite = method !== 'GET'
        return wire({ isWrite, path: pathname }, () => line.fetch(input, init))
      },
    })
  const sync = (menus: RichMenuSet, more: SyncOptions & { wire?: Wire } = {}) => {
    const { wire, ...rest } = more
    return syncRichMenus(client(wire), menus, { clock, grace: 0, ...rest })
  }
  return { line, clock, client, sync }
}

/** Counts the calls that change something. */
export function countWrites(line: Emulator): number {
  return line.calls.filter(({ method }) => method !== 'GET').length
}

/** Ends a program before or after its nth call that changes something. */
export function dyingAt(
  n: number,
  when: 'before' | 'after',
): { wire: Wire; hasDied: () => boolean } {
  let count = 0
  let isDead = false
  const die = () => {
    isDead = true
    throw new TypeError('the program has died')
  }
  const wire: Wire = async ({ isWrite }, send) => {
    if (isDead) return die()
    if (!isWrite || ++count !== n) return send()
    if (when === 'after') await send()
    return die()
  }
  return { wire, hasDied: () => isDead }
}

/** The look of a user's menu: the first part of the words in its picture. */
export function lookOf(line: Emulator, name: string): string | undefined {
  const user = line.user(name)
  const { richMenus, defaultRichMenu } = line.state
  const id = line.state.people.get(user.id)?.richMenuId ?? defaultRichMenu
  return lookOfMenu(richMenus.get(id ?? '')?.image?.bytes)
}

const lookOfMenu = (bytes: Uint8Array | undefined): string | undefined =>
  bytes && new TextDecoder().decode(bytes.subarray(32)).replaceAll('\0', '')

/** Everything that a deployment is about. */
export function stateOf({ state }: Emulator) {
  const look = (id: string | undefined) => lookOfMenu(state.richMenus.get(id ?? '')?.image?.bytes)
  return {
    aliases: Object.fromEntries(
      [...state.richMenuAliases].sort().map(([alias, id]) => [alias, look(id)]),
    ),
    default: look(state.defaultRichMenu),
    menus: [...state.richMenus.keys()].map(look).sort(),
  }
}

/** The state after a deployment of {@link twoMenus}, without anything left over. */
export const stateWith = (look: string) => ({
  aliases: { home: `home ${look}`, shop: `shop ${look}` },
  default: `home ${look}`,
  menus: [`home ${look}`, `shop ${look}`],
})

/** Whatever a user could run into: no menu, or a tab that leads nowhere. */
export function flaws({ state }: Emulator): string[] {
  const isWhole = (id: string | undefined) => state.richMenus.get(id ?? '')?.image !== undefined
  const flaws: string[] = []
  for (const person of state.people.values())
    if (!isWhole(person.richMenuId ?? state.defaultRichMenu))
      flaws.push(`${person.displayName} has no menu`)
  for (const [alias, id] of state.richMenuAliases)
    if (!isWhole(id)) flaws.push(`${alias} leads nowhere`)
  return flaws
}

/** Collects flaws after each call. */
export function watching(line: Emulator, wire: Wire = (_, send) => send()) {
  const found = new Set<string>()
  const look = () => flaws(line).forEach((flaw) => found.add(flaw))
  const watched: Wire = async (call, send) => {
    try {
      return await wire(call, async () => {
        const response = await send()
        look()
        return response
      })
    } finally {
      look()
    }
  }
  return { wire: watched, found }
}

/** Users of an account whose menus are deployed: Aki is linked to home, Ben to shop, Chika to none. */
export function addUsers(line: Emulator): void {
  for (const [name, alias] of [
    ['Aki', 'home'],
    ['Ben', 'shop'],
    ['Chika', undefined],
  ] as const) {
    const person = line.state.people.get(line.user(name).id)!
    const id = alias && line.state.richMenuAliases.get(alias)
    if (id) person.richMenuId = id
  }
}
