/** `fukidashi preview`: the stories of a project in the browser. Needs Node and Vite. */
export { type PreviewOptions, type PreviewServer, startPreview } from './start.js'
export type { Receivers } from './send.js'
