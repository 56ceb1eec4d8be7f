/** Houses and streets in the light of lanterns. */
import {
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
  scaled,
} from './draw.ts'

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
