/** Houses and streets. */
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

const cloud = (x: number, y: number, scale: number): string =>
  scaled(
    x,
    y,
    scale,
    path(
      'M0 40c-26 0-34-36-8-42 4-34 54-40 66-10 22-12 46 6 40 28 26 2 24 24 2 24z',
      '#fff',
      'opacity=".9"',
    ),
  )

/** A cherry tree in bloom. */
function cherry(x: number, y: number, scale: number, seed: number): string {
  const random = chance(seed)
  const blossoms = Array.from({ length: 46 }, () => {
    const a = random() * Math.PI * 2
    const d = Math.sqrt(random())
    const color = ['#f7c3d3', '#fbd9e3', '#f2a9c1', '#fde9ef'][Math.floor(random() * 4)]!
    return circle(
      Math.cos(a) * d * 96,
      -168 + Math.sin(a) * d * 72,
      16 + random() * 22,
      color,
      'opacity=".92"',
    )
  }).join('')
  return scaled(
    x,
    y,
    scale,
    shadow(0, 4, 90, 16),
    path(
      'M-11 0c4-60-2-90-30-130l14-6c18 20 24 34 26 50 4-24 12-40 34-58l10 9c-26 30-32 74-26 135z',
      '#6b4636',
    ),
    blossoms,
  )
}

/** A small clinic in spring. */
export function clinic(): string {
  const window = (x: number, y: number, w = 92, h = 78): string =>
    rect(x, y, w, h, '#5d7f93', 'rx="4"') +
    rect(x + 5, y + 5, w - 10, h - 10, 'url(#pane)', 'rx="2"') +
    path(
      `M${x + 5} ${y + h - 5}l${w - 30} ${10 - h}h20L${x + 25} ${y + h - 5}z`,
      '#fff',
      'opacity=".3"',
    ) +
    rect(x + w / 2 - 2, y + 4, 4, h - 8, '#f7f5f0')
  const random = chance(12)
  const petals = Array.from({ length: 30 }, () =>
    oval(
      random() * 906,
      470 + random() * 120,
      5,
      3,
      '#f6b9cc',
      `opacity="${n(0.5 + random() * 0.5)}"`,
    ),
  ).join('')
  return svg(
    906,
    600,
    shadows,
    linear('sky', [
      [0, '#7fc1ea'],
      [1, '#dff1fa'],
    ]),
    linear('pane', [
      [0, '#bfe3f2'],
      [1, '#7fb3cb'],
    ]),
    linear('wall', [
      [0, '#fffdf9'],
      [1, '#efe7da'],
    ]),
    linear('lawn', [
      [0, '#a9d17c'],
      [1, '#7fb457'],
    ]),
    rect(0, 0, 906, 600, 'url(#sky)'),
    cloud(120, 90, 1.2),
    cloud(640, 60, 1.5),
    path('M0 420C150 350 260 380 380 400S700 340 906 410V600H0z', '#8fc486'),
    rect(0, 462, 906, 138, 'url(#lawn)'),
    path('M372 466h162l120 134H270z', '#e6dccb'),
    shadow(455, 468, 340, 34),
    rect(178, 190, 550, 276, 'url(#wall)', 'rx="4"'),
    path('M150 196l60-66h486l60 66z', '#c65d6f'),
    path('M150 196h606v14H150z', '#a64657'),
    rect(382, 214, 142, 64, '#fff', 'rx="10" stroke="#e8c9cf" stroke-width="3"'),
    path('M445 226h16v12h12v16h-12v12h-16v-12h-12v-16h12z', '#e0566c'),
    window(214, 262),
    window(600, 262),
    window(214, 372, 92, 64),
    window(600, 372, 92, 64),
    rect(380, 306, 146, 160, '#6b8ea0', 'rx="5"'),
    rect(388, 314, 62, 152, 'url(#pane)'),
    rect(456, 314, 62, 152, 'url(#pane)'),
    path('M388 466l62-130v34l-46 96zM456 466l62-130v34l-46 96z', '#fff', 'opacity=".25"'),
    rect(360, 294, 186, 14, '#e0566c', 'rx="4"'),
    circle(334, 452, 30, '#5e9a4c'),
    circle(572, 452, 30, '#5e9a4c'),
    circle(352, 462, 20, '#71ad5b'),
    circle(590, 462, 20, '#71ad5b'),
    cherry(96, 500, 1.25, 3),
    cherry(812, 508, 1.45, 8),
    petals,
  )
}

