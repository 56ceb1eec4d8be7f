/** The end of a long list: more of it is drawn when the user scrolls up. */
import { useState } from 'preact/hooks'

/** How many are drawn first, and added each time. */
const PORTION = 150

export function usePortion(total: number, key: unknown) {
  const [state, setState] = useState({ most: PORTION, key })
  const most = state.key === key ? state.most : PORTION
  return {
    /** Index of the first that is drawn. */
    from: Math.max(0, total - most),
    /** Draws more; at least from an index on. */
    grow: (from = total - most - PORTION) =>
      setState({ most: Math.max(most, total - Math.max(0, from)), key }),
  }
}
