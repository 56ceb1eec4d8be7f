/** Names under which a server of a page answers, by the address at which it listens. */
import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { guard } from '../../../src/emulator/node/page-server.js'
import { urlAt } from '../../../src/emulator/node/serve-at.js'

const request = (host: string) =>
  Object.assign(new IncomingMessage(new Socket()), { method: 'GET', url: '/', headers: { host } })

const everywhere = ['0.0.0.0', '::', '0', '::0', '0:0:0:0:0:0:0:0']
const addresses = [
  '127.0.0.1',
  '0.0.0.0',
  '::',
  '::1',
  '192.168.1.5',
  'fd00::5',
  'FD00::A',
  'fd00:0:0:0:0:0:0:5',
  '::0',
  '0',
  'box',
]

describe('a server of a page', () => {
  it.each(addresses)('at %s answers at its own URL', (host) => {
    const { host: name } = new URL(urlAt(host, 4000))
    expect(guard({ host })(request(name))).toBeUndefined()
    expect(guard({ host, token: 'secret' })(request(name))).toBeUndefined()
  })

  it.each(addresses)('at %s refuses names of others', (host) => {
    const own = guard({ host, token: 'secret', allowedHosts: ['proxy.internal'] })
    for (const name of ['evil.example', 'evil.example:4000', 'box.evil.example', ''])
      expect(own(request(name))).toMatch(/^The Host header names another server/)
    expect(own(request('proxy.internal'))).toBeUndefined()
  })

  it.each(everywhere)('at %s answers at every address if it has a token', (host) => {
    for (const name of ['10.0.0.7:4000', '[fd00::5]:4000']) {
      expect(guard({ host, token: 'secret' })(request(name))).toBeUndefined()
      expect(guard({ host })(request(name))).toMatch(/^The Host header names another server/)
    }
  })
})
