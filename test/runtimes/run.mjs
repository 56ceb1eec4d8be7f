// Runs the program in the runtime that runs this, and says which transport was loaded.
import { run } from './program.mjs'

console.log(await run())
