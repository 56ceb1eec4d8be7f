import type { ChatView } from '../../emulator/ui/view.js'
import { Icon } from '../kit/Icon.js'

/** Soft colors with enough contrast to white letters. */
const colors = ['#4a7bd0', '#c75f84', '#b8703a', '#3f8f66', '#7d67c4', '#2f8796']

export function Avatar({ kind, name }: { kind: ChatView['kind']; name: string }) {
  let sum = 0
  for (const letter of name) sum = (sum * 31 + letter.codePointAt(0)!) % 9973
  return (
    <span class="face" aria-hidden="true" style={{ background: colors[sum % colors.length]! }}>
      {kind === 'user' ? String.fromCodePoint(name.codePointAt(0) ?? 63) : <Icon name="people" />}
    </span>
  )
}
