/** What a person can choose for a new project, and the folders of `templates/` that each choice consists of. */

/** Bots to begin with. */
export const templates = {
  echo: 'repeats what people write',
  shop: 'a tea shop: a menu, buttons, an order, two languages',
} as const

/** Places where the bot runs. */
export const platforms = {
  node: 'Node.js: your own server, Docker, Cloud Run, Fly, Render',
  workers: 'Cloudflare Workers',
  lambda: 'AWS Lambda',
  next: 'Next.js: Vercel, or your own server',
} as const

export const packageManagers = ['npm', 'pnpm', 'yarn', 'bun'] as const

export type Template = keyof typeof templates
export type Platform = keyof typeof platforms
export type PackageManager = (typeof packageManagers)[number]

/** Names of the choices of a table. */
export const namesOf = <Name extends string>(table: Readonly<Record<Name, string>>): Name[] =>
  Object.keys(table) as Name[]

/** Everything that decides which files a project has. */
export interface Project {
  readonly template: Template
  readonly platform: Platform
  readonly packageManager: PackageManager
  /** Name of the package. */
  readonly name: string
  /** Version, range or `file:` path of fukidashi, for package.json. */
  readonly fukidashi: string
}

/** Folders of `templates/`; files of a later one replace those of an earlier one. */
export const foldersOf = ({ template, platform }: Project): string[] => [
  'common',
  ...(platform === 'next' ? [] : ['typescript']),
  template,
  platform,
]
