/** What the drawings share: SVG of plain shapes, as `toPng` takes it. */

/** A whole drawing. */
export const svg = (width: number, height: number, ...parts: string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${parts.join('')}</svg>`

type Stop = readonly [at: number, color: string, opacity?: number]

const stops = (all: readonly Stop[]): string =>
  all
    .map(
      ([at, color, opacity = 1]) =>
        `<stop offset="${at}" stop-color="${color}" stop-opacity="${opacity}"/>`,
    )
    .join('')

/** A gradient from top to bottom, or along the line from (0, 0) to `(x, y)`. */
export const linear = (id: string, all: readonly Stop[], x = 0, y = 1): string =>
  `<defs><linearGradient id="${id}" x1="0" y1="0" x2="${x}" y2="${y}">${stops(all)}</linearGradient></defs>`

/** A gradient from a point to the outside. */
export const radial = (id: string, all: readonly Stop[], x = 0.5, y = 0.5, r = 0.5): string =>
  `<defs><radialGradient id="${id}" cx="${x}" cy="${y}" r="${r}">${stops(all)}</radialGradient></defs>`

/** A soft shadow below something; `#shadow` is defined once a drawing. */
export const shadows = radial('shadow', [
  [0, '#000', 0.42],
  [0.6, '#000', 0.22],
  [1, '#000', 0],
])
export const shadow = (x: number, y: number, rx: number, ry: number): string =>
  `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="url(#shadow)"/>`

export const rect = (
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string,
  more = '',
): string => `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}" ${more}/>`

export const circle = (x: number, y: number, r: number, fill: string, more = ''): string =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}" ${more}/>`

export const oval = (
  x: number,
  y: number,
  rx: number,
  ry: number,
  fill: string,
  more = '',
): string => `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${fill}" ${more}/>`

export const path = (d: string, fill: string, more = ''): string =>
  `<path d="${d}" fill="${fill}" ${more}/>`

export const line = (d: string, color: string, width: number, more = ''): string =>
  `<path d="${d}" fill="none" stroke="${color}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" ${more}/>`

export const moved = (x: number, y: number, turn: number, ...parts: string[]): string =>
  `<g transform="translate(${x} ${y}) rotate(${turn})">${parts.join('')}</g>`

export const scaled = (x: number, y: number, scale: number, ...parts: string[]): string =>
  `<g transform="translate(${x} ${y}) scale(${scale})">${parts.join('')}</g>`

/** Numbers of 0 to 1 that look like chance and are the same every time. */
export function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Short enough for a path. */
export const n = (value: number): string => String(Math.round(value * 10) / 10)
