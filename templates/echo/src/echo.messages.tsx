/** Messages with sample data. Each export is a test, and a line in the report of "check". */
import { catalog } from './catalog.js'
import { Echo, Welcome } from './messages.js'

export const Greeting = catalog.component(Welcome, { title: 'Greeting', endpoint: 'reply' }).story()

const echo = catalog.component(Echo, { title: 'Echo', endpoint: 'reply' })

export const Short = echo.story({ props: { text: 'Hi' } })
export const Long = echo.story({ props: { text: 'tea '.repeat(1250) } })
