/** Modules of Node, where the runtime has them. A static import would keep the emulator from running elsewhere. */

/** The parts that are used, declared here: programs for browsers that know these types have none of Node's. */
interface Builtins {
  'node:async_hooks': {
    AsyncLocalStorage: new <T>() => {
      run<R>(store: T, run: () => R): R
      getStore(): T | undefined
    }
  }
  'node:fs': {
    realpathSync(path: string): string
    statSync(path: string): { size: number }
    readFileSync(path: string, encoding: 'utf8'): string
  }
}

interface Runtime {
  process?: {
    cwd?: () => string
    env?: Record<string, string | undefined>
    getBuiltinModule?: (name: string) => unknown
  }
}

const { process } = globalThis as unknown as Runtime

/** A module of Node; `undefined` where there is none, as in browsers. */
export const builtin = <Name extends keyof Builtins>(name: Name): Builtins[Name] | undefined =>
  process?.getBuiltinModule?.(name) as Builtins[Name] | undefined

/** The working directory; `undefined` where there is none. */
export const workingDirectory = (): string | undefined => process?.cwd?.()

/** Environment variables. */
export const environment = (): Readonly<Record<string, string | undefined>> => process?.env ?? {}
