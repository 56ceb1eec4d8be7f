/** The table of what a person can do: methods of `User`, routes of the control API and menus of the page come from it. */
import type {
  ActivateOptions,
  BeaconOptions,
  EditOptions,
  FileOptions,
  In,
  LinkOptions,
  MediaOptions,
  PlaceOptions,
  PlayOptions,
  StickerOptions,
  TapOptions,
  TurnOptions,
  WriteOptions,
} from '../generated/options.js'
import * as account from '../people/account.js'
import * as contents from '../people/contents.js'
import { changeMembership } from '../people/memberships.js'
import * as modules from '../people/modules.js'
import * as names from '../people/names.js'
import { play } from '../people/playing.js'
import { tap, type TapTarget } from '../people/tapping.js'
import type { TextPart } from '../people/text.js'
import { look } from '../people/turn.js'
import * as writing from '../people/writing.js'
import type { PersonSubject as On, Table } from './deed.js'
import {
  images,
  language,
  membershipId,
  messageId,
  newName,
  notifiedData,
  on as onField,
  parts,
  shape,
  target,
  trackingId,
} from './shapes.js'

const write = ['WriteOptions', 'In']
const turn = ['TurnOptions']

export const personDeeds = {
  says: {
    about: 'Sends a text message.',
    more: `
@example
const line = createEmulator({ bot })
const [aki, ken] = [line.user('Aki'), line.user('Ken')]
await aki.says(['Hello ', ken, '!'], { in: line.group('Team', [aki, ken]) })`,
    route: 'says',
    arguments: { text: parts },
    options: write,
    run: (on: On, text: string | readonly TextPart[], options: WriteOptions & In) =>
      writing.write(on, writing.textContent(on.world, text), options),
  },
  taps: {
    about:
      'Taps a quick reply, a button of the newest message that has it, or an area of the rich menu.',
    more: `
@throws {EmulatorError} \`target_not_found\`, with everything that can be tapped
@example
const aki = createEmulator({ bot }).user('Aki')
await aki.taps('Choose a day', { pick: '2026-12-24' })`,
    route: 'taps',
    arguments: { target },
    options: ['TapOptions', 'In'],
    run: (on: On, what: TapTarget, options: TapOptions & In) => tap(on, what, options),
  },
  sendsSticker: {
    about: 'Sends a sticker.',
    route: 'sends',
    what: 'sticker',
    words: { en: 'Sticker', ja: 'スタンプ', th: 'สติกเกอร์', 'zh-TW': '貼圖' },
    arguments: { sticker: shape('StickerOptions', 'The sticker.') },
    options: write,
    run: (on: On, sticker: StickerOptions, options: WriteOptions & In) =>
      writing.write(on, contents.stickerContent(sticker), options),
  },
  sendsImage: {
    about: 'Sends a picture.',
    route: 'sends',
    what: 'image',
    words: { en: 'Picture', ja: '画像', th: 'รูป', 'zh-TW': '圖片' },
    menu: { place: 'attach' },
    arguments: { image: shape('MediaOptions', 'The picture.') },
    options: write,
    run: (on: On, image: MediaOptions, options: WriteOptions & In) =>
      writing.writeMedia(on, 'image', image, options),
  },
  sendsImages: {
    about: 'Sends several pictures at once: one event each, with an `imageSet`.',
    route: 'sends',
    what: 'image',
    count: 'count',
    arguments: { images },
    options: ['TurnOptions', 'In'],
    run: (on: On, all: readonly MediaOptions[], options: TurnOptions & In) =>
      writing.writeImages(on, all, options),
  },
  sendsVideo: {
    about: 'Sends a video.',
    route: 'sends',
    what: 'video',
    words: { en: 'Video', ja: '動画', th: 'วิดีโอ', 'zh-TW': '影片' },
    menu: { place: 'attach' },
    arguments: { video: shape('MediaOptions', 'The video.') },
    options: write,
    run: (on: On, video: MediaOptions, options: WriteOptions & In) =>
      writing.writeMedia(on, 'video', video, options),
  },
  sendsAudio: {
    about: 'Sends a voice message.',
    route: 'sends',
    what: 'audio',
    words: { en: 'Voice message', ja: 'ボイスメッセージ', th: 'ข้อความเสียง', 'zh-TW': '語音訊息' },
    menu: { place: 'attach' },
    arguments: { audio: shape('MediaOptions', 'The recording.') },
    options: write,
    run: (on: On, audio: MediaOptions, options: WriteOptions & In) =>
      writing.writeMedia(on, 'audio', audio, options),
  },
  sendsFile: {
    about: 'Sends a file.',
    route: 'sends',
    what: 'file',
    words: { en: 'File', ja: 'ファイル', th: 'ไฟล์', 'zh-TW': '檔案' },
    menu: { place: 'attach' },
    arguments: { file: shape('FileOptions', 'The file.') },
    options: write,
    run: (on: On, file: FileOptions, options: WriteOptions & In) =>
      writing.writeFile(on, file, options),
  },
  sendsLocation: {
    about: 'Sends a location.',
    route: 'sends',
    what: 'location',
    words: { en: 'Location', ja: '位置情報', th: 'ตำแหน่งที่ตั้ง', 'zh-TW': '位置資訊' },
    menu: { place: 'attach' },
    arguments: { place: shape('PlaceOptions', 'The place.') },
    options: write,
    run: (on: On, place: PlaceOptions, options: WriteOptions & In) =>
      writing.write(on, contents.locationContent(place), options),
  },
  follows: {
    about: 'Adds the account as a friend, or unblocks it. The bot receives `follow`.',
    what: 'follow',
    words: { en: 'Add as a friend', ja: '友だち追加', th: 'เพิ่มเพื่อน', 'zh-TW': '加入好友' },
    menu: { place: 'chat', when: { blocked: false, friend: false } },
    options: turn,
    run: (on: On, options: TurnOptions) => account.follow(on, options),
  },
  blocks: {
    about: 'Blocks the account. The bot receives `unfollow`.',
    what: 'block',
    words: {
      en: 'Block the account',
      ja: 'アカウントをブロック',
      th: 'บล็อคบัญชี',
      'zh-TW': '封鎖帳號',
    },
    menu: { place: 'chat', when: { blocked: false, friend: true } },
    options: turn,
    run: (on: On, options: TurnOptions) => account.block(on, options),
  },
  unblocks: {
    about: 'Unblocks the account. The bot receives `follow`, with `isUnblocked`.',
    what: 'unblock',
    words: {
      en: 'Unblock the account',
      ja: 'ブロックを解除',
      th: 'เลิกบล็อคบัญชี',
      'zh-TW': '解除封鎖',
    },
    menu: { place: 'chat', when: { blocked: true } },
    options: turn,
    run: (on: On, options: TurnOptions) => account.follow(on, options),
  },
  unsends: {
    about: 'Unsends a message.',
    what: 'unsend',
    words: { en: 'Unsend', ja: '送信取消', th: 'ยกเลิกข้อความ', 'zh-TW': '收回' },
    menu: { place: 'message' },
    arguments: { messageId },
    options: ['TurnOptions', 'In'],
    run: (on: On, id: string | undefined, options: TurnOptions & In) =>
      writing.unsend(on, id, options),
  },
  edits: {
    about: 'Edits a text message in a group.',
    what: 'edit',
    words: { en: 'Edit', ja: '編集', th: 'แก้ไข', 'zh-TW': '編輯' },
    menu: { place: 'message' },
    arguments: { text: parts },
    options: ['EditOptions', 'TurnOptions', 'In'],
    run: (on: On, text: string | readonly TextPart[], options: EditOptions & TurnOptions & In) =>
      writing.edit(on, text, options),
  },
  reads: {
    about: 'Opens the chat: its messages count as seen.',
    what: 'read',
    options: ['In'],
    returns: 'void',
    run: (on: On) => look(on),
  },
  meetsBeacon: {
    about: 'Comes near a LINE Beacon. The bot receives `beacon`.',
    what: 'beacon',
    words: {
      en: 'Come near a beacon',
      ja: 'ビーコンに近づく',
      th: 'เข้าใกล้บีคอน',
      'zh-TW': '接近 Beacon',
    },
    menu: { place: 'chat' },
    options: ['BeaconOptions', 'TurnOptions'],
    run: (on: On, options: BeaconOptions & TurnOptions) => account.beacon(on, options),
  },
  watches: {
    about: 'Watches a video with a `trackingId` to its end. The bot receives `videoPlayComplete`.',
    what: 'watch',
    arguments: { trackingId },
    options: turn,
    run: (on: On, id: string | undefined, options: TurnOptions) => account.watch(on, id, options),
  },
  plays: {
    about:
      'Plays a video or recording. It counts in the statistics; at the end of a video with a `trackingId` the bot receives `videoPlayComplete`.',
    what: 'play',
    words: { en: 'Play to the end', ja: '最後まで再生する', th: 'เล่นจนจบ', 'zh-TW': '播放至結束' },
    menu: { place: 'message' },
    options: ['PlayOptions', 'In'],
    run: (on: On, options: PlayOptions & In) => play(on, options),
  },
  isNotified: {
    about:
      "Receives a LINE notification message at their phone number. The bot receives `delivery`, with the number's hash.",
    what: 'notified',
    arguments: { data: notifiedData },
    options: turn,
    run: (on: On, data: string | undefined, options: TurnOptions) =>
      modules.notified(on, data, options),
  },
  linksAccount: {
    about: "Opens LINE's page that links accounts. The bot receives `accountLink`.",
    what: 'link',
    options: ['LinkOptions', 'TurnOptions'],
    run: (on: On, options: LinkOptions & TurnOptions) => account.link(on, options),
  },
  joinsMembership: {
    about: 'Joins a membership. The bot receives `membership`.',
    what: 'membership',
    body: { type: 'joined' },
    arguments: { membershipId },
    options: turn,
    run: (on: On, id: number, options: TurnOptions) => changeMembership(on, 'joined', id, options),
  },
  leavesMembership: {
    about: 'Leaves a membership. The bot receives `membership`.',
    what: 'membership',
    body: { type: 'left' },
    arguments: { membershipId },
    options: turn,
    run: (on: On, id: number, options: TurnOptions) => changeMembership(on, 'left', id, options),
  },
  renewsMembership: {
    about: 'Renews a membership. The bot receives `membership`.',
    what: 'membership',
    body: { type: 'renewed' },
    arguments: { membershipId },
    options: turn,
    run: (on: On, id: number, options: TurnOptions) => changeMembership(on, 'renewed', id, options),
  },
  activates: {
    about:
      'Gives control of the chat to the channel, if it is a module. The bot receives `activated`.',
    what: 'activate',
    options: ['ActivateOptions', 'TurnOptions', 'In'],
    run: (on: On, options: ActivateOptions & TurnOptions & In) => modules.activate(on, options),
  },
  deactivates: {
    about:
      'Gives control of the chat to another channel. The bot receives `deactivated`; later events are on standby.',
    what: 'deactivate',
    options: ['TurnOptions', 'In'],
    run: (on: On, options: TurnOptions & In) => modules.deactivate(on, options),
  },
  renames: {
    about: 'Changes their display name. The bot sees it in the next profile that it gets.',
    what: 'rename',
    arguments: { name: newName },
    returns: 'void',
    run: (on: On, name: string) => names.renamePerson(on, name),
  },
  changesLanguage: {
    about:
      'Changes the language of their LINE app. The bot sees it in the next profile that it gets.',
    what: 'language',
    arguments: { language },
    returns: 'void',
    run: (on: On, tag: string | undefined) => names.changeLanguage(on, tag),
  },
  standby: {
    about:
      'Gives control of the chat to another channel, or back, without an event. Meanwhile events have the mode `standby`.',
    route: false,
    arguments: { on: onField },
    returns: 'void',
    run: ({ chat }: On, on = true) => modules.setStandby(chat, on),
  },
} as const satisfies Table<On>
