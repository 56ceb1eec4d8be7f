/** Over TLS, as with LINE itself. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { Agent, createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { LineClient, LineConnectionError } from '../../src/client/index.js'
import { failure, token, userId } from './setup.js'

/** A key and a certificate for this machine, good for a day; undefined where there is no openssl. */
function certificate(): { key: string; cert: string } | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'fukidashi-'))
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  try {
    const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1']
    const files = ['-keyout', key, '-out', cert]
    execFileSync(
      'openssl',
      ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', ...files, ...subject],
      { stdio: 'ignore' },
    )
    return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') }
  } catch {
    return undefined
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const own = certificate()

it.skipIf(!own)('sends, and sends nothing to a server that cannot prove who it is', async () => {
  const paths: string[] = []
  const server = createServer(own!, (request, response) => {
    paths.push(request.url!)
    response.end('{"sentMessages":[]}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const baseUrl = `https://127.0.0.1:${(server.address() as AddressInfo).port}`

  const trusting = new Agent({ keepAlive: true, ca: own!.cert })
  await new LineClient({ channelAccessToken: token, baseUrl, agent: trusting }).messages.push(
    userId,
    'a',
  )
  expect(paths).toEqual(['/v2/bot/message/push'])

  const wary = new LineClient({ channelAccessToken: token, baseUrl, retry: false })
  const error = await failure(wary.messages.reply('token', 'a'), LineConnectionError)
  expect(error).toMatchObject({ code: 'connection_failed', accepted: 'no' })
  expect(paths).toHaveLength(1)
  trusting.destroy()
  server.close()
})
