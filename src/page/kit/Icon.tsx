import type { ComponentChildren } from 'preact'
import { type IconName, paths } from './icon-paths.js'

export const Icon = ({ name }: { name: IconName }) => (
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d={paths[name]} />
  </svg>
)

/** A button with an icon and an accessible label. */
export const IconButton = ({
  icon,
  label,
  children,
  ...rest
}: {
  icon: IconName
  label: string
  onClick: (event: MouseEvent & { currentTarget: HTMLButtonElement }) => void
  children?: ComponentChildren
  disabled?: boolean
  menu?: boolean
  /** For a switch: whether it is on. */
  pressed?: boolean
  tabIndex?: number
  shortcut?: string
}) => {
  const { onClick, disabled, menu, pressed, tabIndex, shortcut } = rest
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      title={label}
      aria-haspopup={menu ? 'menu' : undefined}
      aria-pressed={pressed}
      aria-keyshortcuts={shortcut}
      disabled={disabled}
      tabIndex={tabIndex}
      onClick={onClick}
    >
      <Icon name={icon} />
      {children}
    </button>
  )
}
