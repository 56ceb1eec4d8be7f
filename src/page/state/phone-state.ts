/** A phone whose chat is in the emulator. */
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { FailureRecord } from '../../emulator/index.js'
import type { ChatView, EntryView } from '../../emulator/ui/view.js'
import { chatsOfWebhook } from '../inspector/stories.js'
import { Followed } from '../kit/followed.js'
import type { Draft, Links, PhoneActions, PhoneMenu, PhoneModel, Scene } from '../phone/model.js'
import { look } from './api.js'
import { type Session, withEntry } from './session.js'
import { menuUrl } from './urls.js'

export class PhoneState implements PhoneModel {
  readonly id: string
  readonly chatId = signal<string | undefined>(undefined)
  readonly entries = signal<readonly EntryView[]>([])
  readonly draft = signal<Draft | undefined>(undefined)
  readonly text = signal('')
  readonly scene: ReadonlySignal<Scene>
  readonly chat: ReadonlySignal<ChatView | undefined>
  readonly me: ReadonlySignal<string | undefined>
  readonly menu: ReadonlySignal<PhoneMenu | undefined>
  readonly failures: ReadonlySignal<readonly FailureRecord[]>
  readonly links: Links
  readonly actions: PhoneActions
  /** Id of the person who writes in the open group. */
  readonly #writer = signal<string | undefined>(undefined)
  readonly #session: Session
  readonly #chat = new Followed()

  constructor(id: string, session: Session, actions: PhoneActions) {
    this.id = id
    this.#session = session
    this.actions = actions
    this.scene = session.scene
    this.links = session.links
    this.chat = computed(() => session.chatWith(this.chatId.value))
    this.me = computed(() => {
      const chat = this.chat.value
      if (!chat || chat.kind === 'user') return chat?.id
      const writer = this.#writer.value
      return writer !== undefined && chat.members.includes(writer) ? writer : chat.members[0]
    })
    this.menu = computed(() => this.#menuNow())
    this.failures = computed(() => failuresIn(session, this.chatId.value))
  }

  #menuNow(): PhoneMenu | undefined {
    const view = this.#session.view.value
    const chat = this.chat.value
    const id =
      chat?.kind === 'user'
        ? view?.people.find(({ userId }) => userId === chat.id)?.richMenu
        : undefined
    const menu = id === undefined ? undefined : view?.menus[id]
    if (!menu || !chat || id === undefined) return undefined
    return {
      menu: menu.menu,
      key: `${chat.id} ${id}`,
      ...(menu.hasImage && { imageUrl: menuUrl(id) }),
    }
  }

  writeAs(person: string): void {
    this.#writer.value = person
    this.draft.value = undefined
  }

  now(): number {
    return this.#session.now()
  }

  /** Opens a chat; none if there is none. */
  async open(chatId: string | undefined): Promise<void> {
    if (chatId !== this.chatId.value) this.text.value = ''
    this.draft.value = undefined
    this.entries.value = []
    this.chatId.value = chatId
    if (chatId === undefined) return
    await this.#chat.load(
      () => look<EntryView[]>(`chats/${encodeURIComponent(chatId)}`),
      (entries) => {
        if (this.chatId.value === chatId) this.entries.value = entries
      },
    )
  }

  /** An entry of a chat was added or changed. */
  put(chatId: string, entry: EntryView): void {
    this.#chat.change(() => {
      if (chatId === this.chatId.value) this.entries.value = withEntry(this.entries.value, entry)
    })
  }
}

/** What went wrong in a chat. The chat of a failure may be known from its webhook only. */
function failuresIn(session: Session, chatId: string | undefined): FailureRecord[] {
  if (chatId === undefined) return []
  const records = session.records.value
  const isHere = (record: FailureRecord): boolean => {
    if (record.chatId !== undefined) return record.chatId === chatId
    const webhook = record.webhook === undefined ? undefined : records.get(record.webhook)
    return webhook?.type === 'webhook' && chatsOfWebhook(webhook).has(chatId)
  }
  return [...records.values()]
    .filter((record): record is FailureRecord => record.type === 'failure' && isHere(record))
    .sort((one, other) => one.number - other.number)
}
