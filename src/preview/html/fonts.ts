/** Font families of phones, for the scripts of LINE's users. */

/** By the font of Latin letters. */
export const latinStacks = {
  Inter: "-apple-system,BlinkMacSystemFont,'Inter Variable',Inter,Helvetica",
  Roboto: "'Roboto Variable',Roboto",
} as const

const japanese = "'Hiragino Sans','Noto Sans JP','Noto Sans CJK JP'"
const rest = "'Noto Sans Thai','Noto Color Emoji',sans-serif"

/** After those of Latin letters. */
export const others = `${japanese},'PingFang TC','Noto Sans TC',${rest}`

/** The same for Chinese, whose characters and punctuation have other forms. */
export const chineseFirst = `'PingFang TC','Noto Sans TC','Noto Sans CJK TC','PingFang SC',${japanese},${rest}`
