/** The loading animation of a bot. */
import { useEffect, useLayoutEffect, useState } from 'preact/hooks'
import { toHtml } from '../../preview/index.js'
import { words } from '../i18n/language.js'
import { drawnClass } from '../kit/device.js'
import { lookOf } from './draw-entry.js'
import type { PhoneModel } from './model.js'

export function TypingDots({ phone, toEnd }: { phone: PhoneModel; toEnd: () => void }) {
  const until = phone.chat.value?.loadingUntil ?? 0
  const left = until - phone.now()
  const [, setEnded] = useState(0)
  useEffect(() => {
    if (left <= 0) return undefined
    const timer = setTimeout(() => setEnded(until), left)
    return () => clearTimeout(timer)
  }, [until, left > 0])
  useLayoutEffect(toEnd, [left > 0])
  const html =
    left > 0 ? toHtml({ entries: [{ kind: 'loading' }], quickReply: false }, lookOf(phone)) : ''
  return (
    <div
      class={`${drawnClass.value} loading`}
      role="status"
      aria-label={left > 0 ? words.value.typing : undefined}
      dangerouslySetInnerHTML={{ __html: html }}
    />
  )
}
