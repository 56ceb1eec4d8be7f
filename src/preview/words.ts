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

const th: typeof en = {
  read: 'อ่านแล้ว',
  edited: 'แก้ไขแล้ว',
  all: 'All',
  user: 'ผู้ใช้',
  from: (name, account) => `${name} from '${account}'`,
  coupon: 'คูปอง',
  useCoupon: 'รับคูปอง',
  valid: 'ใช้ได้',
  until: 'ถึง',
  location: 'ตำแหน่งที่ตั้ง',
  map: 'เปิดในแผนที่',
  play: 'เล่น',
  file: 'ไฟล์',
  menu: 'เมนู',
  typing: 'กำลังพิมพ์',
  tap: 'แตะ',
  message: 'Aa',
  caption: (device, width, size) => `${device} · กว้าง ${width} px · ตัวอักษร ${size} px`,
  cannotDraw: 'แสดงไม่ได้',
}

const zhTw: typeof en = {
  read: '已讀',
  edited: '已編輯',
  all: 'All',
  user: '用戶',
  from: (name, account) => `${name} from '${account}'`,
  coupon: '優惠券',
  useCoupon: '領取優惠券',
  valid: '有效期限',
  until: '至',
  location: '位置資訊',
  map: '在地圖中開啟',
  play: '播放',
  file: '檔案',
  menu: '選單',
  typing: '輸入中',
  tap: '點選',
  message: 'Aa',
  caption: (device, width, size) => `${device}・寬 ${width} px・文字 ${size} px`,
  cannotDraw: '無法顯示',
}

/** By the language of `PreviewOptions`. */
export const words = { en, ja, th, 'zh-TW': zhTw } as const
export type PreviewLanguage = keyof typeof words
export type Words = typeof en
