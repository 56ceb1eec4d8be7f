/** A folder from which Express and the official SDK are found: those of the tests, installed if they are missing. */
import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { preparePeers } from '../../scripts/prepare/peers.ts'

export function peersCache(): string {
  preparePeers()
  const folder = resolve('test/peers/node_modules/.cache/fukidashi-bench')
  mkdirSync(folder, { recursive: true })
  return folder
}
