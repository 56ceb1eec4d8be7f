/** A plate of papaya salad, seen from above. */
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
  shadow,
  shadows,
  svg,
} from './draw.ts'
import { table } from './table.ts'

/** Papaya salad on a banana leaf. */
export function papayaSalad(): string {
  const random = chance(42)
  const shreds = Array.from({ length: 230 }, () => {
    const a = random() * Math.PI * 2
    const d = Math.sqrt(random()) * 150
    const x = 500 + Math.cos(a) * d
    const y = 325 + Math.sin(a) * d * 0.86
    const turn = `q${n(random() * 60 - 30)} ${n(random() * 60 - 30)} ${n(random() * 120 - 60)} ${n(random() * 100 - 50)}`
    const color = ['#f3e5a2', '#e9d67e', '#f8f0c4', '#f0a452', '#d9e3a0'][Math.floor(random() * 5)]!
    return (
      line(`M${n(x)} ${n(y)}${turn}`, '#5a4a12', 8, 'opacity=".16"') +
      line(`M${n(x)} ${n(y - 3)}${turn}`, color, 6.5)
    )
  }).join('')
  const tomato = (x: number, y: number, turn: number): string =>
    moved(
      x,
      y,
      turn,
      path(
        'M-44 0a44 34 0 0 1 88 0c-20 14-68 14-88 0z',
        '#000',
        'opacity=".25" transform="translate(4 9)"',
      ),
      path('M-44 0a44 34 0 0 1 88 0c-20 14-68 14-88 0z', '#d8361f'),
      path('M-44 0c14-12 74-12 88 0-20 16-68 16-88 0z', '#f0654a'),
      oval(-14, 1, 9, 4, '#f9c58e'),
      oval(12, 2, 9, 4, '#f9c58e'),
    )
  const bean = (x: number, y: number, turn: number): string =>
    moved(
      x,
      y,
      turn,
      rect(-42, -3, 88, 13, '#000', 'rx="6" opacity=".2"'),
      rect(-44, -7, 88, 13, '#4f8d33', 'rx="6"'),
      rect(-38, -5, 70, 4, '#a3cf74', 'rx="2" opacity=".7"'),
    )
  const peanut = (x: number, y: number): string =>
    oval(x + 2, y + 4, 13, 9, '#000', 'opacity=".2"') +
    oval(x, y, 13, 9, '#d9a45f') +
    oval(x - 3, y - 2, 6, 3, '#f0cf98')
  const pepper = (x: number, y: number, turn: number): string =>
    moved(
      x,
      y,
      turn,
      path(
        'M0 5c30-14 62-10 84 12-30 8-62 6-84-12z',
        '#000',
        'opacity=".2" transform="translate(3 6)"',
      ),
      path('M0 0c30-14 62-10 84 12-30 8-62 6-84-12z', '#d81f26'),
      line('M2 0c-8-3-13-6-19-5', '#3f7d2f', 5),
      line('M14-2c16-6 30-5 44 0', '#ff8f86', 3),
    )
  const lime = (x: number, y: number): string =>
    circle(x + 4, y + 8, 50, '#000', 'opacity=".22"') +
    circle(x, y, 50, '#5d9a2f') +
    circle(x, y, 45, '#eef6c8') +
    Array.from({ length: 8 }, (_, i) =>
      moved(x, y, i * 45, path('M0-4c-13-12-15-28-8-36 6-3 10-3 16 0 7 8 5 24-8 36z', '#b5d968')),
    ).join('')
  const leafLines = Array.from({ length: 22 }, (_, i) =>
    line(
      `M${90 + i * 38} 330q18 ${i % 2 ? 90 : -90} 60 ${i % 2 ? 190 : -190}`,
      '#1f5c32',
      2,
      'opacity=".28"',
    ),
  ).join('')
  return svg(
    1000,
    650,
    shadows,
    radial('plate', [
      [0, '#ffffff'],
      [0.75, '#f7f3ea'],
      [1, '#ded6c4'],
    ]),
    linear(
      'leaf',
      [
        [0, '#4fa45a'],
        [0.5, '#2f7d43'],
        [1, '#3f9650'],
      ],
      0,
      1,
    ),
    table(1000, 650, '#5c3a26', '#9a6a45'),
    path(
      'M20 340C160 60 820 20 985 300 860 620 170 660 20 340z',
      '#000',
      'opacity=".25" transform="translate(6 16)"',
    ),
    path('M20 340C160 60 820 20 985 300 860 620 170 660 20 340z', 'url(#leaf)'),
    leafLines,
    line('M30 340C300 310 700 290 980 302', '#8fd08c', 7, 'opacity=".8"'),
    shadow(510, 362, 320, 268),
    oval(500, 325, 290, 244, 'url(#plate)'),
    oval(500, 325, 232, 194, '#fff', 'opacity=".75" stroke="#d9cfba" stroke-width="3"'),
    oval(500, 334, 188, 150, '#e2cf86', 'opacity=".55"'),
    shreds,
    tomato(404, 268, -20),
    tomato(584, 250, 24),
    tomato(520, 402, 168),
    bean(440, 372, 24),
    bean(600, 344, -38),
    bean(486, 238, -12),
    pepper(556, 300, 18),
    pepper(408, 336, -34),
    [
      [470, 306],
      [536, 352],
      [462, 420],
      [620, 398],
      [382, 384],
      [548, 226],
      [428, 300],
    ]
      .map(([x, y]) => peanut(x!, y!))
      .join(''),
    lime(716, 178),
    moved(
      296,
      500,
      20,
      path('M0 0c30-40 84-44 112-14-22 36-74 46-112 14z', '#58a04c'),
      line('M6-1c34-16 66-20 98-14', '#bfe3a6', 3),
    ),
  )
}
