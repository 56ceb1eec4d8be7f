/** The language of Chinese characters, whose forms and punctuation differ between Japanese and Chinese. */
import type { TreeNode } from './tree.js'
import type { PreviewLanguage } from './words.js'

export type Han = 'ja' | 'zh'

const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u
const wide = /[\u3000-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]/

/** Frequent characters of Chinese, traditional and simplified, that Japanese does not use or writes in another form. */
const chinese =
  /[\p{Script=Bopomofo}們你妳您嗎喔哦哪麼沒說還讓誰這來會學國體點關對發實樣價圖廣處應當從傳團區號數單變臺灣戶麵歡經濟總續繼獨壓讀轉圓鐵隨險驗顯寫權勞舊榮營爭氣為爲與萬兩參雙擇擔據擊覺觀辦邊鹽黃这说话请订单电费时间问馆东车乐业务优专线网页钱买卖让谁见长门够岁块妈吗么没还]/u

/** The language of a text; `undefined` if its characters do not show it. */
export function hanOf(text: string): Han | undefined {
  if (!wide.test(text) && !chinese.test(text)) return undefined
  return kana.test(text) ? 'ja' : chinese.test(text) ? 'zh' : undefined
}

/** How Chinese characters are written in a language; `undefined` in those that have none. */
export const hanOfLanguage = (language: PreviewLanguage | undefined): Han | undefined =>
  language === 'ja' ? 'ja' : language === 'zh-TW' ? 'zh' : undefined

function add(node: TreeNode, found: Set<Han>): void {
  if (node.kind === 'text')
    for (const { text } of node.runs) {
      const han = hanOf(text)
      if (han) found.add(han)
    }
  else if (node.kind === 'box') for (const child of node.children) add(child, found)
}

/** The language of most texts of a drawing: Japanese if one of them is. */
export function hanOfTree(tree: TreeNode): Han | undefined {
  const found = new Set<Han>()
  add(tree, found)
  return found.has('ja') ? 'ja' : found.has('zh') ? 'zh' : undefined
}
