/** The emulator's page in the browser. */
export { type BotReporter, serveUi, type UiOptions } from './serve.js'
export type { BotStatus } from './view.js'
