/** A line at the top that reports a problem. */
import type { ComponentChildren } from 'preact'

export const Banner = ({
  text,
  isCode,
  children,
}: {
  /** Nothing: the banner is hidden. */
  text: string | undefined
  isCode: boolean
  /** Buttons. */
  children?: ComponentChildren
}) => (
  <div class={isCode ? 'banner code' : 'banner'} role="alert" hidden={text === undefined}>
    <pre>{text}</pre>
    {children}
  </div>
)
