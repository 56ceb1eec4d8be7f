/** What the command does with a project's stories. Needs Node, and Vite to load stories. */
// Also loads modules of rich menus.
export { defaultPatterns } from './load-stories.js'
export { bundle } from './bundle.js'
export { buildCatalog } from './build-catalog.js'
export { diffText } from '../diff/diff-lines.js'
export { type DiffReport, summaryText } from '../diff/report.js'
export { diffFolders, diffRef, isBuild } from '../diff/run-diff.js'
export { shootStories, type ShotResult } from '../pictures/shoot-stories.js'
export { buildSite } from '../site/build-site.js'
export type { Finding } from './findings.js'
export { runCheck } from './run-check.js'
export { countErrors, type ReportFormat, reportFormats, writeReport } from './report/index.js'
export { viteOptions } from './vite-options.js'
