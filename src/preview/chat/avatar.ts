/** The round icons of people and accounts. */
import type { Person } from '../options.js'
import { nameOf, type Pen, picture } from '../pen.js'
import { record } from '../read.js'
import { box, image, text, type TreeNode } from '../tree.js'
import { avatarSize } from './place.js'

/** Soft colours that white letters stand on well. */
const colors = ['#5b8def', '#e0779a', '#e8975a', '#53ab7c', '#8f7ad6', '#43a5b5'] as const

function colorOf(name: string): string {
  let sum = 0
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973
  return colors[sum % colors.length] ?? colors[0]
}

/** A person's icon, on the first letter of the name, which is seen where there is no icon. */
export function avatar(person: unknown, pen: Pen): TreeNode {
  const name = nameOf(person, '?')
  const iconUrl = record<Person>(person)?.iconUrl
  const letter = text(
    { fontSize: 16, fontWeight: 700, lineHeight: 1.2, color: '#ffffff' },
    String.fromCodePoint(name.codePointAt(0) ?? 63).toUpperCase(),
  )
  const icon =
    iconUrl === undefined
      ? []
      : [
          image(
            { position: 'absolute', top: 0, left: 0, width: avatarSize, height: avatarSize },
            { ...picture(pen, iconUrl), placeholder: '' },
            { role: 'icon' },
          ),
        ]
  return box(
    {
      position: 'absolute',
      top: 0,
      left: 10,
      width: avatarSize,
      height: avatarSize,
      borderRadius: avatarSize / 2,
      overflow: 'hidden',
      alignItems: 'center',
      justifyContent: 'center',
      backgroundColor: colorOf(name),
    },
    [letter, ...icon],
    { role: 'avatar' },
  )
}