const lantern = (x: number, y: number, scale: number): string =>
  scaled(
    x,
    y,
    scale,
    circle(0, 40, 96, 'url(#glow)'),
    line('M0-30v26', '#2a1c16', 4),
    rect(-22, -8, 44, 12, '#2a1c16', 'rx="3"'),
    oval(0, 42, 46, 42, 'url(#paper)'),
    line(
      'M-34 20c20 9 48 9 68 0M-44 42c26 11 62 11 88 0M-34 64c20 9 48 9 68 0',
      '#a1271b',
      2.5,
      'opacity=".55"',
    ),
    rect(-20, 80, 40, 11, '#2a1c16', 'rx="3"'),
    line('M0 91v26', '#d9a441', 6),
  )

const night =
  radial('glow', [
    [0, '#ffcf7a', 0.6],
    [1, '#ffcf7a', 0],
  ]) +
  radial(
    'paper',
    [
      [0, '#ff8a5c'],
      [0.55, '#e4472f'],
      [1, '#b52a1e'],
    ],
    0.45,
    0.5,
    0.6,
  )

/** The door of a guest house at dusk. */
export function door(): string {
  const tiles = Array.from({ length: 26 }, (_, i) =>
    circle(10 + i * 34, 128, 19, i % 2 ? '#3a4653' : '#435060'),
  ).join('')
  const bricks = Array.from({ length: 11 }, (_, row) =>
    Array.from({ length: 10 }, (_, column) =>
      rect(
        column * 92 - (row % 2 ? 46 : 0),
        150 + row * 40,
        88,
        36,
        (row * 7 + column * 3) % 5 < 2 ? '#9a5142' : '#8b4638',
        'rx="3"',
      ),
    ).join(''),
  ).join('')
  return svg(
    800,
    600,
    shadows,
    night,
    linear('dusk', [
      [0, '#33406b'],
      [1, '#c98a86'],
    ]),
    linear('inside', [
      [0, '#ffdf9e'],
      [1, '#f0a54c'],
    ]),
    linear('stone', [
      [0, '#8d867e'],
      [1, '#5f5952'],
    ]),
    rect(0, 0, 800, 600, 'url(#dusk)'),
    rect(0, 140, 800, 460, '#74392d'),
    bricks,
    rect(0, 98, 800, 26, '#2c3540'),
    tiles,
    rect(232, 170, 336, 400, '#4a2b1d', 'rx="6"'),
    rect(250, 190, 300, 380, 'url(#inside)'),
    rect(250, 190, 145, 380, '#6b3d26'),
    rect(405, 190, 145, 380, '#6b3d26', 'opacity=".92"'),
    [266, 421]
      .map(
        (x) =>
          rect(x, 210, 113, 210, 'url(#inside)', 'rx="3"') +
          line(
            `M${x + 38} 210v210M${x + 76} 210v210M${x} 262h113M${x} 316h113M${x} 368h113`,
            '#6b3d26',
            7,
          ) +
          rect(x, 446, 113, 100, '#5a311e', 'rx="4"'),
      )
      .join(''),
    circle(383, 452, 8, '#d9a441'),
    circle(417, 452, 8, '#d9a441'),
    rect(250, 132, 300, 58, '#2d1a12', 'rx="5"'),
    rect(262, 141, 276, 40, '#c9a05a', 'rx="3"'),
    [300, 350, 400, 450, 500].map((x) => circle(x, 161, 9, '#5a311e')).join(''),
    lantern(170, 250, 1.05),
    lantern(630, 250, 1.05),
    rect(0, 566, 800, 34, 'url(#stone)'),
    path('M214 566h372l26 34H188z', '#b3aaa0'),
    path('M250 566h300l60 34H190z', '#ffd58a', 'opacity=".35"'),
    [92, 700]
      .map((x) =>
        scaled(
          x,
          500,
          1,
          shadow(0, 76, 70, 14),
          moved(0, 0, 0, path('M-38 0h76l-11 76h-54z', '#49606b')),
          path(
            'M0 6C-70-30-72-96-44-122-22-94-6-60 0 6zM0 6C70-24 76-90 52-120 24-98 4-58 0 6zM0 4C-28-60-16-132 6-152 28-124 26-60 0 4z',
            '#4d8a52',
          ),
          line(
            'M0 6C-30-40-40-80-43-112M0 6C24-40 40-80 50-110M0 2C-2-60 2-110 6-142',
            '#8cc18a',
            3,
          ),
        ),
      )
      .join(''),
  )
}

