/** The table that food stands on. */
import { chance, line, linear, n, rect } from './draw.ts'

/** Boards of a table. */
export function table(width: number, height: number, dark: string, light: string): string {
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
