/** The report as JSON. */
import type { Report } from './report.js'

/** `{ checked, problems }`, for other programs. */
export const jsonReport = ({ results, files, findings }: Report): string =>
  JSON.stringify(
    {
      checked: {
        stories: new Set(results.map(({ story }) => story.id)).size,
        renderings: results.length,
        files: files.map(({ file, kind = null }) => ({ file, kind })),
      },
      problems: findings,
    },
    null,
    2,
  )
