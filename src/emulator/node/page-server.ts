/** Parts of servers for a page on this machine: who may call, tokens, events, the editor, and errors with their place. */
export { type Guard, guard } from './guard.js'
export { hasToken, keepToken } from './page-token.js'
export { eventStream } from './event-stream.js'
export { openFile, type OpenInEditor } from '../ui/open-file.js'
export { htmlOf, policy } from '../ui/html.js'
export { thrownAt } from '../failures/thrown-at.js'
export { failureOf } from '../failures/failure-of.js'
export { redactor } from '../failures/redact.js'
