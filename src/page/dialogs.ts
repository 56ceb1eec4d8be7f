/** Dialogs. Each returns the answer, or `undefined` if it was closed. */
import { pickerLimits, pickerStart } from '../common/picker.js'
import type { DatetimePickerAction } from '../spec/action.js'
import { labelOf } from './deeds.js'
import { usualPlace } from './generated/deeds.js'
import { fill, h } from './dom.js'
import type { Store } from './store.js'
import { stickerUrl } from './where.js'

type Answers = Record<string, string>

/** Opens a form in a dialog. Escape and Cancel return `undefined`. */
export function ask(
  store: Store,
  title: string,
  fields: readonly HTMLElement[],
  { ok = store.words.ok }: { ok?: string } = {},
): Promise<{ answers: Answers; form: HTMLFormElement } | undefined> {
  const { words } = store
  const form = h(
    'form',
    { method: 'dialog' },
    h('h2', { id: 'dialog-title' }, title),
    ...fields,
    h(
      'div',
      { class: 'dialog-buttons' },
      h('button', { type: 'button', class: 'plain', onclick: () => dialog.close() }, words.cancel),
      h('button', { type: 'submit', class: 'primary', value: 'ok' }, ok),
    ),
  )
  const dialog = h('dialog', { 'aria-labelledby': 'dialog-title' }, form)
  document.body.append(dialog)
  dialog.showModal()
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close())
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove()
      const answers = Object.fromEntries(
        [...new FormData(form)].filter(
          (pair): pair is [string, string] => typeof pair[1] === 'string',
        ),
      )
      resolve(dialog.returnValue === 'ok' ? { answers, form } : undefined)
    })
  })
}

export const field = (label: string, props: Record<string, string | boolean | undefined>) =>
  h(
    'label',
    { class: 'field' },
    h('span', {}, label),
    h('input', { autocomplete: 'off', ...props }),
  )

export async function askPerson(store: Store): Promise<{ name: string } | undefined> {
  const { words } = store
  const name = field(words.name, { name: 'name', required: true, maxlength: '20' })
  const result = await ask(store, words.addPerson, [name], { ok: words.create })
  const text = result?.answers['name']?.trim()
  return text ? { name: text } : undefined
}

export async function askGroup(
  store: Store,
): Promise<{ name: string; members: string[] } | undefined> {
  const { words } = store
  const people = (store.view?.people ?? []).map(({ userId, displayName }) =>
    h(
      'label',
      { class: 'check' },
      h('input', { type: 'checkbox', name: 'member', value: userId, checked: true }),
      displayName,
    ),
  )
  const members = h('fieldset', {}, h('legend', {}, words.members), ...people)
  const name = field(words.name, { name: 'name', required: true, maxlength: '50' })
  const result = await ask(store, words.addGroup, [name, members], { ok: words.create })
  const text = result?.answers['name']?.trim()
  if (!result || !text) return undefined
  return { name: text, members: new FormData(result.form).getAll('member') as string[] }
}

/** A date or time picker with its limits. It starts at its initial value, else now. */
export async function askTime(
  action: DatetimePickerAction,
  store: Store,
): Promise<{ pick?: string } | undefined> {
  const { mode } = action
  const { min, max } = pickerLimits(action)
  const input = field(store.words.time, {
    name: 'pick',
    type: mode === 'datetime' ? 'datetime-local' : mode,
    required: true,
    value: pickerStart(action, store.now),
    min,
    max,
  })
  const result = await ask(store, store.words.choose, [input])
  const pick = result?.answers['pick']
  return pick === undefined ? undefined : { pick: pick.slice(0, mode === 'datetime' ? 16 : 10) }
}

export async function askPlace(store: Store) {
  const { words } = store
  const number = (label: string, name: string, value: string, max: string) =>
    field(label, { name, type: 'number', step: 'any', value, min: `-${max}`, max, required: true })
  const result = await ask(
    store,
    labelOf('sendsLocation', store),
    [
      field(words.title, { name: 'title', value: usualPlace.title, maxlength: '100' }),
      field(words.address, {
        name: 'address',
        value: usualPlace.address,
        maxlength: '100',
      }),
      h(
        'div',
        { class: 'two' },
        number(words.latitude, 'latitude', String(usualPlace.latitude), '90'),
        number(words.longitude, 'longitude', String(usualPlace.longitude), '180'),
      ),
    ],
    { ok: words.send },
  )
  if (!result) return undefined
  const { title, address, latitude, longitude } = result.answers
  return {
    latitude: Number(latitude),
    longitude: Number(longitude),
    ...(title && { title }),
    ...(address && { address }),
  }
}

/** Stickers that bots may send too: package, first and last. */
const packages = [
  ['446', 1988, 2027],
  ['789', 10855, 10894],
  ['6136', 10551376, 10551399],
  ['11537', 52002734, 52002773],
] as const

export async function askSticker(
  store: Store,
): Promise<{ packageId: string; stickerId: string } | undefined> {
  const sticker = labelOf('sendsSticker', store)
  const grid = h('div', { class: 'stickers' })
  const show = ([packageId, first, last]: (typeof packages)[number]) =>
    fill(
      grid,
      ...Array.from({ length: last - first + 1 }, (_, i) => {
        const id = String(first + i)
        const picture = h('img', {
          src: stickerUrl(id),
          alt: `${packageId}/${id}`,
          loading: 'lazy',
        })
        // Without a network, its number is displayed.
        picture.addEventListener('error', () => picture.replaceWith(id.slice(-4)))
        const radio = h('input', { type: 'radio', name: 'sticker', value: `${packageId}/${id}` })
        radio.checked = i === 0
        return h('label', { class: 'sticker' }, radio, picture)
      }),
    )
  show(packages[0])
  const select = h(
    'select',
    {
      'aria-label': sticker,
      onchange: () => show(packages[select.selectedIndex]!),
    },
    ...packages.map(([packageId]) => h('option', {}, store.words.package(packageId))),
  )
  const result = await ask(store, sticker, [select, grid], { ok: store.words.send })
  const [packageId, stickerId] = result?.answers['sticker']?.split('/') ?? []
  return packageId && stickerId ? { packageId, stickerId } : undefined
}

/** The settings that a bot in another program needs, and its webhook URL. */
export async function askEndpoint(store: Store): Promise<{ endpoint: string } | undefined> {
  const { words, view } = store
  const { channelSecret, channelAccessToken, endpoint } = view!.environment
  const variables = [
    `LINE_CHANNEL_SECRET=${channelSecret}`,
    `LINE_CHANNEL_ACCESS_TOKEN=${channelAccessToken}`,
    `LINE_API_BASE_URL=${location.origin}`,
  ]
  const result = await ask(
    store,
    words.connect,
    [
      h('p', {}, words.connectHint),
      h('pre', { tabindex: '0' }, variables.join('\n')),
      field(words.endpoint, {
        name: 'endpoint',
        type: 'url',
        value: endpoint ?? '',
        placeholder: 'http://127.0.0.1:3000/webhook',
        required: true,
      }),
    ],
    { ok: words.save },
  )
  const url = result?.answers['endpoint']
  return url ? { endpoint: url } : undefined
}
