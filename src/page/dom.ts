/** Creates elements without a framework. Text is never parsed as HTML. */

type Child = Node | string | number | false | undefined

/** Attributes. Functions are listeners (`onclick`), `true` is an empty attribute, `false` and `undefined` remove it. */
type Props = Readonly<
  Record<string, string | number | boolean | undefined | ((event: never) => void)>
>

export function set(element: Element, props: Props): void {
  for (const [name, value] of Object.entries(props))
    if (typeof value === 'function')
      element.addEventListener(name.slice(2), value as (event: Event) => void)
    else if (value === false || value === undefined) element.removeAttribute(name)
    else element.setAttribute(name, value === true ? '' : String(value))
}

export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  props: Props = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  set(element, props)
  for (const child of children)
    if (child !== false && child !== undefined)
      element.append(typeof child === 'number' ? String(child) : child)
  return element
}

/** Line icons on a 24 × 24 grid. */
const paths = {
  plus: 'M12 5v14M5 12h14',
  send: 'M4 12l16-8-6 16-3-6z',
  smile: 'M12 3a9 9 0 100 18 9 9 0 000-18zM8.5 14.5a4.5 4.5 0 007 0M9 9.5v.1M15 9.5v.1',
  picture: 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.5 9v.1',
  pin: 'M12 21s7-6.3 7-11.5A7 7 0 005 9.5C5 14.7 12 21 12 21zM12 12a2.5 2.5 0 100-5 2.5 2.5 0 000 5z',
  more: 'M5 12v.1M12 12v.1M19 12v.1',
  gear: 'M12 9a3 3 0 100 6 3 3 0 000-6zM12 3v2.500M12 18.500V21M3 12h2.500M18.500 12H21M5.600 5.600l1.800 1.800M16.600 16.600l1.800 1.800M18.400 5.600l-1.800 1.800M7.400 16.600l-1.800 1.800M12 5.500a6.500 6.500 0 100 13 6.500 6.500 0 000-13z',
  moon: 'M20 14.500A8.5 8.5 0 119.5 4a7 7 0 0010.5 10.500z',
  sun: 'M12 8a4 4 0 100 8 4 4 0 000-8zM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.5 1.500M17.5 17.500L19 19M19 5l-1.5 1.500M6.5 17.500L5 19',
  people:
    'M9 11a3.5 3.5 0 100-7 3.5 3.5 0 000 7zM2.5 20a6.5 6.5 0 0113 0M16 4.500a3.5 3.5 0 010 6.500M18 14.500a6.5 6.5 0 013.5 5.5',
  chat: 'M5 5h14a2 2 0 012 2v8a2 2 0 01-2 2h-7l-5 4v-4H5a2 2 0 01-2-2V7a2 2 0 012-2z',
  list: 'M8 6h12M8 12h12M8 18h12M4 6v.1M4 12v.1M4 18v.1',
  again: 'M4 12a8 8 0 0113.7-5.600L20 9M20 4v5h-5M20 12a8 8 0 01-13.7 5.600L4 15M4 20v-5h5',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  close: 'M6 6l12 12M18 6L6 18',
  reply: 'M9 6L4 11l5 5M4 11h10a6 6 0 016 6v1',
  edit: 'M4 20l1-4.500L16.500 4a2.100 2.100 0 013 3L8 18.500zM14.500 6l3 3',
  undo: 'M5 7h14M9 7V4h6v3M7 7l1 13h8l1-13M10.500 11v5M13.500 11v5',
  code: 'M8 7l-5 5 5 5M16 7l5 5-5 5M13.500 5l-3 14',
  play: 'M7 5v14l12-7z',
  audio: 'M12 4a3 3 0 013 3v4a3 3 0 01-6 0V7a3 3 0 013-3zM6 11a6 6 0 0012 0M12 17v3',
  file: 'M6 3.500h8l4.500 4.500v12.500H6zM14 3.500V8h4.500',
  down: 'M6 9l6 6 6-6',
  up: 'M6 15l6-6 6 6',
} as const

export type Icon = keyof typeof paths

export function icon(name: Icon): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  set(svg, { class: 'icon', viewBox: '0 0 24 24', 'aria-hidden': 'true' })
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  path.setAttribute('d', paths[name])
  svg.append(path)
  return svg
}

/** A button with an icon and an accessible label. */
export const iconButton = (
  name: Icon,
  label: string,
  onclick: (event: MouseEvent) => void,
  props: Props = {},
): HTMLButtonElement =>
  h(
    'button',
    { type: 'button', class: 'icon-button', 'aria-label': label, title: label, onclick, ...props },
    icon(name),
  )

/** Replaces the content of an element. */
export const fill = (element: Element, ...children: readonly Child[]): void =>
  element.replaceChildren(
    ...children
      .filter((child): child is Node | string | number => child !== false && child !== undefined)
      .map((child) => (typeof child === 'number' ? String(child) : child)),
  )
