/** The table of what happens in a group: methods of `Group`, routes of the control API and menus of the page come from it. */
import type { ActivateOptions, TurnOptions } from '../generated/options.js'
import * as members from '../people/group-members.js'
import type { Member } from '../people/member.js'
import * as modules from '../people/modules.js'
import * as names from '../people/names.js'
import type { GroupSubject as On, Table } from './deed.js'
import { newName, people } from './shapes.js'

const turn = ['TurnOptions']

export const groupDeeds = {
  invitesBot: {
    about: 'A member invites the bot. It receives `join`.',
    what: 'inviteBot',
    words: { en: 'Invite the bot', ja: 'ボットを招待', th: 'เชิญบอท', 'zh-TW': '邀請機器人' },
    menu: { place: 'chat', when: { botInside: false } },
    options: turn,
    run: (on: On, options: TurnOptions) => members.inviteBot(on, options),
  },
  removesBot: {
    about: 'A member removes the bot. It receives `leave`.',
    what: 'removeBot',
    words: {
      en: 'Remove the bot',
      ja: 'ボットを退会させる',
      th: 'ลบบอทออกจากกลุ่ม',
      'zh-TW': '將機器人移出群組',
    },
    menu: { place: 'chat', when: { botInside: true } },
    options: turn,
    run: (on: On, options: TurnOptions) => members.removeBot(on, options),
  },
  adds: {
    about: 'People join. The bot receives `memberJoined`.',
    what: 'add',
    words: { en: 'Add {who}', ja: '{who}を追加', th: 'เชิญ {who}', 'zh-TW': '邀請 {who}' },
    menu: { place: 'chat', who: 'outsiders' },
    arguments: { people },
    options: turn,
    run: (on: On, who: Member | readonly Member[], options: TurnOptions) =>
      members.add(on, who, options),
  },
  removes: {
    about: 'People leave, or are removed. The bot receives `memberLeft`.',
    what: 'remove',
    words: {
      en: '{who} leaves',
      ja: '{who}が退会する',
      th: '{who} ออกจากกลุ่ม',
      'zh-TW': '{who} 退出群組',
    },
    menu: { place: 'chat', who: 'me' },
    arguments: { people },
    options: turn,
    run: (on: On, who: Member | readonly Member[], options: TurnOptions) =>
      members.remove(on, who, options),
  },
  renames: {
    about: 'A member changes the name of the group. The bot receives no event.',
    what: 'rename',
    arguments: { name: newName },
    returns: 'void',
    run: (on: On, name: string) => names.renameGroup(on, name),
  },
  activates: {
    about:
      'Gives control of the chat to the channel, if it is a module. The bot receives `activated`.',
    what: 'activate',
    options: ['ActivateOptions', 'TurnOptions'],
    run: (on: On, options: ActivateOptions & TurnOptions) => modules.activate(on, options),
  },
  deactivates: {
    about:
      'Gives control of the chat to another channel. The bot receives `deactivated`; later events are on standby.',
    what: 'deactivate',
    options: turn,
    run: (on: On, options: TurnOptions) => modules.deactivate(on, options),
  },
} as const satisfies Table<On>