/** An old street with lanterns. */
export function street(): string {
  const side = (mirror: boolean): string => {
    const house = (
      x0: number,
      x1: number,
      top0: number,
      top1: number,
      bottom0: number,
      bottom1: number,
      color: string,
    ): string => {
      const at = (t: number, v: number): string => {
        const x = x0 + (x1 - x0) * t
        const top = top0 + (top1 - top0) * t
        const bottom = bottom0 + (bottom1 - bottom0) * t
        return `${n(x)} ${n(top + (bottom - top) * v)}`
      }
      const quad = (t0: number, v0: number, t1: number, v1: number, fill: string): string =>
        path(`M${at(t0, v0)}L${at(t1, v0)}L${at(t1, v1)}L${at(t0, v1)}z`, fill)
      return (
        quad(0, 0, 1, 1, color) +
        quad(0, -0.06, 1, 0.02, '#2f3640') +
        [0.12, 0.42, 0.72]
          .map(
            (t) =>
              quad(t, 0.14, t + 0.18, 0.36, '#ffd98c') + quad(t + 0.08, 0.14, t + 0.1, 0.36, color),
          )
          .join('') +
        quad(0.04, 0.48, 0.96, 0.56, '#b8432f') +
        [0.1, 0.55]
          .map(
            (t) =>
              quad(t, 0.62, t + 0.34, 1, '#f3b45e') + quad(t + 0.15, 0.62, t + 0.18, 1, '#5a3524'),
          )
          .join('')
      )
    }
    const houses =
      house(0, 190, -40, 80, 640, 500, '#6d4a3c') +
      house(190, 290, 92, 160, 500, 436, '#7f5a48') +
      house(290, 352, 164, 208, 436, 396, '#5d4439')
    return mirror ? `<g transform="translate(800 0) scale(-1 1)">${houses}</g>` : houses
  }
  const rope = (y: number, sag: number, scale: number, x0: number, x1: number): string => {
    const count = 7
    const lamps = Array.from({ length: count }, (_, i) => {
      const t = (i + 0.5) / count
      return lantern(x0 + (x1 - x0) * t, y + 4 * sag * t * (1 - t) + 26 * scale, scale)
    }).join('')
    return line(`M${x0} ${y}Q${(x0 + x1) / 2} ${y + 2 * sag} ${x1} ${y}`, '#241a18', 3) + lamps
  }
  return svg(
    800,
    600,
    shadows,
    night,
    linear('sky', [
      [0, '#1d2850'],
      [0.6, '#6d5f93'],
      [1, '#f0a888'],
    ]),
    linear('road', [
      [0, '#8d7468'],
      [1, '#4f423e'],
    ]),
    rect(0, 0, 800, 600, 'url(#sky)'),
    circle(470, 130, 38, '#fff3d0', 'opacity=".95"'),
    path('M340 400l60-66 60 66z', '#3d3a55'),
    path('M352 392h96l352 210H0z', 'url(#road)'),
    Array.from({ length: 8 }, (_, i) =>
      line(
        `M${n(352 - i * i * 6.5)} ${n(398 + i * i * 4)}H${n(448 + i * i * 6.5)}`,
        '#2f2624',
        2,
        'opacity=".35"',
      ),
    ).join(''),
    side(false),
    side(true),
    rope(186, 34, 0.3, 292, 508),
    rope(96, 46, 0.56, 176, 624),
    [
      [380, 432, 0.5],
      [424, 448, 0.62],
    ]
      .map(([x, y, s]) =>
        scaled(
          x!,
          y!,
          s!,
          shadow(0, 44, 30, 8),
          circle(0, -52, 15, '#2b2430'),
          path('M-20-34h40l8 76h-56z', '#2b2430'),
        ),
      )
      .join(''),
  )
}

