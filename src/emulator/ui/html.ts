/** The HTML of the page, and its content security policy. */

/** Path prefix of the page's files. */
export const UI = '/_fukidashi/ui'

/**
 * Pictures may come from anywhere, as in LINE; videos and recordings from where LINE would take them. Scripts and calls only from
 * this server. `blob:` URLs are those that the page makes of a chosen file.
 */
export const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' http: https: data:",
  "media-src 'self' https: blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const icon = `data:image/svg+xml,${encodeURIComponent(
  "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'><path fill='#06c755' d='M8 4h16a6 6 0 0 1 6 6v8a6 6 0 0 1-6 6H13l-7 6v-6.4A6 6 0 0 1 2 18v-8a6 6 0 0 1 6-6z'/><g fill='#fff'><circle cx='10' cy='14' r='2'/><circle cx='16' cy='14' r='2'/><circle cx='22' cy='14' r='2'/></g></svg>",
)}`

/**
 * The HTML of a page.
 *
 * @param base - path prefix of its script and its style sheet
 */
export const htmlOf = (base: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>fukidashi</title>
<link rel="icon" href="${icon}">
<link rel="stylesheet" href="${base}/page.css">
<script type="module" src="${base}/page.js"></script>
</head>
<body><noscript>This page needs JavaScript.</noscript></body>
</html>
`
