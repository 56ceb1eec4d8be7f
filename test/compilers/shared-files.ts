/** Versions 5.9 and 6 of TypeScript in this process: several projects share the files that are read. Version 7 has no such API. */
import { createRequire } from 'node:module'
import { dirname, resolve } from 'node:path'
import type * as TypeScript from 'typescript'
import { tsc, tscAll, type Version, versions } from './tsc.js'

/** Compiles a project, and returns the errors. */
export type Compile = (project: string) => Promise<string>

/** The TypeScript API of a version. */
export const apiOf = (version: Exclude<Version, '7'>) =>
  createRequire(import.meta.url)(
    resolve(versions[version], '../../lib/typescript.js'),
  ) as typeof TypeScript

/** A compiler for several projects, which reads each file of declarations once. */
export function compilerOf(version: Version): Compile {
  if (version === '7') return (project) => tsc(version, project)
  const ts = apiOf(version)
  const files = new Map<string, TypeScript.SourceFile | undefined>()

  const compile = (project: string): string => {
    const { config } = ts.readConfigFile(project, (file) => ts.sys.readFile(file)) as {
      config: unknown
    }
    const parsed = ts.parseJsonConfigFileContent(config, ts.sys, dirname(project))
    const { options, fileNames, errors } = parsed
    const host = ts.createCompilerHost(options)
    const read = host.getSourceFile.bind(host)
    host.getSourceFile = (name, how, ...rest) => {
      // How sources are read depends on more options.
      if (!name.endsWith('.d.ts')) return read(name, how, ...rest)
      const key = `${name} ${String((how as { impliedNodeFormat?: number }).impliedNodeFormat)}`
      if (!files.has(key)) files.set(key, read(name, how, ...rest))
      return files.get(key)
    }
    const program = ts.createProgram(fileNames, options, host)
    const { diagnostics } = program.emit()
    const all = [
      ...errors,
      ...program.getOptionsDiagnostics(),
      ...program.getSyntacticDiagnostics(),
      ...program.getGlobalDiagnostics(),
      ...program.getSemanticDiagnostics(),
      ...diagnostics,
    ]
    return ts.formatDiagnostics(ts.sortAndDeduplicateDiagnostics(all), host)
  }
  return (project) => Promise.resolve(compile(project))
}

/** Compiles projects in one process, which reads each file of declarations once, and returns the errors. */
export async function compileAll(version: Version, projects: readonly string[]): Promise<string> {
  if (version === '7') return tscAll(version, projects)
  const compile = compilerOf(version)
  const errors: string[] = []
  for (const project of projects) errors.push(await compile(project))
  return errors.join('')
}
