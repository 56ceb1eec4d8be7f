/** `llms.txt`: the pages of the documentation for coding agents, in the form of https://llmstxt.org. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { isTranslated } from './translation/pages.ts'

/** Pages and their contents, in the order in which they are read. A page that no list names is an error. */
const sections: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Start: {
    'getting-started':
      'a new project, set-up for every compiler, the first message, how errors look',
    'first-channel': 'a channel, secret and token, tunnel, phone; why a bot does not answer',
    migrating: 'every method of @line/bot-sdk and line-bot-sdk-python, and the same here',
    comparison: 'the same tasks with @line/bot-sdk and with fukidashi',
  },
  Messages: {
    messages: 'every message type, template and action, with an example',
    flex: 'Flex messages: layouts of boxes',
    builders: 'the same elements without JSX',
    components: 'every component with its props and limits',
    problems: 'every code of a problem, and how to fix it',
    convert: 'message JSON to TSX or builders',
    preview: 'messages as HTML or PNG',
  },
  Bots: {
    webhook: 'createBot, filters, replies, typed postbacks, adapters, options, errors',
    scaling: 'a store that several processes share: Redis, PostgreSQL, Durable Objects, D1',
    operations: 'health endpoint, traces and metrics of OpenTelemetry, alarms',
    client: "LineClient: every operation of LINE's API, retries, tokens, errors",
    push: 'push, multicast, narrowcast, broadcast: quota, retry keys, rate limits',
    state: 'what a bot remembers: sessions, buttons, ctx.state, stores, duplicates',
    i18n: 'bots in several languages',
    liff: 'links to LIFF apps, messages that LIFF sends, ID tokens on the server',
    reference: 'every option of createBot, LineClient, createEmulator, toHtml, toPng',
    'llm-bots': 'slow answers, Markdown, long texts, JSON of a language model',
    'rich-menus': 'rich menus as code: layout, pictures, deployment',
    imagemaps: 'imagemaps as code: layout, pictures, a handler that serves them',
    troubleshooting: 'why a bot does not answer, and other symptoms',
    security: 'what is protected, limits, secrets',
  },
  'Tools and tests': {
    cli: 'every command: send, doctor, webhook, token, quota, users and others',
    dev: 'fukidashi dev: a chat with a bot in the browser',
    testing: 'tests that talk to a bot as a user does',
    emulator: 'LINE on this machine, in a test or over HTTP, for any language',
    catalog: 'messages with sample data: stories, snapshots, previews, pictures, reviews',
    editors: 'JSON schemas, rules for ESLint',
  },
  Hosting: {
    'hosting/production': 'a checklist before real users',
    'hosting/node': 'a server of Node: Fly, Render and others',
    'hosting/docker': 'an image',
    'hosting/workers': 'Cloudflare Workers',
    'hosting/next': 'Next.js and Vercel',
    'hosting/lambda': 'AWS Lambda',
    'hosting/google-cloud': 'Cloud Run, Cloud Functions, Firebase',
    'hosting/deno': 'Deno and Deno Deploy',
  },
}

/** Pages for those who change fukidashi, which the package does not have or its users do not need. */
const internal = ['architecture', 'gallery']

/** Heading of a page. */
function titleOf(file: string): string {
  const title = /^# (.+)$/m.exec(readFileSync(file, 'utf8'))?.[1]
  if (title === undefined) throw new Error(`${file} has no heading`)
  return title.replaceAll('`', '')
}

/** @throws {Error} if a page is in no section, or a section names a page that does not exist */
export function llmsPage(): string {
  const pages = readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll(path.sep, '/'))
    .filter((file) => file.endsWith('.md') && !isTranslated(`docs/${file}`))
    .map((file) => file.replace(/\.md$/, ''))
  const listed = [...Object.values(sections).flatMap(Object.keys), ...internal]
  const missing = pages.filter((page) => !listed.includes(page))
  const surplus = listed.filter((page) => !pages.includes(page))
  if (missing.length > 0 || surplus.length > 0)
    throw new Error(
      `scripts/docs/llms-page.ts: add ${missing.join(', ') || 'nothing'}; remove ${surplus.join(', ') || 'nothing'}`,
    )
  const lists = Object.entries(sections).map(([section, entries]) => {
    const lines = Object.entries(entries).map(
      ([name, about]) => `- [${titleOf(`docs/${name}.md`)}](docs/${name}.md): ${about}`,
    )
    return `## ${section}\n\n${lines.join('\n')}\n`
  })
  return `# fukidashi

> LINE messages as JSX or with builders in TypeScript, checked before they are sent for everything LINE would refuse; a client, webhook
> bots, an emulator of LINE for tests, previews, catalogs. ES modules, no dependencies.

Rules that are easy to miss:

- tsconfig.json needs \`"jsx": "react-jsxdev"\` (or \`react-jsx\`) and \`"jsxImportSource": "fukidashi"\`; beside React, start files with
  \`/** @jsxImportSource fukidashi */\`.
- \`render(<Message />)\` gives LINE's JSON or throws a \`LineValidationError\` with all problems; \`validate(json)\` checks plain JSON.
- Flex components have a namespace: \`Flex.Message\`, \`Flex.Bubble\`, \`Flex.Text\`; \`Text\` is a text message.
- \`createBot()\` reads LINE_CHANNEL_SECRET and LINE_CHANNEL_ACCESS_TOKEN; \`ctx.reply\` works once an event, with up to five messages.
- Test bots with \`createEmulator({ bot })\` of \`fukidashi/testing\`, never with mocks. \`npx fukidashi check\` checks all stories.
- Component props and every limit are in docs/components.md, codes of problems in docs/problems.md.

${lists.join('\n')}
## Examples

- [Examples](examples/README.md): small messages to copy
- [A tea shop](examples/shop-bot/README.md): a complete bot
- [A clinic](examples/clinic/README.md): bookings in three languages, on one machine or several
- [Changes](CHANGELOG.md): what is new, and what has another name now
`
}
