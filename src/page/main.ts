/** The emulator's page. */
import { chatPart } from './chat.js'
import { fill, h, icon, type Icon, set } from './dom.js'
import { inspectorPart } from './inspector.js'
import { Live } from './live.js'
import { addsPerson, peoplePart } from './people.js'
import { Store } from './store.js'
import { attempt, toasts } from './toast.js'
import { bannerPart, topPart } from './top.js'

const store = new Store()
const live = new Live(store)

/** On narrow screens one part is visible at a time. */
const parts = ['people', 'chat', 'inspector'] as const
const icons: Record<(typeof parts)[number], Icon> = {
  people: 'people',
  chat: 'chat',
  inspector: 'list',
}

function show(part: (typeof parts)[number]): void {
  document.body.dataset['part'] = part
  tabs.forEach((tab, i) => set(tab, { 'aria-pressed': String(parts[i] === part) }))
  store.changed('part')
}

const tabs = parts.map((part) => h('button', { type: 'button', onclick: () => show(part) }))
const switcher = h('nav', { class: 'switcher' }, ...tabs)

// Before the inspector: a hidden element cannot have the focus.
store.on(['reveal'], () => show('inspector'))
const addPerson = () => attempt(addsPerson(store, live, () => show('chat')))
const people = peoplePart(store, live, () => show('chat'))
const inspector = inspectorPart(store)
store.on(['look'], () => {
  const { words } = store
  tabs.forEach((tab, i) => fill(tab, icon(icons[parts[i]!]), words[parts[i]!]))
  set(people, { 'aria-label': words.people })
  set(inspector, { 'aria-label': words.inspector })
})

document.body.append(
  topPart(store, live),
  bannerPart(store),
  h('main', {}, people, h('div', { class: 'stage' }, chatPart(store, addPerson)), inspector),
  switcher,
  toasts,
)
show('chat')
store.changed('look')
live.start()
