/** Rules of templates. */
import { limits } from '../../spec/limits.js'
import { graphemeFinding } from '../explain.js'
import { counted } from '../names.js'
import { blankText } from './blank-text.js'
import { isJson, isText, isThere, type Json, listOf, type ListRule, type Rule } from './rule.js'

const hasPictureOrTitle = ({ thumbnailImageUrl, title }: Json) =>
  isThere(thumbnailImageUrl) || isThere(title)

const textRoom =
  (name: string, rooms: { text: number; textBesidePictureOrTitle: number }): Rule =>
  (value, { report }) => {
    const { text } = value
    if (!isText(text)) return
    blankText(text, report)
    const beside = hasPictureOrTitle(value)
    const room = beside ? rooms.textBesidePictureOrTitle : rooms.text
    const tooLong = graphemeFinding(text, room)
    if (tooLong)
      report('text', {
        ...tooLong,
        message: beside
          ? `text has ${tooLong.found}; with a title or image ${name} has room for ${counted(room)} (${counted(rooms.text)} without)${tooLong.doubt}`
          : `text has ${tooLong.found}; ${name} has room for ${counted(room)}${tooLong.doubt}`,
      })
  }

/** A title or an image leaves a buttons template less room for text. */
export const buttonsText = textRoom('a buttons template', limits.buttons)

/** A title or an image leaves a column less room for text. */
export const columnText = textRoom('a column', limits.column)

/** A text that is only blanks is not seen. */
export const confirmText: Rule = ({ text }, { report }) => {
  if (isText(text)) blankText(text, report)
}

/** All columns of a carousel have equally many actions, and all or none have an image, and a title. */
export const alikeColumns: ListRule = (columns, { report }) => {
  const [first] = columns
  if (!isJson(first)) return
  columns.forEach((column, i) => {
    if (i === 0 || !isJson(column)) return
    const actions = listOf(column['actions']).length
    const wanted = listOf(first['actions']).length
    if (actions !== wanted)
      report(`[${i}].actions`, {
        code: 'inconsistent',
        message: `column ${i + 1} has ${counted(actions)} ${actions === 1 ? 'action' : 'actions'} and the first has ${counted(wanted)}; all columns have equally many`,
        limit: wanted,
        actual: actions,
        unit: 'items',
      })
    for (const property of ['thumbnailImageUrl', 'title'] as const) {
      const there = isThere(column[property])
      if (there !== isThere(first[property]))
        report(`[${i}].${property}`, {
          code: 'inconsistent',
          message: `column ${i + 1} has ${there ? 'a' : 'no'} ${property} and the first has ${there ? 'none' : 'one'}; use it in all columns or in none`,
        })
    }
  })
}
