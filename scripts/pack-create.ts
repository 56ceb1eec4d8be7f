/** Packs `create-fukidashi` into the current folder, and prints the name of the file. */
import { basename } from 'node:path'
import { packCreate } from './package/create.ts'

console.log(basename(await packCreate(process.cwd())))
