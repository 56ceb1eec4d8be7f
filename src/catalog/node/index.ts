/** What the command does with a project's stories. Needs Node, and Vite to load stories. */
export { buildCatalog, type BuildOptions, type BuiltCatalog } from './build-catalog.js'
export { type CheckOptions, runCheck } from './run-check.js'
export {
  countErrors,
  type Report,
  type ReportFormat,
  reportFormats,
  writeReport,
} from './report/index.js'
export {
  defaultPatterns,
  type LoadedStories,
  type LoadedStory,
  loadStories,
} from './load-stories.js'
export { viteOptions } from './vite-options.js'
