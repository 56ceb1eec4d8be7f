/** `fukidashi/emulator/node`: the emulator over HTTP, and in a file. */
export { type EmulatorServer, listen, type ListenOptions } from './listen.js'
export type { Emulator } from '../index.js'
export { loadState, openState, saveState, type StateFile } from './state-file.js'
