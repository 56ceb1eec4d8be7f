/** LINE's own words in a chat. */
const en = {
  read: 'Read',
  edited: 'Edited',
  all: 'All',
  user: 'user',
  from: (name: string, account: string) => `${name} from '${account}'`,
  coupon: 'Coupon',
  useCoupon: 'Get coupon',
  valid: 'Valid',
  until: 'until',
  map: 'Open in maps',
  play: 'Play',
  file: 'File',
  menu: 'Menu',
  typing: 'Typing',
  tap: 'Tap',
  cannotDraw: 'Cannot be drawn',
}

const ja: typeof en = {
  read: '既読',
  edited: '編集済み',
  all: 'All',
  user: 'ユーザー',
  from: (name, account) => `${name} from '${account}'`,
  coupon: 'クーポン',
  useCoupon: 'クーポンを獲得',
  valid: '有効期間',
  until: '〜',
  map: '地図を開く',
  play: '再生',
  file: 'ファイル',
  menu: 'メニュー',
  typing: '入力中',
  tap: 'タップ',
  cannotDraw: '表示できません',
}

export const words = { en, ja } as const
export type Words = typeof en
