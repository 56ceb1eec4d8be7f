/** Font families of phones, for the scripts of LINE's users, by the font of Latin letters. */
const others =
  "'Hiragino Sans','Noto Sans JP','Noto Sans CJK JP','PingFang TC','Noto Sans TC','Noto Sans Thai','Noto Color Emoji',sans-serif"

export const fontStacks = {
  Inter: `-apple-system,BlinkMacSystemFont,'Inter Variable',Inter,Helvetica,${others}`,
  Roboto: `'Roboto Variable',Roboto,${others}`,
} as const
