/** The emulator's page in the browser. */
export { type BotReporter, serveUi } from './serve.js'
export type { OpenedPlace } from './open-file.js'
export type { BotStatus } from './view.js'
