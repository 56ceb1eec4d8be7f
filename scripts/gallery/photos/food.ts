/** Things to eat, seen from above. */
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

/** Boards of a table. */
function table(width: number, height: number, dark: string, light: string): string {
  const random = chance(7)
  const boards = [
    linear(
      'wood',
      [
        [0, light],
        [1, dark],
      ],
      1,
      1,
    ),
    rect(0, 0, width, height, 'url(#wood)'),
  ]
  for (let y = 0; y < height; y += height / 5) {
    boards.push(
      rect(0, y, width, 2, '#000', 'opacity=".22"'),
      rect(0, y + 2, width, 1.5, '#fff', 'opacity=".08"'),
    )
    for (let i = 0; i < 7; i++) {
      const at = y + 10 + random() * (height / 5 - 16)
      const from = random() * width
      boards.push(
        line(
          `M${n(from)} ${n(at)}q${n(40 + random() * 60)} ${n(random() * 8 - 4)} ${n(120 + random() * 140)} 0`,
          '#000',
          1.2,
          'opacity=".09"',
        ),
      )
    }
  }
  return boards.join('')
}

const sticks = (x: number, y: number, turn: number): string =>
  moved(
    x,
    y,
    turn,
    rect(-5, -250, 9, 500, '#000', 'opacity=".2" rx="4" transform="translate(7 9)"'),
    rect(-5, -250, 9, 500, '#8c3b2a', 'rx="4"'),
    rect(-5, -250, 3, 500, '#fff', 'opacity=".2" rx="1.500"'),
    rect(12, -247, 9, 500, '#000', 'opacity=".2" rx="4" transform="translate(7 9)"'),
    rect(12, -247, 9, 500, '#8c3b2a', 'rx="4"'),
    rect(12, -247, 3, 500, '#fff', 'opacity=".2" rx="1.500"'),
  )

const egg = (x: number, y: number, turn: number): string =>
  moved(
    x,
    y,
    turn,
    oval(3, 6, 44, 36, '#000', 'opacity=".22"'),
    oval(0, 0, 44, 35, '#c98b4a'),
    oval(0, 0, 41, 32, '#fffaf0'),
    oval(3, 0, 23, 20, 'url(#yolk)'),
    oval(-3, -6, 7, 4, '#fff', 'opacity=".55"'),
  )

const pork = (x: number, y: number, turn: number): string =>
  moved(
    x,
    y,
    turn,
    oval(4, 8, 62, 54, '#000', 'opacity=".22"'),
    oval(0, 0, 62, 54, '#8d5233'),
    oval(0, 0, 56, 48, '#d9a07e'),
    line('M-34 6c-2-30 36-44 56-22 16 18 2 42-18 40-16-2-22-18-10-26 8-5 16 0 15 7', '#f6dcc6', 9),
    line('M-40 16c10 22 46 32 68 12', '#f0cdb2', 6),
    oval(-18, -24, 16, 7, '#fff', 'opacity=".18" transform="rotate(-28)"'),
  )

const seaweed = (x: number, y: number, turn: number): string =>
  moved(
    x,
    y,
    turn,
    rect(4, 7, 70, 132, '#000', 'opacity=".25" rx="3"'),
    rect(0, 0, 70, 132, '#1f3328', 'rx="3"'),
    rect(0, 0, 70, 132, '#3f6350', 'rx="3" opacity=".28"'),
    line('M12 8v116M30 6v120M49 8v116', '#12211a', 2, 'opacity=".55"'),
  )

const fishCake = (x: number, y: number): string => {
  const teeth = Array.from({ length: 16 }, (_, i) => {
    const a = (i / 16) * Math.PI * 2
    return circle(Math.cos(a) * 28, Math.sin(a) * 28, 8, '#fffdf8')
  }).join('')
  return moved(
    x,
    y,
    12,
    oval(3, 6, 36, 35, '#000', 'opacity=".2"'),
    teeth,
    circle(0, 0, 30, '#fffdf8'),
    line('M-14 4c-2-16 18-24 26-10 6 12-8 22-16 14-6-6 0-14 6-11', '#ea7ba0', 6),
  )
}

function onions(cx: number, cy: number, spread: number, count: number, seed: number): string {
  const random = chance(seed)
  return Array.from({ length: count }, () => {
    const a = random() * Math.PI * 2
    const d = Math.sqrt(random()) * spread
    const x = cx + Math.cos(a) * d
    const y = cy + Math.sin(a) * d
    const r = 7 + random() * 4
    const color = ['#7fb84a', '#9dcb62', '#5f9c3c'][Math.floor(random() * 3)]!
    return `${oval(x + 1.5, y + 3, r, r * 0.8, '#000', 'opacity=".18"')}<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(r)}" ry="${n(r * 0.8)}" fill="#eef6d4" fill-opacity=".85" stroke="${color}" stroke-width="4"/>`
  }).join('')
}

function noodles(seed: number, color: string): string {
  const random = chance(seed)
  return Array.from({ length: 70 }, (_, i) => {
    const a = (i / 70) * Math.PI * 2
    const x = 300 + Math.cos(a) * (20 + random() * 125)
    const y = 306 + Math.sin(a) * (20 + random() * 125)
    const turn = `q${n(random() * 90 - 45)} ${n(random() * 90 - 45)} ${n(random() * 150 - 75)} ${n(random() * 110 - 55)}`
    return (
      line(`M${n(x)} ${n(y)}${turn}`, '#000', 9, 'opacity=".12"') +
      line(`M${n(x)} ${n(y - 3)}${turn}`, color, 7)
    )
  }).join('')
}

