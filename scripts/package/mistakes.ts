/** Wrong set-ups of a project, and the error that docs/getting-started.md shows for each. */

/** A wrong set-up. */
export interface Mistake {
  readonly name: string
  readonly files: Readonly<Record<string, string>>
  /** `tsc`, or `tsx` with a file. */
  readonly args: readonly string[]
  /** A part of the error, as the page has it. */
  readonly error: string
}

const hello = `import { render, Text } from 'fukidashi'
console.log(JSON.stringify(render(<Text>Hello</Text>)))
`
const module = '{ "type": "module" }'

/** @param tsconfig - the right tsconfig.json */
export function mistakes(tsconfig: string): Mistake[] {
  const without = (line: RegExp): string => {
    const text = tsconfig.replace(line, '')
    if (text === tsconfig) throw new Error(`tsconfig.json of the page has no ${line.source}`)
    return text
  }
  const project = (config: string, code = hello, manifest = module) => ({
    'package.json': manifest,
    'tsconfig.json': config,
    'hello.tsx': code,
  })
  const noJsx = without(/ *"jsx": .*\n/)
  const noSource = without(/ *"jsxImportSource": .*\n/)
  return [
    {
      name: 'no jsx',
      files: project(noJsx),
      args: ['tsc'],
      error: "Cannot use JSX unless the '--jsx' flag is provided.",
    },
    {
      name: 'no jsxImportSource',
      files: project(noSource),
      args: ['tsc'],
      error: "This JSX tag requires the module path 'react/jsx-dev-runtime' to exist",
    },
    {
      name: 'no jsxImportSource, with tsx',
      files: project(noSource),
      args: ['tsx', 'hello.tsx'],
      error: "Cannot find package 'react'",
    },
    {
      name: 'no tsconfig.json, with tsx',
      files: { 'package.json': module, 'hello.tsx': hello },
      args: ['tsx', 'hello.tsx'],
      error: 'ReferenceError: React is not defined',
    },
    ...['react', 'preserve'].map((jsx) => ({
      name: `"jsx": "${jsx}", with tsx`,
      files: project(tsconfig.replace('react-jsxdev', jsx)),
      args: ['tsx', 'hello.tsx'],
      error: 'ReferenceError: React is not defined',
    })),
    {
      name: '"jsx": "react"',
      files: project(tsconfig.replace('react-jsxdev', 'react')),
      args: ['tsc'],
      error: "Option 'jsxImportSource' cannot be specified when option 'jsx' is 'react'.",
    },
    {
      name: 'no "type": "module"',
      files: project(tsconfig, `await Promise.resolve()\n${hello}`, '{ "type": "commonjs" }'),
      args: ['tsc'],
      error: "The current file is a CommonJS module and cannot use 'await' at the top level.",
    },
    {
      name: 'no types',
      files: project(without(/ *"types": .*\n/), `console.log(process.env.X)\n${hello}`),
      args: ['tsc'],
      error: "Cannot find name 'process'. Do you need to install type definitions for node?",
    },
    {
      name: 'types that are not installed',
      files: project(tsconfig.replace('"node"', '"missing-types"')),
      args: ['tsc'],
      error: 'Cannot find type definition file for',
    },
    {
      name: 'moduleResolution node10',
      files: project(
        tsconfig.replace(
          '"nodenext"',
          '"commonjs", "moduleResolution": "node10", "ignoreDeprecations": "6.0"',
        ),
        `import { createBot } from 'fukidashi/webhook'\ncreateBot()\n${hello}`,
      ),
      args: ['tsc'],
      error: "Cannot find module 'fukidashi/webhook' or its corresponding type declarations.",
    },
  ]
}
