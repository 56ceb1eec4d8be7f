/** Bowls of noodles, seen from above. */
import {
  chance,
  circle,
  line,
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
