/** `fukidashi init` in a new folder. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { namesOf, packageManagers, platforms, templates } from '../../../src/cli/init/choices.js'
import { folderWith, has, manifestOf, read, runInit, write } from './setup.js'

const newFolder = () => join(folderWith(), 'my-bot')

describe('a new project', () => {
  it.each(
    namesOf(templates).flatMap((template) =>
      namesOf(platforms).map((platform) => [template, platform] as const),
    ),
  )(
    'of %s for %s has everything that its scripts and its README name',
    async (template, platform) => {
      const folder = newFolder()
      const { code, output } = await runInit(folder, { template, platform })
      expect(code).toBe(0)
      expect(output).toContain(`the ${template} bot for ${platform}`)
      for (const file of [
        '.gitignore',
        '.env.example',
        'README.md',
        'tsconfig.json',
        'src/bot.tsx',
      ])
        expect(has(folder, file), file).toBe(true)
      expect(read(folder, '.gitignore')).toMatch(/^\.env$/m)
      const { scripts, dependencies, type } = manifestOf(folder)
      expect(type).toBe('module')
      expect(dependencies['fukidashi']).toBe('^1.2.3')
      for (const name of ['dev', 'test', 'check', 'build']) expect(scripts).toHaveProperty([name])
      for (const command of Object.values(scripts))
        for (const [file] of command.matchAll(/\b(?:src\/\S+|tsconfig\.\w+\.json)/g))
          expect(has(folder, file), command).toBe(true)
      const page = read(folder, 'README.md')
      expect(page).not.toContain('{{')
      for (const [, name] of page.matchAll(/npm (?:run )?(test|start|[a-z:]+)(?= |\n)/g))
        if (name !== 'install') expect(scripts, name).toHaveProperty([name!])
    },
  )

  it('starts the chat with the bot, not the site, for Next.js', async () => {
    const folder = newFolder()
    const { output } = await runInit(folder, { platform: 'next' })
    expect(output).toContain('npm run line:dev')
    expect(read(folder, 'README.md')).toContain('npm run line:dev')
    expect(read(folder, 'src/bot.tsx')).toMatch(/^\/\*\* @jsxImportSource fukidashi \*\/\n/)
    expect(read(folder, 'src/bot.tsx')).toContain("from './messages'")
    expect(read(folder, 'src/app/page.tsx')).not.toContain('jsxImportSource')
  })

  it.each([
    ['My Bot', 'my-bot'],
    ['Café_Ünlü', 'cafe-unlu'],
    ['お茶', 'line-bot'],
    ['お茶 bot', 'bot'],
    ['..hidden', 'hidden'],
    ['fukidashi', 'fukidashi-bot'],
    ['vitest', 'vitest-bot'],
    ['x'.repeat(100), 'x'.repeat(63)],
  ])('in the folder %j is a package that npm accepts', async (name, expected) => {
    const folder = join(folderWith(), name)
    await runInit(folder, { platform: 'workers' })
    expect(manifestOf(folder)['name']).toBe(expected)
    expect(read(folder, 'wrangler.jsonc')).toContain(`"name": "${expected}"`)
    expect(read(folder, 'README.md')).toMatch(new RegExp(`^# ${expected}\n`))
  })

  it('may be some folders deep, and says how to get there', async () => {
    const folder = join(folderWith(), 'a/b c')
    const { output } = await runInit(folder)
    expect(output).toMatch(/cd ".*a\/b c"\n {2}npm install\n {2}npm test/)
  })

  it('has the versions that this repository is tested with', () => {
    const versions = (file: string) =>
      (JSON.parse(readFileSync(file, 'utf8')) as { devDependencies?: Record<string, string> })
        .devDependencies ?? {}
    const tested = versions('package.json')
    const common = versions('templates/common/package.json')
    for (const [name, version] of Object.entries(common)) expect(tested[name], name).toBe(version)
    expect(versions('templates/lambda/package.json')['esbuild']).toBe(tested['esbuild'])
  })
})

describe('package managers', () => {
  it.each([
    [
      'npm/11.2.0 node/v22.3.0 linux x64 workspaces/false',
      'npm install',
      'npm run dev',
      'npm test',
    ],
    ['pnpm/10.2.0 npm/? node/v22.3.0 linux x64', 'pnpm install', 'pnpm run dev', 'pnpm test'],
    ['yarn/1.22.22 npm/? node/v22.3.0 linux x64', 'yarn install', 'yarn run dev', 'yarn test'],
    ['bun/1.4.5 npm/? node/v22.3.0 linux x64', 'bun install', 'bun run dev', 'bun run test'],
    [undefined, 'npm install', 'npm run dev', 'npm test'],
    ['cnpm/1.0.0', 'npm install', 'npm run dev', 'npm test'],
  ])('that of %j is found, and its commands are named', async (userAgent, ...commands) => {
    const folder = newFolder()
    const { output } = await runInit(folder, {}, { userAgent })
    for (const command of commands) {
      expect(output).toContain(`  ${command}`)
      expect(read(folder, 'README.md')).toContain(`${command} `.trim())
    }
  })

  it.each([
    ['pnpm-lock.yaml', '', 'pnpm install'],
    ['yarn.lock', '', 'yarn install'],
    ['bun.lock', '', 'bun install'],
    ['package.json', '{"packageManager":"pnpm@10.2.0","type":"module"}', 'pnpm install'],
  ])('%s in the folder says which one', async (file, text, command) => {
    const folder = folderWith({ [file]: text })
    const { output } = await runInit(folder, {}, { userAgent: 'npm/11.2.0' })
    expect(output).toContain(`  ${command}`)
  })

  it.each([
    ['pnpm', 'pnpm run check  ', 'pnpm dlx cloudflared'],
    // Yarn 1 has no yarn dlx, and its yarn check checks packages.
    ['yarn', 'yarn run check  ', 'npx cloudflared'],
    ['bun', 'bun run check  ', 'bunx cloudflared'],
  ] as const)('%s finds what README.md names', async (packageManager, ...commands) => {
    const folder = newFolder()
    await runInit(folder, { packageManager })
    const readme = read(folder, 'README.md')
    for (const command of commands) expect(readme).toContain(`\n${command}`)
    const columns = /\n(.* )# talks.*\n(.* )# a chat.*\n(.* )# types/.exec(readme)!.slice(1)
    expect(new Set(columns.map(({ length }) => length)).size).toBe(1)
  })

  it.each(packageManagers)('%s is used if it was passed', async (packageManager) => {
    const folder = folderWith({ 'yarn.lock': '' })
    const { output } = await runInit(folder, { packageManager })
    expect(output).toContain(`  ${packageManager} install`)
  })
})

describe('fukidashi', () => {
  it.each([
    '^0.1.0',
    '0.1.0',
    '~2.0',
    'latest',
    '>=1.0.0',
    '1.0.0-beta.1',
    'https://example.com/f.tgz',
  ])('of the version %s is written as it is', async (fukidashi) => {
    const folder = newFolder()
    await runInit(folder, { fukidashi })
    expect(manifestOf(folder).dependencies['fukidashi']).toBe(fukidashi)
  })

  it.each(['', 'file:'])('as a package (%spath) is found from the project', async (scheme) => {
    const home = folderWith({ 'fukidashi-1.2.3.tgz': '' })
    const folder = join(home, 'bots/tea')
    await runInit(folder, { fukidashi: `${scheme}${join(home, 'fukidashi-1.2.3.tgz')}` })
    expect(manifestOf(folder).dependencies['fukidashi']).toBe('file:../../fukidashi-1.2.3.tgz')
  })

  it.each([
    ['./missing.tgz', /there is no file .*missing\.tgz/],
    ['file:nowhere', /there is no file .*nowhere/],
    ['not a version', /neither a version nor a file. Permitted: a version \(\^0\.1\.0\)/],
    ['', /neither a version nor a file/],
    ['1.0; rm -rf x', /neither a version nor a file/],
  ])('%j is refused, and nothing is written', async (fukidashi, reason) => {
    const folder = newFolder()
    await expect(runInit(folder, { fukidashi })).rejects.toThrow(reason)
    expect(has(folder, '')).toBe(false)
  })
})

describe('what cannot be a folder', () => {
  it('is refused if it is missing and there is no terminal for questions', async () => {
    await expect(runInit(undefined)).rejects.toThrow('Pass the folder of the project: a new one')
  })

  it.each(['', '  ', 'a\0b'])('is refused: %j', async (name) => {
    await expect(runInit(name)).rejects.toThrow('Pass a name, such as my-bot')
  })

  it('is refused if it is a file', async () => {
    const home = folderWith({ taken: 'x' })
    await expect(runInit(join(home, 'taken'))).rejects.toThrow(/taken is a file. Pass a folder/)
    expect(read(home, 'taken')).toBe('x')
  })

  it('is refused if it is below a file', async () => {
    const home = folderWith({ taken: 'x' })
    await expect(runInit(join(home, 'taken/bot'))).rejects.toThrow(/taken/)
    expect(read(home, 'taken')).toBe('x')
  })

  it('is refused in node_modules', async () => {
    const home = folderWith()
    write(join(home, 'node_modules/x/package.json'), '{}')
    await expect(runInit(join(home, 'node_modules/bot'))).rejects.toThrow('inside node_modules')
  })
})
