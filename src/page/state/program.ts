/** Connects the phones, the inspector and the emulator. */
import { computed, effect, signal } from '@preact/signals'
import type { CallRecord, WebhookRecord } from '../../emulator/index.js'
import type { ChatView } from '../../emulator/ui/view.js'
import { say } from '../i18n/language.js'
import { attempt, report } from '../kit/toasts.js'
import type { InspectorModel } from '../inspector/model.js'
import { eventsOf, recordOf } from '../inspector/records.js'
import type { PhoneActions } from '../phone/model.js'
import { focusField } from '../phone/taps.js'
import { type Place, placeText } from '../problems/failure-text.js'
import { act, actInGroup, openFile, send } from './api.js'
import { Live } from './live.js'
import { PhoneState } from './phone-state.js'
import { reportReading } from './reading.js'
import { replay } from './replay.js'
import { Session } from './session.js'

/** Screens of this width have room for two phones. */
const wide = matchMedia('(min-width: 1640px)')
const isWide = signal(wide.matches)
wide.addEventListener('change', () => {
  isWide.value = wide.matches
})

/** Further entries of the menus of chats, and how people are added. */
export type Extras = Pick<PhoneActions, 'chatChoices' | 'addPerson' | 'connectBot'>

const openPlace = (place: Place): void =>
  attempt(openFile(place).then(() => report(say('openedEditor', { place: placeText(place) }))))

export class Program {
  readonly session = new Session()
  readonly phones: readonly [PhoneState, PhoneState]
  /** The phone that was used last: people are opened on it. */
  readonly active = signal<0 | 1>(0)
  /** Whether there are two phones side by side: the screen has room, and there is a second chat. */
  readonly hasTwo = computed(() => isWide.value && this.session.chats.value.length > 1)
  readonly inspector: InspectorModel
  readonly live: Live

  constructor(extras: Extras) {
    const { session } = this
    const actions: PhoneActions = {
      ...extras,
      act,
      actInGroup,
      recordOf: (entry) => recordOf(entry, session.records.value.values()),
      inspect: (number) => session.reveal(number),
      openPlace,
    }
    this.phones = [
      new PhoneState('phone', session, actions),
      new PhoneState('phone-2', session, actions),
    ]
    this.live = new Live(session, this.phones, () => this.#chooseChats())
    this.inspector = {
      stories: session.stories,
      records: session.records,
      selected: session.selected,
      reveals: session.reveals,
      tab: session.tab,
      parties: computed(() =>
        session.chats.value
          .map(({ id }) => ({ id, name: session.nameOf.value(id) }))
          .sort((one, other) => one.name.localeCompare(other.name)),
      ),
      chatId: computed(() => this.phone.chatId.value),
      nameOf: session.nameOf,
      replay: (call: CallRecord) => attempt(replay(call)),
      redeliver: (webhook: WebhookRecord) => {
        const webhookEventId = eventsOf(webhook)[0]?.webhookEventId
        attempt(send('/redeliver', { webhookEventId }))
      },
      openPlace,
    }
    effect(() => {
      if (!this.hasTwo.value && this.active.value === 1) this.active.value = 0
    })
  }

  /** The phone that was used last. */
  get phone(): PhoneState {
    return this.phones[this.active.value]
  }

  start(): void {
    for (const phone of this.phones) reportReading(phone, this.session)
    this.live.start()
  }

  /** Opens a chat: on the phone that has it already, else on the one that was used last. */
  async open(chatId: string): Promise<void> {
    const { session, phones } = this
    session.part.value = 'chat'
    const other = phones[this.active.value === 0 ? 1 : 0]
    if (this.hasTwo.value && other.chatId.value === chatId)
      this.active.value = this.active.value === 0 ? 1 : 0
    else if (this.phone.chatId.value !== chatId) await this.phone.open(chatId)
    if (matchMedia('(pointer: fine)').matches) focusField(this.phone)
  }

  /** Opens the next chat of the list, or the one before. */
  step(by: 1 | -1): void {
    const chats = this.session.chats.value
    const at = chats.findIndex(({ id }) => id === this.phone.chatId.value)
    const next: ChatView | undefined = chats[at + by]
    if (next) attempt(this.open(next.id))
  }

  async #chooseChats(): Promise<void> {
    const { session, phones } = this
    const [first, second] = phones
    const { view } = session
    if (!first.chat.value) {
      const id = view.value?.people[0]?.userId ?? session.chats.value[0]?.id
      if (id !== undefined || first.chatId.value !== undefined) await first.open(id)
    }
    if (!this.hasTwo.value) return
    const isTaken = second.chatId.value === first.chatId.value
    if (second.chat.value && !isTaken) return
    const others = session.chats.value.filter(({ id }) => id !== first.chatId.value)
    const next = others.find(({ kind }) => kind !== 'user') ?? others[0]
    await second.open(next?.id)
  }
}
