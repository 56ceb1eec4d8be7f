/** The round icons of people and accounts. */
import type { Person } from '../options.js'
import { nameOf, type DrawContext, picture } from '../context.js'
import { record } from '../read.js'
import { box, image, text, type TreeNode } from '../tree.js'

/** Soft colors on which white letters are readable. */
const colors = ['#5b8def', '#e0779a', '#e8975a', '#53ab7c', '#8f7ad6', '#43a5b5'] as const

function colorOf(name: string): string {
  let sum = 0
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973
  return colors[sum % colors.length] ?? colors[0]
}

/** The icon of a person. Behind it is the first letter of the name, which is visible if there is no icon. */
export function avatar(person: unknown, context: DrawContext): TreeNode {
  const name = nameOf(person, '?')
  const { left, size } = context.icon
  const iconUrl = record<Person>(person)?.iconUrl
  const letter = text(
    { fontSize: 14, fontWeight: 700, lineHeight: 1.2, color: '#ffffff' },
    String.fromCodePoint(name.codePointAt(0) ?? 63).toUpperCase(),
  )
  const icon =
    iconUrl === undefined
      ? []
      : [
          image(
            { position: 'absolute', top: 0, left: 0, width: size, height: size },
            { ...picture(context, iconUrl), placeholder: '' },
            { role: 'icon' },
          ),
        ]
  return box(
    {
      position: 'absolute',
      top: 0,
      left,
      width: size,
      height: size,
      borderRadius: size / 2,
      overflow: 'hidden',
      alignItems: 'center',
      justifyContent: 'center',
      backgroundColor: colorOf(name),
    },
    [letter, ...icon],
    { role: 'avatar' },
  )
}
