/** Sends the messages of the story. */
import { openMenu } from '../../page/kit/Menu.js'
import { Icon } from '../../page/kit/Icon.js'
import { attempt, report } from '../../page/kit/toasts.js'
import { sendMessages } from '../state/api.js'
import { story } from '../state/catalog.js'
import { sentence, text } from '../words/words.js'

async function send(to: 'emulator' | 'line', messages: unknown[]): Promise<void> {
  report(text.value.sending)
  const { person = '', page = '' } = await sendMessages({ to, messages })
  report(to === 'emulator' ? sentence('sentToEmulator', { person, page }) : text.value.sentToLine)
}

export function SendButton() {
  const words = text.value
  const output = story.value?.kind === 'messages' ? story.value.renders[0]?.output : undefined
  return (
    <button
      type="button"
      class="plain"
      aria-haspopup="menu"
      disabled={!Array.isArray(output)}
      title={Array.isArray(output) ? undefined : words.onlyMessages}
      onClick={({ currentTarget }) => {
        if (!Array.isArray(output)) return
        openMenu(
          currentTarget,
          [
            {
              label: words.toEmulator,
              icon: 'phone',
              run: () => attempt(send('emulator', output)),
            },
            { label: words.toLine, icon: 'chat', run: () => attempt(send('line', output)) },
          ],
          { atEnd: true, label: words.send },
        )
      }}
    >
      <Icon name="send" />
      {words.send}
    </button>
  )
}
