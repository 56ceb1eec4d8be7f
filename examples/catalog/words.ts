/** The words of the shop in four languages. Use your i18n library instead; the catalog only needs a function. */

const words = {
  en: {
    greeting: 'Welcome to the tea shop!',
    menu: 'Menu',
    hours: 'Opening hours',
    choose: 'How would you like it?',
    add: 'Add to basket',
    details: 'Details',
    adding: (name: string) => `${name}, please`,
    card: (name: string, price: string) => `${name}, ${price}`,
    status: 'Your order',
    ready: 'Ready for pickup',
    preparing: 'Being prepared',
    total: 'Total',
    questions: 'Questions about your order?',
    call: 'Call the shop',
    tea: 'Tea',
    find: 'Find us',
    open: 'Open',
  },
  ja: {
    greeting: 'お茶の店へようこそ！',
    menu: 'メニュー',
    hours: '営業時間',
    choose: 'どちらになさいますか？',
    add: 'カートに入れる',
    details: '詳しく見る',
    adding: (name: string) => `${name}をお願いします`,
    card: (name: string, price: string) => `${name}　${price}`,
    status: 'ご注文状況',
    ready: '受け取り準備完了',
    preparing: '準備中',
    total: '合計',
    questions: 'ご注文についてのお問い合わせ',
    call: '店に電話する',
    tea: 'お茶',
    find: '店舗案内',
    open: '開く',
  },
  th: {
    greeting: 'ยินดีต้อนรับสู่ร้านชา!',
    menu: 'เมนู',
    hours: 'เวลาทำการ',
    choose: 'รับแบบไหนดี',
    add: 'ใส่ตะกร้า',
    details: 'รายละเอียด',
    adding: (name: string) => `ขอ ${name}`,
    card: (name: string, price: string) => `${name} ราคา ${price}`,
    status: 'คำสั่งซื้อของคุณ',
    ready: 'พร้อมให้รับแล้ว',
    preparing: 'กำลังเตรียม',
    total: 'รวม',
    questions: 'มีคำถามเกี่ยวกับคำสั่งซื้อ?',
    call: 'โทรหาร้าน',
    tea: 'ชา',
    find: 'ที่ตั้งร้าน',
    open: 'เปิด',
  },
  'zh-TW': {
    greeting: '歡迎光臨茶行！',
    menu: '菜單',
    hours: '營業時間',
    choose: '請選擇',
    add: '加入購物車',
    details: '查看詳情',
    adding: (name: string) => `我要${name}`,
    card: (name: string, price: string) => `${name}，${price}`,
    status: '您的訂單',
    ready: '可以取貨了',
    preparing: '準備中',
    total: '合計',
    questions: '訂單有問題嗎？',
    call: '致電門市',
    tea: '茶品',
    find: '門市位置',
    open: '開啟',
  },
} as const

/** Languages of the shop. */
export type Locale = keyof typeof words

/** The words of one language. */
export type Words = {
  readonly [K in keyof (typeof words)['en']]: (typeof words)['en'][K] extends string
    ? string
    : (typeof words)['en'][K]
}

export const wordsOf = (locale: Locale): Words => words[locale]

const currency = { en: '¥#', ja: '#円', th: '# เยน', 'zh-TW': '#日圓' }

/** An amount of yen as people of a language write it. */
export const yenIn =
  (locale: Locale) =>
  (amount: number): string =>
    currency[locale].replace('#', amount.toLocaleString('en'))
