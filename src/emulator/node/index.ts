/** `fukidashi/emulator/node`: the emulator over HTTP, and in a file. */
export { type EmulatorServer, listen, type ListenOptions } from './listen.js'
export { loadState, saveState } from './state-file.js'
