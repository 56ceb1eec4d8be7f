import { describe, expect, it } from 'vitest'
import { toHtml } from '../../src/preview/index.js'
import { hanOf } from '../../src/preview/han.js'
import { body, text } from './messages.js'

describe('the language of Chinese characters', () => {
  it.each([
    ['お茶', 'ja'],
    ['カフェ', 'ja'],
    ['請問您需要什麼嗎？', 'zh'],
    ['这是茶', 'zh'],
    ['ㄅㄆㄇ', 'zh'],
    ['這のお茶', 'ja'],
    ['茶', undefined],
    ['東京都港区三丁目', undefined],
    ['顧客番号の改訂、朝御飯、文藝', 'ja'],
    ['顧客番号改訂 朝御飯 文藝', undefined],
    ['tea 123', undefined],
    ['', undefined],
  ])('of %s is %s', (said, han) => {
    expect(hanOf(said)).toBe(han)
  })

  const html = (said: string[], options = {}) =>
    toHtml(body(said.map((one) => text(one))), { as: 'markup', ...options })

  it('is that of the whole drawing', () => {
    expect(html(['請問您需要什麼嗎？', '茶'])).toMatch(
      /^<div class="fk-box fk-root" lang="zh-Hant"/,
    )
    expect(html(['お茶', '茶'])).toMatch(/^<div class="fk-box fk-root" lang="ja"/)
    expect(html(['tea'])).not.toContain('lang=')
    expect(html(['茶'], { language: 'ja' })).toContain('lang="ja"')
  })

  it('is marked at texts that have another', () => {
    const mixed = html(['お茶', '請問您需要什麼嗎？', '茶'])
    expect(mixed.match(/lang="[^"]*"/g)).toEqual(['lang="ja"', 'lang="zh-Hant"'])
  })

  it('is marked at each text of rows, which have no root', () => {
    expect(html(['お茶', '請問您需要什麼嗎？'], { as: 'rows' }).match(/lang="[^"]*"/g)).toEqual([
      'lang="ja"',
      'lang="zh-Hant"',
    ])
  })
})
