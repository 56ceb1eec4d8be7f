/** A conversation with the shop, and the expected replies. */
import { assertReceived, assertRichMenu, type Emulator } from 'fukidashi/testing'
import { add } from './actions.js'
import { sum, teaOf, teas } from './goods.js'
import { Added, AskOrder, AskTime, Help, Hours, Receipt, Teas, Welcome } from './messages.js'

/** An action of a user, and the expected reaction of the bot. */
export interface Step {
  says: string
  /** Throws if the reaction is different. */
  run: () => Promise<void>
}

/** The steps, in order. */
export function conversation(line: Emulator): Step[] {
  const aki = line.user('Aki', { friend: false })
  const sencha = teaOf('sencha')!
  const one = sum(new Map([['sencha', 1]]))
  const two = sum(new Map([['sencha', 2]]))
  const step = (says: string, run: () => Promise<void>): Step => ({ says, run })

  return [
    step('Aki adds the shop as a friend', async () => {
      await aki.follows()
      assertReceived(aki, <Welcome name="Aki" />)
      assertRichMenu(aki, 'shop')
    }),
    step('Aki taps “🍵 Teas”', async () => {
      await aki.taps('🍵 Teas')
      assertReceived(aki, <Teas teas={teas} />)
    }),
    step('Aki taps “Add Sencha”', async () => {
      const { events } = await aki.taps('Add Sencha')
      assertReceived(aki, <Added tea={sencha} sum={one} />)
      const [event] = events
      if (event?.type !== 'postback' || event.postback.data !== add({ id: 'sencha' }))
        throw new Error('The postback carried something else.')
    }),
    step('Aki takes another one', async () => {
      await aki.taps('Add Sencha')
      assertReceived(aki, <Added tea={sencha} sum={two} />)
    }),
    step('Aki opens the other tab of the rich menu', async () => {
      await aki.taps('About')
      assertRichMenu(aki, 'about')
      await aki.taps('Hours and place')
      assertReceived(aki, <Hours />)
    }),
    step('Aki taps “Check out”', async () => {
      await aki.taps('Check out')
      assertReceived(aki, <AskOrder sum={two} />)
    }),
    step('Aki orders', async () => {
      await aki.taps('Order')
      const at = line.clock.now() + 33 * 3_600_000
      assertReceived(aki, <AskTime from={`${new Date(at).toISOString().slice(0, 10)}T10:00`} />)
    }),
    step('Aki chooses a time', async () => {
      await aki.taps('Choose a time', { pick: '2030-01-02T15:30' })
      assertReceived(aki, <Receipt sum={two} at="2030-01-02T15:30" />)
    }),
    step('Aki sends a picture', async () => {
      await aki.sendsImage()
      assertReceived(aki, 'What a nice picture!')
    }),
    step('Aki says what the shop does not know', async () => {
      await aki.says('coffee?')
      assertReceived(aki, <Help said="coffee?" />)
    }),
  ]
}
