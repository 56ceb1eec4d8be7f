/** Small things: a cat, a cake, stars, tickets. */
import {
  chance,
  circle,
  line,
  linear,
  moved,
  n,
  oval,
  path,
  radial,
  rect,
  scaled,
  shadow,
  shadows,
  svg,
} from './draw.ts'

/** The head of a cat of three colours. */
const cat =
  path(
    'M-92-40l-10-86 74 42zM92-40l10-86-74 42z',
    '#fffaf2',
    'stroke="#5b4636" stroke-width="7" stroke-linejoin="round"',
  ) +
  path('M-84-58l-6-46 40 24z', '#f4a9a8') +
  path('M84-58l6-46-40 24z', '#f4a9a8') +
  oval(0, 0, 112, 94, '#fffaf2', 'stroke="#5b4636" stroke-width="7"') +
  path('M-34-88C-84-74-112-40-111-6-76 2-44-22-34-88z', '#e8954a') +
  path('M34-88C84-74 112-40 111-6 76 2 44-22 34-88z', '#54443c') +
  line('M-34-88a112 94 0 0 0-77 82M34-88a112 94 0 0 1 77 82', '#5b4636', 7) +
  oval(-62, 34, 18, 11, '#f7b7ad', 'opacity=".8"') +
  oval(62, 34, 18, 11, '#f7b7ad', 'opacity=".8"') +
  path('M-11 22h22L0 33z', '#e4746f') +
  line('M0 33v9c-3 13-24 14-29 1M0 42c3 13 24 14 29 1', '#5b4636', 6) +
  line('M-76 22l-46-7M-76 38l-46 6M76 22l46-7M76 38l46 6', '#5b4636', 4, 'opacity=".65"')

const openEyes =
  circle(-42, 4, 12, '#3d2f26') +
  circle(42, 4, 12, '#3d2f26') +
  circle(-38, 0, 4, '#fff') +
  circle(46, 0, 4, '#fff')
const happyEyes = line('M-58 8c6-15 26-15 32 0M26 8c6-15 26-15 32 0', '#3d2f26', 8)

/** The face of the shop's cat. */
export const mike = (): string =>
  svg(
    240,
    240,
    linear('back', [
      [0, '#ffe3b8'],
      [1, '#f7b978'],
    ]),
    rect(0, 0, 240, 240, 'url(#back)'),
    scaled(120, 136, 0.86, cat, openEyes),
  )

const confetti = (seed: number, width: number, height: number): string => {
  const random = chance(seed)
  return Array.from({ length: 26 }, () => {
    const color = ['#f2545b', '#ffb52e', '#3fa7d6', '#59c08b', '#a06cd5'][Math.floor(random() * 5)]!
    return moved(
      Math.round(random() * width),
      Math.round(random() * height),
      Math.round(random() * 180),
      random() > 0.5 ? rect(-6, -3, 12, 6, color, 'rx="1"') : circle(0, 0, 4, color),
    )
  }).join('')
}

const cake =
  shadow(0, 92, 130, 22) +
  oval(0, 84, 116, 24, '#fff', 'stroke="#d9cfc4" stroke-width="3"') +
  path('M-92 6v66c0 26 184 26 184 0V6z', '#fbe3c0') +
  path('M-92 34v14c0 26 184 26 184 0V34c0 26-184 26-184 0z', '#e4607a') +
  path(
    'M-92 4c0 34 20 36 26 18 6 26 30 24 34 8 6 26 34 26 40 2 6 20 30 18 34-4 8 22 50 18 50-24z',
    '#fffaf4',
  ) +
  oval(0, 4, 92, 24, '#fffdfa') +
  [-58, -20, 20, 58]
    .map(
      (x, i) =>
        circle(x, i % 3 ? 12 : 4, 12, '#e0294a') +
        circle(x - 4, i % 3 ? 8 : 0, 3, '#fff', 'opacity=".8"'),
    )
    .join('') +
  [-38, 0, 38]
    .map(
      (x, i) =>
        rect(x - 5, -52, 10, 54, ['#7cc6e8', '#f6b6c8', '#a9d98c'][i]!, 'rx="3"') +
        path(`M${x} -84c12 14 12 26 0 30-12-4-12-16 0-30z`, '#ffb52e') +
        path(`M${x} -70c5 7 5 12 0 14-5-2-5-7 0-14z`, '#fff3c4'),
    )
    .join('')

/** A sticker without ground: the cat has a cake. */
export const cakeCat = (): string =>
  svg(
    370,
    320,
    shadows,
    confetti(5, 370, 120),
    scaled(
      185,
      172,
      0.84,
      path('M0-168l-36 76h72z', '#4aa3df'),
      line('M-22-118l36 14M-12-140l20 8', '#fff', 7),
      circle(0, -168, 13, '#ffd34d'),
      cat,
      happyEyes,
    ),
    scaled(185, 248, 0.6, cake),
    oval(116, 262, 24, 19, '#fffaf2', 'stroke="#5b4636" stroke-width="6"'),
    oval(254, 262, 26, 20, '#fffaf2', 'stroke="#5b4636" stroke-width="6"'),
  )

