/** The initial state of an account. */
import type { Chance } from '../chance.js'
import type { EmulatorOptions } from '../options.js'
import type { Account, State } from './state.js'

export function newState(options: EmulatorOptions, chance: Chance): State {
  return {
    version: 2,
    account: accountOf(options.account ?? {}, chance),
    people: new Map(),
    chats: new Map(),
    lastMessageId: 0,
    replyTokens: new Map(),
    retryKeys: new Map(),
    quota:
      options.quota === undefined ? { type: 'none' } : { type: 'limited', value: options.quota },
    usage: new Map(),
    sent: new Map(),
    deliveries: [],
    seen: new Map(),
    clicks: [],
    plays: [],
    units: new Map(),
    narrowcasts: new Map(),
    webhook: {
      active: true,
      ...(typeof options.webhook === 'string' && { endpoint: options.webhook }),
    },
    richMenus: new Map(),
    richMenuAliases: new Map(),
    richMenuBatches: new Map(),
    resumeKeys: new Map(),
    menuTaps: [],
    linkTokens: new Map(),
    continuations: new Map(),
    tokens: [],
    assertionKeys: [...(options.assertionKeys ?? [])],
    coupons: new Map(),
    memberships: [...(options.memberships ?? [])],
    audiences: new Map(),
    lastAudienceId: 1_000_000_000_000,
    liffApps: new Map(),
    modules: { attached: false, suspended: false, codes: [] },
    missionProducts: [...(options.missionStickers ?? [])],
    pnpTemplates: new Map(
      Object.entries(options.notificationTemplates ?? {}).map(([key, items]) => [key, [...items]]),
    ),
  }
}

/** Fixed values, so that an environment file stays valid. They are valid for emulators only. */
const usual = {
  channelId: '1234567890',
  channelSecret: 'emulator-channel-secret',
  channelAccessToken: 'emulator-channel-access-token',
  basicId: '@000emula',
  displayName: 'Bot',
  chatMode: 'bot',
  markAsReadMode: 'auto',
  verified: true,
} as const

const accountOf = (given: Partial<Account>, chance: Chance): Account => ({
  ...usual,
  userId: `U${chance.hex(32)}`,
  ...given,
  ...readingOf(given),
})

/**
 * Without chats of its own an account reads everything at once; with them somebody reads, or a bot says so.
 * @see https://developers.line.biz/en/reference/messaging-api/#get-bot-info
 */
export const readingOf = ({
  chatMode = 'bot',
  markAsReadMode = 'manual',
}: Partial<Account>): Pick<Account, 'chatMode' | 'markAsReadMode'> => ({
  chatMode,
  markAsReadMode: chatMode === 'bot' ? 'auto' : markAsReadMode,
})
