/** Talks to the bot as a user does. LINE is replaced by an emulator, so this needs no account and no network. */
import { createEmulator, type LineMatchers, matchers } from 'fukidashi/testing'
import { expect, it } from 'vitest'
import { bot } from '../src/bot.js'
import { Echo, Welcome } from '../src/messages.js'

expect.extend(matchers)

declare module 'vitest' {
  interface Matchers<T> extends LineMatchers<T> {}
}

it('greets a new friend', async () => {
  const aki = createEmulator({ bot }).user('Aki', { friend: false })
  await aki.follows()
  expect(aki).toHaveReceived(<Welcome />)
})

it('repeats what a person says', async () => {
  const aki = createEmulator({ bot }).user('Aki')
  await aki.says('Good morning')
  expect(aki).toHaveReceived(<Echo text="Good morning" />)
})

it('repeats what a person taps', async () => {
  const aki = createEmulator({ bot }).user('Aki', { friend: false })
  await aki.follows()
  await aki.taps('Say hello')
  expect(aki).toHaveReceived('Hello')
})
