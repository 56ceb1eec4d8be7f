/** Cups, pots and trays, seen from the front. */
import {
  circle,
  line,
  linear,
  moved,
  oval,
  path,
  radial,
  rect,
  scaled,
  shadow,
  shadows,
  svg,
} from './draw.ts'

/** A wall and a table in soft light. */
function stage(
  width: number,
  height: number,
  wall: readonly [string, string],
  top: readonly [string, string],
): string {
  const edge = Math.round(height * 0.68)
  return (
    radial(
      'wall',
      [
        [0, wall[0]],
        [1, wall[1]],
      ],
      0.36,
      0.3,
      0.9,
    ) +
    linear('top', [
      [0, top[0]],
      [1, top[1]],
    ]) +
    rect(0, 0, width, height, 'url(#wall)') +
    rect(0, edge, width, height - edge, 'url(#top)') +
    rect(0, edge, width, 3, '#fff', 'opacity=".35"')
  )
}

const leaf = (x: number, y: number, turn: number, color = '#5f9c4a'): string =>
  moved(
    x,
    y,
    turn,
    path('M0 0C22-34 74-40 104-16 82 22 34 30 0 0z', color),
    line('M3-1C34-14 66-18 98-15', '#fff', 2.5, 'opacity=".45"'),
  )

const steam = (x: number, y: number): string =>
  line(`M${x} ${y}c-26-30 22-52-4-92`, '#fff', 9, 'opacity=".34"') +
  line(`M${x + 46} ${y + 4}c-26-34 26-60-2-112`, '#fff', 11, 'opacity=".26"') +
  line(`M${x + 92} ${y}c-22-28 18-48-2-84`, '#fff', 8, 'opacity=".3"')

interface Brew {
  tea: readonly [string, string]
  wall: readonly [string, string]
  top: readonly [string, string]
  leaves: string
}

const brews: Readonly<Record<string, Brew>> = {
  oolong: {
    tea: ['#e9b04a', '#b9741c'],
    wall: ['#f7ead2', '#d9b98a'],
    top: ['#a9764a', '#7c5230'],
    leaves: '#6d7f3a',
  },
  baozhong: {
    tea: ['#dce27e', '#a9b83e'],
    wall: ['#eaf3dd', '#b4cf9e'],
    top: ['#c9a77c', '#9d7a50'],
    leaves: '#5d9a4a',
  },
  black: {
    tea: ['#c9512a', '#7e2413'],
    wall: ['#f6dfd3', '#d39a86'],
    top: ['#6f4433', '#4b2b20'],
    leaves: '#7a4a35',
  },
  sencha: {
    tea: ['#b9d658', '#7fa52c'],
    wall: ['#edf6e2', '#a9cf9a'],
    top: ['#b08a5e', '#86633e'],
    leaves: '#4f9a4a',
  },
}

/** A cup of tea with leaves beside it. */
export function cup(kind: string): string {
  const { tea, wall, top, leaves } = brews[kind]!
  return svg(
    700,
    700,
    shadows,
    stage(700, 700, wall, top),
    radial(
      'tea',
      [
        [0, tea[0]],
        [1, tea[1]],
      ],
      0.42,
      0.4,
      0.7,
    ),
    linear(
      'cup',
      [
        [0, '#ffffff'],
        [0.55, '#f4efe7'],
        [1, '#cfc6b8'],
      ],
      1,
      0.35,
    ),
    linear('saucer', [
      [0, '#fffdf8'],
      [1, '#d8cfc0'],
    ]),
    circle(560, 150, 210, '#fff', 'opacity=".16"'),
    shadow(368, 588, 290, 62),
    oval(350, 560, 236, 56, 'url(#saucer)'),
    oval(350, 552, 168, 34, '#000', 'opacity=".08"'),
    path('M186 330c0 150 56 220 164 220s164-70 164-220z', 'url(#cup)'),
    path(
      'M186 330c0 150 56 220 164 220 20 0 38-3 54-8-92-6-142-82-146-212z',
      '#fff',
      'opacity=".5"',
    ),
    line('M206 420c96 34 192 34 288 0', '#8fa7b8', 5, 'opacity=".55"'),
    line('M214 440c90 32 182 32 272 0', '#8fa7b8', 2.5, 'opacity=".5"'),
    oval(350, 330, 164, 54, '#fffdf9'),
    oval(350, 333, 150, 46, '#d9d0c2'),
    oval(350, 338, 146, 42, 'url(#tea)'),
    oval(302, 326, 46, 9, '#fff', 'opacity=".4" transform="rotate(-6 302 326)"'),
    steam(296, 262),
    oval(572, 628, 66, 14, '#000', 'opacity=".16"'),
    leaf(524, 612, -24, leaves),
    leaf(580, 640, 10, leaves),
    leaf(96, 630, 6, leaves),
  )
}

