/** Draws a rich menu smaller on low screens, so that the messages keep half of the phone. */

/** Share of the phone's height that messages have at least. */
const SHARE = 0.5
/** Smallest scale of a menu. */
const SMALLEST = 0.4

/** Scale of the menu so that everything else fits. */
export const menuScale = (phone: number, bars: number, menu: number): number =>
  menu <= 0 ? 1 : Math.max(SMALLEST, Math.min(1, (phone * (1 - SHARE) - bars) / menu))

/** Keeps the scale right while sizes change. Returns a function that ends it. */
export function fitMenu(phone: HTMLElement): () => void {
  const scroller = phone.querySelector<HTMLElement>('.scroller')!
  const picture = phone.querySelector<HTMLElement>('.menu-picture')!
  const fit = () => {
    const { clientHeight } = phone
    const drawn = picture.getBoundingClientRect().height
    const bars = clientHeight - scroller.getBoundingClientRect().height - drawn
    const full = drawn / Number(picture.dataset['scale'] ?? 1)
    const scale = Math.floor(menuScale(clientHeight, bars, full) * 1000) / 1000
    if (picture.dataset['scale'] === String(scale)) return
    picture.dataset['scale'] = String(scale)
    picture.style.setProperty('--menu-scale', String(scale))
  }
  const sizes = new ResizeObserver(fit)
  for (const part of [phone, picture, ...phone.querySelectorAll('.composer, .quick-bar')])
    sizes.observe(part)
  return () => sizes.disconnect()
}
