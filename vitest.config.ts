import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { globSync } from 'tinyglobby'
import { configDefaults, defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { SecondTries } from './test/support/second-tries.ts'

const conditions = ['fukidashi-source']

/** Tests that need Chromium, the packages of `test/peers`, or Redis and PostgreSQL. `npm test` prepares all. */
const browser = ['test/**/*.browser.test.ts']
const peers = ['test/**/*.peers.test.{ts,tsx}']
const engines = ['test/**/*.engines.test.ts']
/** Tests of the command, which start it and change files that it watches. */
const commands = ['test/cli/**/*.test.{ts,tsx}']
const { exclude } = configDefaults
const prepared = [...exclude, ...browser, ...peers, ...engines]
const unit = ['test/**/*.test.{ts,tsx}', 'examples/**/*.test.{ts,tsx}']

/**
 * Tests that change what other files would notice: modules, globals, timers, the working directory. Each gets modules of its own; all
 * other tests of a project that shares modules get those of their worker, so that the sources are loaded once and not for every file.
 */
const isolated = (include: readonly string[], ignore: readonly string[]): string[] =>
  globSync(include, { ignore }).filter((file) =>
    /\bvi\.(?:mock|doMock|stubGlobal|stubEnv|resetModules|useFakeTimers|setSystemTime)\(|\bprocess\.(?:chdir\(|env\b.*[^=]=[^=])|\bglobalThis\b.*[^=!]=[^=>]/.test(
      readFileSync(file, 'utf8'),
    ),
  )

/** A project whose files share modules, and one for those that cannot, if there are any. */
function sharing(
  name: string,
  include: string[],
  ignore: string[],
  more: TestProjectInlineConfiguration['test'] = {},
): TestProjectInlineConfiguration[] {
  const alone = isolated(include, ignore)
  const shared = { name, include, exclude: [...ignore, ...alone], isolate: false, ...more }
  const own = { name: `${name}-isolated`, include: alone, exclude, ...more }
  return [
    { extends: true, test: shared },
    ...(alone.length > 0 ? [{ extends: true as const, test: own }] : []),
  ]
}

/**
 * Runs tests of servers, which wait most of the time, beside tests that compile, which do not. The order of vitest is by project, and
 * processors would be idle while only servers are tested.
 */
class MixedSequencer extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const waiting = sorted.filter(({ project }) => project.name === 'engines')
    const busy = sorted.filter(({ project }) => project.name.startsWith('peers'))
    const others = sorted.filter((file) => !waiting.includes(file) && !busy.includes(file))
    const mixed = Array.from({ length: Math.max(waiting.length, busy.length) }, (_, index) =>
      [waiting[index], busy[index]].filter((file) => file !== undefined),
    )
    return [...mixed.flat(), ...others]
  }
}

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  oxc: { jsx: { runtime: 'automatic', importSource: 'fukidashi', development: true } },
  test: {
    // Compiling fixtures with real compilers takes its time; no test asserts a duration.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // A busy machine may take its time: tests wait for conditions, these limits only end what would wait for ever.
    expect: { poll: { timeout: 60_000 } },
    // More than there are cores, because many tests wait for servers and for programs that they start.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    // Modules are compiled once for all projects, and again only when they change.
    experimental: { fsModuleCache: true },
    sequence: { sequencer: MixedSequencer },
    reporters: [
      'default',
      ...(process.env['GITHUB_ACTIONS'] ? ['github-actions'] : []),
      new SecondTries(),
    ],
    setupFiles: ['test/support/patience.ts'],
    globalSetup: ['test/support/run-folder.ts'],
    projects: [
      ...sharing('unit', unit, [...prepared, ...commands]),
      // Tests with real processes and browsers have a second try. `SecondTries` names them: each is a fault to be looked for.
      { extends: true, test: { name: 'peers', include: peers, exclude, retry: 1 } },
      ...sharing('commands', commands, prepared, { retry: 1 }),
      { extends: true, test: { name: 'engines', include: engines, exclude, retry: 1 } },
      // They share the browser of their worker too.
      ...sharing('browser', browser, exclude, { retry: 1 }),
    ],
  },
})
