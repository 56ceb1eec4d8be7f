/** What the command does with a project's stories. Needs Node, and Vite to load stories. */
// Also loads modules of rich menus.
export { defaultPatterns } from './load-stories.js'
export { bundle } from './bundle.js'
export { buildCatalog } from './build-catalog.js'
export { runCheck } from './run-check.js'
export { countErrors, type ReportFormat, reportFormats, writeReport } from './report/index.js'
export { viteOptions } from './vite-options.js'
