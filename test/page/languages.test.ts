/** The words of the page in all its languages. */
import { expect, it } from 'vitest'
import type { Deed, Label } from '../../src/emulator/deeds/deed.js'
import { groupDeeds } from '../../src/emulator/deeds/group.js'
import { personDeeds } from '../../src/emulator/deeds/person.js'
import { languages as files } from '../../src/emulator/ui/generated/page.js'
import type { Dictionary } from '../../src/page/i18n/dictionary.js'
import { languageOf, languages } from '../../src/page/i18n/language.js'
import { en } from '../../src/page/i18n/words/en.js'

const others = Object.keys(languages).filter((tag) => tag !== 'en')

const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort()

it.each(others)('%s has every text that English has, with the same values', (tag) => {
  const { words } = JSON.parse(files[tag]!) as Dictionary
  expect(Object.keys(words)).toEqual(Object.keys(en))
  for (const [key, text] of Object.entries(words)) {
    expect([key, text.trim()]).not.toEqual([key, ''])
    expect([key, placeholders(text)]).toEqual([key, placeholders(en[key as keyof typeof en])])
  }
})

it.each(others)('%s has a name for everything that people and groups can do', (tag) => {
  const { deeds } = JSON.parse(files[tag]!) as Dictionary
  const tables: Record<string, Readonly<Record<string, Deed>>> = {
    person: personDeeds,
    group: groupDeeds,
  }
  const names = Object.entries(tables).flatMap(([subject, table]) =>
    Object.entries(table).flatMap(([name, deed]) =>
      deed.words ? [[`${subject}.${name}`, deed.words[tag as keyof Label]]] : [],
    ),
  )
  expect(names.length).toBeGreaterThan(10)
  expect(deeds).toEqual(Object.fromEntries(names))
})

it.each([
  ['ja', { chat: 'トーク', readMarks: '既読' }, { 'person.blocks': 'アカウントをブロック' }],
  ['th', { chat: 'แชท', readMarks: 'อ่านแล้ว' }, { 'person.blocks': 'บล็อคบัญชี' }],
  ['zh-TW', { chat: '聊天', readMarks: '已讀' }, { 'person.blocks': '封鎖帳號' }],
])('%s uses the words of LINE’s own app', (tag, words, deeds) => {
  expect(JSON.parse(files[tag]!)).toMatchObject({ words, deeds })
})

it.each([
  [['ja-JP', 'en'], 'ja'],
  [['zh-Hant-TW'], 'zh-TW'],
  [['zh-CN', 'en'], 'zh-TW'],
  [['th'], 'th'],
  [['de-DE', 'ja'], 'ja'],
  [['de'], 'en'],
  [[], 'en'],
])('begins in the language of a browser that prefers %j', (tags, language) => {
  expect(languageOf(tags)).toBe(language)
})
