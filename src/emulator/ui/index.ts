/** The emulator's page in the browser. */
export { type BotReporter, serveUi } from './serve.js'
export type { OpenedPlace, OpenInEditor } from './open-file.js'
export type { BotStatus } from './view.js'
