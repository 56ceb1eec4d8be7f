/** Starts the emulator's page. */
import { effect } from '@preact/signals'
import { render } from 'preact'
import { stylesheet } from '../preview/index.js'
import { App, askToConnect } from './App.js'
import { attempt } from './kit/toasts.js'
import { chatChoices } from './people/chat-choices.js'
import { addsPerson } from './people/People.js'
import { focusField } from './phone/taps.js'
import { beginLanguage } from './state/language.js'
import { Program } from './state/program.js'
import { showShortcuts } from './toolbar/Shortcuts.js'
import { listenToKeys } from './toolbar/regions.js'

const program: Program = new Program({
  addPerson: () => attempt(addsPerson(program)),
  connectBot: () => askToConnect(program),
  chatChoices: (chat) => chatChoices(chat, program.session, () => program.live.refresh()),
})

listenToKeys({
  write: () => focusField(program.phone),
  step: (by) => program.step(by),
  problems: () => {
    program.session.tab.value = 'problems'
    program.session.part.value = 'inspector'
  },
  help: showShortcuts,
})

// Messages have the preview's own styles.
const style = document.createElement('style')
style.textContent = stylesheet()
document.head.append(style)

await beginLanguage()
render(<App program={program} />, document.body)
program.start()

// Somebody who opens the page wants to write. On a phone that would open the keyboard.
const stop = effect(() => {
  if (program.phone.chat.value === undefined) return
  queueMicrotask(() => stop())
  if (matchMedia('(pointer: fine)').matches)
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) focusField(program.phone)
    })
})
