/** People and groups, the most recent chat first. */
import { useComputed, useSignal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { ChatView } from '../../emulator/ui/view.js'
import { words } from '../i18n/language.js'
import { IconButton } from '../kit/Icon.js'
import { openMenu } from '../kit/Menu.js'
import { keepOneStop, moveIn } from '../kit/roving.js'
import { attempt } from '../kit/toasts.js'
import { inShort, timeOf } from '../phone/entry-text.js'
import { chatName } from '../phone/model.js'
import type { Program } from '../state/program.js'
import { askGroup, askPerson } from './ask-people.js'
import { Avatar } from './Avatar.js'
import { addGroup, addPerson, chatChoices } from './chat-choices.js'

/** People above which there is a search field. */
const FEW = 1

/** Asks for a name, and adds a person who becomes a friend of the account. */
export async function addsPerson(program: Program): Promise<void> {
  const answers = await askPerson()
  if (!answers) return
  const { userId, follow } = await addPerson(answers)
  await program.live.reload()
  await program.open(userId)
  await follow()
}

async function addsGroup(program: Program): Promise<void> {
  const answers = await askGroup(program.session.view.value?.people ?? [])
  if (!answers) return
  const id = await addGroup(answers)
  await program.live.reload()
  await program.open(id)
}

function Row({ chat, program }: { chat: ChatView; program: Program }) {
  const { session, phones, hasTwo } = program
  const scene = session.scene.value
  const { id, last } = chat
  const name = chatName(scene, chat)
  const isOpen = phones.some(({ chatId }, i) => chatId.value === id && (i === 0 || hasTwo.value))
  const seen = Object.values(chat.seenUpTo).sort().at(-1) ?? ''
  const isNew = !isOpen && last?.from === 'bot' && last.id > seen
  return (
    <button
      type="button"
      class="person"
      aria-current={isOpen ? 'true' : undefined}
      onClick={() => attempt(program.open(id))}
      onContextMenu={(event) => {
        event.preventDefault()
        openMenu(
          event.currentTarget,
          chatChoices(chat, session, () => program.live.refresh()),
          { at: { x: event.clientX, y: event.clientY }, label: name },
        )
      }}
    >
      <Avatar kind={chat.kind} name={name} />
      <span class="person-text">
        <span class="person-name">{name}</span>
        <span class="person-last">{last ? inShort(last, scene) : ''}</span>
      </span>
      <span class="person-side">
        <time>{last ? timeOf(last.at) : ''}</time>
        {isNew && <span class="dot" role="img" aria-label={words.value.newMessages} />}
      </span>
    </button>
  )
}

const PERSON = '.person'

export function People({ program }: { program: Program }) {
  const { session } = program
  const list = useRef<HTMLUListElement>(null)
  const head = useRef<HTMLElement>(null)
  const wanted = useSignal('')
  const fitting = useComputed(() => {
    const text = wanted.value.trim().toLowerCase()
    const scene = session.scene.value
    return session.chats.value.filter((chat) => chatName(scene, chat).toLowerCase().includes(text))
  })
  useLayoutEffect(() => {
    keepOneStop(head.current!, 'button')
    const current = list.current!.querySelector('[aria-current]')
    if (!list.current!.contains(document.activeElement)) keepOneStop(list.current!, PERSON, current)
  })
  const { people, addGroup: addGroupWord, addPerson: addPersonWord } = words.value
  const { search, noPeopleYet, noMatch } = words.value
  const total = session.chats.value.length
  return (
    <>
      <header
        class="part-head"
        ref={head}
        onKeyDown={(event) => moveIn(head.current!, 'button', event, { across: true })}
      >
        <h2>{people}</h2>
        <IconButton
          icon="people"
          label={addGroupWord}
          onClick={() => attempt(addsGroup(program))}
        />
        <IconButton
          icon="plus"
          label={addPersonWord}
          onClick={() => attempt(addsPerson(program))}
        />
      </header>
      {total > FEW && (
        <div class="people-search">
          <input
            type="search"
            autocomplete="off"
            aria-label={search}
            placeholder={search}
            value={wanted.value}
            onInput={({ currentTarget }) => {
              wanted.value = currentTarget.value
            }}
          />
        </div>
      )}
      {session.view.value && fitting.value.length === 0 && (
        <p class="quiet">{total === 0 ? noPeopleYet : noMatch}</p>
      )}
      <ul
        class="people-list"
        ref={list}
        onKeyDown={(event) => moveIn(list.current!, PERSON, event)}
      >
        {fitting.value.map((chat) => (
          <li key={chat.id}>
            <Row chat={chat} program={program} />
          </li>
        ))}
      </ul>
    </>
  )
}
