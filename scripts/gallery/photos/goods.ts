/** Things of shops and hotels. */
import { circle, line, linear, oval, path, radial, rect, shadow, shadows, svg } from './draw.ts'

/** A coat of wool on a hanger, higher than wide. */
export function coat(): string {
  return svg(
    600,
    900,
    shadows,
    radial(
      'wall',
      [
        [0, '#f4ece2'],
        [1, '#cdbba6'],
      ],
      0.4,
      0.3,
      0.9,
    ),
    linear(
      'wool',
      [
        [0, '#2d5a63'],
        [0.5, '#1f434b'],
        [1, '#17343a'],
      ],
      1,
      0.4,
    ),
    rect(0, 0, 600, 900, 'url(#wall)'),
    circle(430, 230, 200, '#fff', 'opacity=".2"'),
    line('M40 96h520', '#8a6d52', 12),
    line('M300 152c0-34 26-32 26-56 0-20-24-26-32-10', '#6b5644', 7),
    path('M300 148l150 66H150z', '#a98560'),
    path(
      'M236 168c-60 18-104 40-122 62L62 560l70 24 40-170-8 396h280l-8-396 40 170 70-24-52-330c-18-22-62-44-122-62l-72 60z',
      '#000',
      'opacity=".16" transform="translate(12 18)"',
    ),
    path(
      'M236 168c-60 18-104 40-122 62L62 560l70 24 40-170-8 396h280l-8-396 40 170 70-24-52-330c-18-22-62-44-122-62l-72 60z',
      'url(#wool)',
    ),
    path('M236 168l64 92 64-92c-20 22-108 22-128 0z', '#e9ddcb'),
    path('M236 168l-34 84 44 22-16 24 70 130zM364 168l34 84-44 22 16 24-70 130z', '#3a6f79'),
    line('M300 428v378', '#102a2f', 4),
    [470, 560, 650]
      .map((y) => circle(328, y, 10, '#d8b270') + circle(272, y, 10, '#d8b270'))
      .join(''),
    line('M190 588l74 12M410 588l-74 12', '#102a2f', 8),
    line('M172 420l-6 380M428 420l6 380', '#000', 3, 'opacity=".25"'),
  )
}

/** A room of a hotel, by day or by night. */
export function room(night: boolean): string {
  return svg(
    906,
    600,
    shadows,
    linear(
      'wall',
      night
        ? [
            [0, '#43495f'],
            [1, '#5d6178'],
          ]
        : [
            [0, '#f4ead9'],
            [1, '#e4d3b9'],
          ],
    ),
    linear(
      'outside',
      night
        ? [
            [0, '#161d3d'],
            [1, '#4a4f86'],
          ]
        : [
            [0, '#8fcbee'],
            [1, '#e7f6fd'],
          ],
    ),
    radial('lamp', [
      [0, '#ffe2a0', 0.85],
      [1, '#ffe2a0', 0],
    ]),
    rect(0, 0, 906, 600, 'url(#wall)'),
    rect(0, 452, 906, 148, night ? '#4a382f' : '#b58d63'),
    rect(90, 70, 330, 260, '#fff', 'rx="4"'),
    rect(102, 82, 306, 236, 'url(#outside)'),
    night ? circle(340, 132, 24, '#fff4cf') : circle(340, 132, 28, '#fff0b5'),
    path('M102 318v-60l60-40 50 34 60-64 70 66 66-26v90z', night ? '#262c50' : '#7fae9a'),
    rect(250, 82, 8, 236, '#fff'),
    path(
      'M66 52h60c-4 120-8 210-36 300H66zM444 52h-60c4 120 8 210 36 300h24z',
      night ? '#7a5c74' : '#d98e73',
    ),
    shadow(640, 520, 320, 40),
    rect(428, 236, 440, 150, night ? '#6b4f3f' : '#9a6a45', 'rx="16"'),
    rect(428, 340, 440, 160, '#fbfaf7', 'rx="20"'),
    rect(452, 300, 180, 74, '#fff', 'rx="24"'),
    rect(662, 300, 180, 74, '#fff', 'rx="24"'),
    rect(452, 340, 180, 34, '#e6e2da', 'rx="17"'),
    rect(662, 340, 180, 34, '#e6e2da', 'rx="17"'),
    path('M428 412c120-26 320-26 440 0v92H428z', night ? '#5a6ea8' : '#6fa08f'),
    path('M428 412c120-26 320-26 440 0v16c-120-26-320-26-440 0z', '#fff', 'opacity=".4"'),
    circle(384, 330, 130, 'url(#lamp)'),
    rect(344, 404, 82, 96, night ? '#5a4234' : '#8a5d3d', 'rx="4"'),
    rect(380, 352, 8, 52, '#d9b26f'),
    path('M352 356l14-52h36l14 52z', '#fff1cf'),
    oval(384, 356, 32, 5, '#ffe2a0'),
  )
}
