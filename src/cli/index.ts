#!/usr/bin/env node
/** The program of the `fukidashi` command. Old versions of Node can read this file, so that they say what is missing. */

const needed = '20.19'
const version = process.versions.node
const [major = 0, minor = 0] = version.split('.').map(Number)

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `fukidashi: Node ${needed} or newer is needed; this is ${version}. Install a newer one from https://nodejs.org, or with a version manager: nvm install 22`,
  )
  process.exit(1)
} else {
  // Imports at the top would be read, and perhaps not understood, before the check.
  import('./main.js').then(
    ({ main }) => main(),
    (error: unknown) => {
      console.error(error)
      process.exit(1)
    },
  )
}
