/** Houses and streets. */
import {
  chance,
  circle,
  line,
  linear,
  n,
  oval,
  path,
  rect,
  shadow,
  shadows,
  svg,
  scaled,
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
