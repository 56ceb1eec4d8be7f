/** Talks to the bot as a user does. LINE is replaced by an emulator, so this needs no account and no network. */
import { createEmulator, type LineMatchers, matchers } from 'fukidashi/testing'
import { expect, it } from 'vitest'
import { buy } from '../src/actions.js'
import { bot } from '../src/bot.js'
import { Help, Menu } from '../src/menu.js'
import { AskOrder, Receipt } from '../src/order.js'
import { findTea, teas } from '../src/teas.js'
import { wordsOf } from '../src/words.js'

expect.extend(matchers)

declare module 'vitest' {
  interface Matchers<T> extends LineMatchers<T> {}
}

const sencha = findTea('sencha')!

it('sells a tea', async () => {
  const aki = createEmulator({ bot }).user('Aki', { language: 'en', friend: false })
  await aki.follows()
  expect(aki).toHaveReceived(<Help greeting="Welcome to the tea shop!" />)
  await aki.taps('Menu')
  expect(aki).toHaveReceived(<Menu teas={teas} />)
  await aki.taps('Buy: Sencha')
  expect(aki).toHaveReceived(<AskOrder tea={sencha} />)
  await aki.taps('Yes, please')
  expect(aki).toHaveReceived(<Receipt tea={sencha} />)
})

it('lets a person change their mind', async () => {
  const aki = createEmulator({ bot }).user('Aki', { language: 'en' })
  await aki.says('menu')
  await aki.taps('Buy: Matcha')
  await aki.taps('No, thank you')
  expect(aki).toHaveReceived(wordsOf('en').later)
})

it('speaks the language of the person', async () => {
  const aki = createEmulator({ bot }).user('Aki', { language: 'ja' })
  await aki.says('営業時間')
  expect(aki).toHaveReceived(wordsOf('ja').open)
})

it('says so when a tea of an old menu is gone', async () => {
  const aki = createEmulator({ bot }).user('Aki', { language: 'en' })
  await aki.taps({ type: 'postback', label: 'Buy', data: String(buy({ id: 'oolong' })) })
  expect(aki).toHaveReceived(wordsOf('en').gone)
})

it('offers help when it does not understand', async () => {
  const aki = createEmulator({ bot }).user('Aki', { language: 'en' })
  await aki.says('coffee?')
  expect(aki).toHaveReceived(<Help />)
  await aki.sendsImage()
  expect(aki.messages).toHaveLength(2)
})