/** A department store on its first day. */
export function opening(): string {
  const balloon = (x: number, y: number, color: string): string =>
    line(`M${x} ${y + 34}q10 50-6 96`, '#fff', 2, 'opacity=".7"') +
    oval(x, y, 28, 34, color) +
    oval(x - 9, y - 12, 7, 10, '#fff', 'opacity=".5"')
  const colors = ['#f2545b', '#ffb52e', '#3fa7d6', '#59c08b', '#a06cd5']
  const windows = Array.from({ length: 2 }, (_, row) =>
    Array.from({ length: 9 }, (_, i) =>
      rect(110 + i * 94, 130 + row * 92, 70, 64, 'url(#glass)', 'rx="3"'),
    ).join(''),
  ).join('')
  const flags = Array.from({ length: 21 }, (_, i) =>
    path(
      `M${20 + i * 50} ${n(72 - Math.sin((i / 20) * Math.PI) * -34)}h38l-19 36z`,
      colors[i % 5]!,
    ),
  ).join('')
  return svg(
    1040,
    585,
    shadows,
    linear('sky', [
      [0, '#4aa5e0'],
      [1, '#cdeaf8'],
    ]),
    linear('glass', [
      [0, '#d9f0fb'],
      [1, '#86b9d4'],
    ]),
    linear('front', [
      [0, '#fdf8ee'],
      [1, '#e8dcc6'],
    ]),
    rect(0, 0, 1040, 585, 'url(#sky)'),
    cloud(60, 40, 1.1),
    cloud(830, 30, 1.2),
    rect(70, 96, 900, 424, 'url(#front)'),
    windows,
    rect(70, 318, 900, 40, '#c8102e'),
    Array.from({ length: 30 }, (_, i) =>
      path(`M${70 + i * 30} 358h30v26a15 15 0 0 1-30 0z`, i % 2 ? '#fff' : '#e23a4c'),
    ).join(''),
    rect(390, 392, 260, 128, '#3d5a6c'),
    [400, 465, 530, 595].map((x) => rect(x, 400, 52, 120, 'url(#glass)')).join(''),
    [104, 236, 690, 822]
      .map(
        (x) =>
          rect(x, 404, 114, 100, 'url(#glass)', 'rx="3"') +
          rect(x + 18, 440, 26, 64, '#c76b8a') +
          rect(x + 66, 428, 26, 76, '#5f7fb8'),
      )
      .join(''),
    rect(0, 520, 1040, 65, '#cfc7bb'),
    path('M430 520h180l90 65H340z', '#c8102e'),
    flags,
    balloon(300, 424, colors[0]!),
    balloon(346, 394, colors[1]!),
    balloon(360, 448, colors[3]!),
    balloon(700, 424, colors[2]!),
    balloon(744, 396, colors[4]!),
    balloon(680, 454, colors[1]!),
    [
      [520, 470],
      [470, 486],
      [570, 486],
      [430, 520],
      [620, 524],
      [760, 540],
      [250, 536],
    ]
      .map(([x, y], i) =>
        scaled(
          x!,
          y!,
          0.9,
          shadow(0, 46, 30, 9),
          circle(0, -34, 14, '#6b4a3a'),
          path('M-19-18h38l7 62h-52z', colors[(i + 2) % 5]!),
        ),
      )
      .join(''),
  )
}

/** Hills by a lake, in plain colours: a picture that stands for any. */
export function hills(): string {
  return svg(
    800,
    600,
    rect(0, 0, 800, 600, '#bfe0f2'),
    circle(560, 170, 70, '#fff3c4'),
    cloud(110, 90, 1.3),
    path('M0 400l190-190 130 130 140-180 200 200 140-100v340H0z', '#8fa6c9'),
    path('M460 160l44 44-22 8-20-14-24 18-16-14zM190 210l36 36-22 4-16-12-22 14z', '#fff'),
    path('M0 420C160 350 280 420 420 400S680 370 800 420V600H0z', '#7fb08d'),
    path('M0 470h800v130H0z', '#5f9fc4'),
    path('M0 470C140 440 220 500 340 530S420 600 420 600H0z', '#4d8a5f'),
    [60, 120, 190].map((x, i) => path(`M${x} ${480 + i * 8}l-28 76h56z`, '#2f6144')).join(''),
  )
}

/** The least that looks like a photo: it is drawn hundreds of times on sheets, and files are to stay small. */
export const hill = (): string =>
  svg(
    800,
    600,
    rect(0, 0, 800, 600, '#bfe0f2'),
    circle(590, 190, 80, '#fff3c4'),
    path('M0 460L260 200 520 460z', '#8fa6c9'),
    rect(0, 460, 800, 140, '#7fb08d'),
  )