function corn(seed: number): string {
  const random = chance(seed)
  return Array.from({ length: 34 }, () => {
    const a = random() * Math.PI * 2
    const d = Math.sqrt(random()) * 58
    return oval(
      392 + Math.cos(a) * d,
      372 + Math.sin(a) * d,
      9,
      7.5,
      random() > 0.5 ? '#ffd34d' : '#f6bd2c',
      'stroke="#c98a12" stroke-opacity=".35"',
    )
  }).join('')
}

function chili(seed: number): string {
  const random = chance(seed)
  const minced = Array.from({ length: 70 }, () => {
    const a = random() * Math.PI * 2
    const d = Math.sqrt(random()) * 72
    return circle(
      300 + Math.cos(a) * d,
      300 + Math.sin(a) * d * 0.9,
      6 + random() * 7,
      ['#8a4a2c', '#a05a36', '#743a22'][Math.floor(random() * 3)]!,
    )
  }).join('')
  const oil = Array.from({ length: 26 }, () => {
    const a = random() * Math.PI * 2
    const d = 110 + random() * 70
    return circle(
      300 + Math.cos(a) * d,
      300 + Math.sin(a) * d,
      4 + random() * 10,
      '#e2401f',
      'opacity=".55"',
    )
  }).join('')
  return oil + minced
}

interface Bowl {
  outside: string
  rim: string
  broth: readonly [string, string]
  noodle: string
  toppings: string
  table: readonly [string, string]
}

const bowls: Readonly<Record<string, Bowl>> = {
  shoyu: {
    outside: '#20242c',
    rim: '#c8452f',
    broth: ['#a8622a', '#6d3512'],
    noodle: '#f2d58b',
    toppings:
      seaweed(372, 118, 14) +
      pork(225, 258, -20) +
      pork(306, 226, 24) +
      egg(382, 330, 20) +
      fishCake(228, 372) +
      onions(312, 388, 46, 22, 3),
    table: ['#3b2a20', '#6b4a33'],
  },
  miso: {
    outside: '#7a2f22',
    rim: '#f1e3cb',
    broth: ['#d79a4c', '#a9662a'],
    noodle: '#f5dd92',
    toppings:
      pork(232, 250, 8) +
      corn(5) +
      egg(256, 376, -16) +
      egg(322, 232, 30) +
      onions(340, 306, 44, 24, 9) +
      seaweed(420, 190, 40),
    table: ['#8a6a4a', '#b58f67'],
  },
  tonkotsu: {
    outside: '#f4f1ea',
    rim: '#2c4f77',
    broth: ['#fbeed2', '#e6c995'],
    noodle: '#f8e7b0',
    toppings:
      pork(228, 262, -30) +
      pork(290, 220, 6) +
      pork(368, 250, 34) +
      egg(380, 348, 10) +
      seaweed(168, 300, 30) +
      onions(292, 366, 56, 34, 21),
    table: ['#2d2b2f', '#55505a'],
  },
  tantan: {
    outside: '#2b2e34',
    rim: '#e9e2d4',
    broth: ['#e0803c', '#b5401f'],
    noodle: '#f4d98c',
    toppings:
      chili(4) +
      onions(300, 292, 40, 26, 13) +
      egg(398, 372, 28) +
      moved(
        196,
        384,
        -30,
        path('M0 0c26-40 70-44 92-20-16 34-58 46-92 20z', '#4f8f4a'),
        line('M6-2c26-14 52-20 80-18', '#a9d59a', 4),
      ),
    table: ['#5a3d2b', '#8b6444'],
  },
}

/** A bowl of noodles. */
export function ramen(kind: string): string {
  const bowl = bowls[kind]!
  return svg(
    600,
    600,
    shadows,
    radial('broth', [
      [0, bowl.broth[0]],
      [1, bowl.broth[1]],
    ]),
    radial(
      'yolk',
      [
        [0, '#ffb02e'],
        [0.7, '#f7931e'],
        [1, '#e87b12'],
      ],
      0.4,
      0.4,
      0.7,
    ),
    radial('shine', [
      [0, '#fff', 0.5],
      [1, '#fff', 0],
    ]),
    table(600, 600, bowl.table[0], bowl.table[1]),
    sticks(556, 330, 8),
    shadow(312, 334, 290, 280),
    circle(300, 300, 244, bowl.outside),
    circle(300, 300, 244, '#fff', 'opacity=".07"'),
    circle(300, 300, 228, bowl.rim),
    circle(300, 300, 214, bowl.outside),
    circle(300, 300, 206, '#000', 'opacity=".35"'),
    circle(300, 302, 202, 'url(#broth)'),
    noodles(kind.length * 11, bowl.noodle),
    oval(196, 212, 60, 26, 'url(#shine)', 'transform="rotate(-38 196 212)"'),
    bowl.toppings,
    line('M92 214a226 226 0 0 1 92-108', '#fff', 7, 'opacity=".45"'),
  )
}

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
