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
  location: 'Location',
  map: 'Open in maps',
  play: 'Play',
  file: 'File',
  menu: 'Menu',
  typing: 'Typing',
  tap: 'Tap',
  message: 'Aa',
  caption: (device: string, width: number, size: number) =>
    `${device} · ${width} px wide · text ${size} px`,
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
  location: '位置情報',
  map: '地図を開く',
  play: '再生',
  file: 'ファイル',
  menu: 'メニュー',
  typing: '入力中',
  tap: 'タップ',
  message: 'Aa',
  caption: (device, width, size) => `${device}・幅${width}px・文字${size}px`,
  cannotDraw: '表示できません',
}

export const words = { en, ja } as const
export type Words = typeof en