/** A small pot of brown clay. */
export function pot(): string {
  return svg(
    600,
    600,
    shadows,
    stage(600, 600, ['#f6efe6', '#d8c6b2'], ['#e7ddd0', '#cbbba7']),
    radial(
      'clay',
      [
        [0, '#b9684a'],
        [0.6, '#8a4128'],
        [1, '#5b2415'],
      ],
      0.36,
      0.3,
      0.85,
    ),
    circle(430, 170, 170, '#fff', 'opacity=".22"'),
    shadow(306, 498, 250, 52),
    line('M428 318c92-40 128 30 92 92-18 32-56 52-92 52', '#74341f', 27),
    line('M432 312c84-34 112 26 84 82', '#c9805f', 6, 'opacity=".7"'),
    path('M176 352c-56-6-78-46-104-86-8-12-30-6-26 10 22 72 62 138 138 152z', 'url(#clay)'),
    oval(58, 268, 22, 10, '#4b1d11', 'transform="rotate(-28 58 268)"'),
    path(
      'M152 380c0-92 60-132 150-132s150 40 150 132c0 78-62 116-150 116s-150-38-150-116z',
      'url(#clay)',
    ),
    path('M206 266c10-46 52-64 96-64s86 18 96 64c-60 22-132 22-192 0z', '#8f462c'),
    path('M206 266c60 22 132 22 192 0l2 8c-62 22-134 22-196 0z', '#4f2013'),
    oval(302, 196, 25, 22, '#8a4128'),
    oval(294, 189, 9, 7, '#dca184', 'opacity=".75"'),
    path(
      'M190 340c6-40 36-64 76-70-40 28-52 92-40 150-28-14-42-44-36-80z',
      '#fff',
      'opacity=".16"',
    ),
    moved(
      330,
      388,
      0,
      line(
        'M0 30c-4-34 6-62 0-88M0-6c14-6 22-16 24-30M-1 12c-14-6-22-14-26-28',
        '#e3b391',
        4,
        'opacity=".7"',
      ),
    ),
    scaled(
      470,
      452,
      0.82,
      shadow(40, 78, 88, 20),
      path('M-20 20c0 40 20 58 60 58s60-18 60-58z', '#8a4128'),
      oval(40, 20, 60, 18, '#a25637'),
      oval(40, 23, 51, 13, '#d9a648'),
    ),
  )
}

/** Six white cups. */
export function cups(): string {
  const one = (x: number, y: number, scale: number): string =>
    scaled(
      x,
      y,
      scale,
      shadow(8, 118, 96, 22),
      path('M-76 0c0 76 26 116 76 116s76-40 76-116z', 'url(#white)'),
      path('M-76 0c0 76 26 116 76 116 8 0 16-1 22-3-44-8-62-52-62-113z', '#fff', 'opacity=".65"'),
      line('M-69 40c46 16 92 16 138 0', '#3f6fa0', 5, 'opacity=".75"'),
      oval(0, 0, 76, 25, '#fff'),
      oval(0, 2, 68, 20, '#dcdad6'),
      oval(0, 7, 62, 15, '#c9d77a'),
    )
  return svg(
    600,
    600,
    shadows,
    stage(600, 600, ['#e9f0f6', '#b9cfe0'], ['#f3efe9', '#d6cec2']),
    linear(
      'white',
      [
        [0, '#ffffff'],
        [0.6, '#f3f1ee'],
        [1, '#c8c3bb'],
      ],
      1,
      0.3,
    ),
    circle(140, 130, 150, '#fff', 'opacity=".3"'),
    one(146, 304, 0.86),
    one(300, 290, 0.86),
    one(454, 304, 0.86),
    one(128, 428, 1),
    one(302, 412, 1),
    one(474, 428, 1),
  )
}

/** A tray of bamboo. */
export function tray(): string {
  const slats = Array.from(
    { length: 15 },
    (_, i) =>
      rect(62 + i * 32, 250, 24, 190, i % 2 ? '#d9b26f' : '#e4c284', 'rx="5"') +
      rect(64 + i * 32, 252, 6, 186, '#fff', 'rx="3" opacity=".26"'),
  ).join('')
  return svg(
    600,
    600,
    shadows,
    stage(600, 600, ['#eef1e6', '#c3cfae'], ['#8a6a4a', '#674b31']),
    linear('frame', [
      [0, '#c99a53'],
      [1, '#96682d'],
    ]),
    shadow(304, 486, 290, 44),
    line('M112 240C130 60 470 60 488 240', '#9a6d33', 17),
    line('M112 236C130 57 470 57 488 236', '#d3a660', 6),
    path('M46 236h508l26 236H20z', 'url(#frame)'),
    path('M62 250h476l22 206H40z', '#7c5526'),
    slats,
    line('M46 238h508', '#f1d7a3', 5, 'opacity=".8"'),
    path('M20 472h560l-4 26H24z', '#84591f'),

    scaled(
      240,
      300,
      0.9,
      shadow(2, 108, 92, 20),
      path('M-70 0c0 70 24 106 70 106S70 70 70 0z', '#6d8f84'),
      path('M-70 0c0 70 24 106 70 106-42-14-52-52-52-106z', '#fff', 'opacity=".25"'),
      oval(0, 0, 70, 22, '#88aa9d'),
      oval(0, 3, 61, 16, '#c2cf5f'),
    ),
    scaled(
      384,
      318,
      0.74,
      shadow(2, 108, 92, 20),
      path('M-70 0c0 70 24 106 70 106S70 70 70 0z', '#b0765f'),
      path('M-70 0c0 70 24 106 70 106-42-14-52-52-52-106z', '#fff', 'opacity=".25"'),
      oval(0, 0, 70, 22, '#c98f77'),
      oval(0, 3, 61, 16, '#d9a648'),
    ),
  )
}
