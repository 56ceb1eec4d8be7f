/** Styles of text on standard error; plain where it is not a terminal. */
import { styleText } from 'node:util'

const hasStyle = process.stderr.isTTY && !process.env['NO_COLOR']

/** Text of less weight. */
export const dim = (text: string): string => (hasStyle ? styleText('dim', text) : text)