/** A sticker without ground: the cat waves. */
export const wavingCat = (): string =>
  svg(
    370,
    320,
    shadows,
    shadow(185, 306, 130, 14),
    path(
      'M104 306c0-76 30-106 81-106s81 30 81 106z',
      '#fffaf2',
      'stroke="#5b4636" stroke-width="7"',
    ),
    path('M150 206c20 26 50 26 70 0l-8 40h-54z', '#5f9c4a'),
    circle(185, 240, 9, '#ffd34d'),
    moved(
      292,
      196,
      24,
      oval(0, 0, 27, 54, '#fffaf2', 'stroke="#5b4636" stroke-width="7"'),
      oval(0, -30, 13, 11, '#f4a9a8'),
    ),
    scaled(185, 142, 0.96, cat, openEyes),
    line('M326 132c10 8 13 20 10 34M342 116c15 13 19 34 13 55', '#e8954a', 6),
  )

/** What a birthday coupon shows. */
export const birthday = (): string =>
  svg(
    906,
    600,
    shadows,
    radial(
      'back',
      [
        [0, '#fff1e6'],
        [1, '#f8b9c4'],
      ],
      0.5,
      0.45,
      0.8,
    ),
    rect(0, 0, 906, 600, 'url(#back)'),
    confetti(9, 906, 330),
    confetti(19, 906, 420),
    scaled(453, 346, 1.85, cake),
  )

export const star = (color: string): string =>
  svg(
    48,
    48,
    path(
      'M24 3l6.400 13.800 15.100 1.900-11.100 10.400 2.900 14.900L24 36.600 10.700 44l2.900-14.900L2.500 18.700l15.100-1.900z',
      color,
    ),
  )

/** An emoji: a cup of green tea. */
export const teaEmoji = (): string =>
  svg(
    96,
    96,
    line('M36 24c-6-8 6-10 0-18M52 26c-6-8 6-12 0-20', '#b9c4c9', 5),
    path('M14 38c0 34 12 48 32 48s32-14 32-48z', '#f6f1e7', 'stroke="#7a6a58" stroke-width="4"'),
    oval(46, 38, 32, 9, '#9ac24a', 'stroke="#7a6a58" stroke-width="4"'),
    line('M24 58c14 5 30 5 44 0', '#7fb0cf', 5),
  )

export const slip = (): string =>
  svg(
    96,
    96,
    rect(0, 0, 96, 96, '#ffe9c7'),
    rect(24, 16, 48, 64, '#fff', 'rx="5" stroke="#c98a3a" stroke-width="4"'),
    line('M34 34h28M34 46h28M34 58h16', '#c98a3a', 5),
  )

/** Looks like a code that machines read, and says nothing. */
export function code(): string {
  const size = 25
  const random = chance(722)
  const finder = (x: number, y: number): string =>
    rect(x, y, 7, 7, '#111') + rect(x + 1, y + 1, 5, 5, '#fff') + rect(x + 2, y + 2, 3, 3, '#111')
  const isFinder = (x: number, y: number): boolean =>
    (x < 8 && y < 8) || (x >= size - 8 && y < 8) || (x < 8 && y >= size - 8)
  let dots = ''
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++)
      if (!isFinder(x, y) && random() > 0.5) dots += `M${n(x)} ${n(y)}h1v1h-1z`
  return svg(
    240,
    240,
    rect(0, 0, 240, 240, '#fff'),
    scaled(7.5, 7.5, 9, path(dots, '#111'), finder(0, 0), finder(size - 7, 0), finder(0, size - 7)),
  )
}

/** The sign of a shop, for its icon. */
export const shopIcon = (): string =>
  svg(
    240,
    240,
    linear('back', [
      [0, '#2f8f5b'],
      [1, '#1a6b43'],
    ]),
    rect(0, 0, 240, 240, 'url(#back)'),
    line(
      'M96 62c-12-16 12-20 0-36M126 66c-12-18 12-24 0-42M156 62c-12-16 12-20 0-36',
      '#fff',
      8,
      'opacity=".75"',
    ),
    path('M54 96c0 74 26 104 72 104s72-30 72-104z', '#fff'),
    oval(126, 96, 72, 20, '#d9efc2'),
    oval(126, 99, 62, 14, '#8fbf4a'),
    path('M44 206h164c-8 16-20 22-40 22H84c-20 0-32-6-40-22z', '#d9efe0'),
  )
