/** Files that the page opens in an editor, and servers that other machines can reach. */
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createEmulator } from '../../src/emulator/index.js'
import { type EmulatorServer, listen, type ListenOptions } from '../../src/emulator/node/index.js'
import { type OpenedPlace, serveUi } from '../../src/emulator/ui/index.js'

let server: EmulatorServer
let folder: string
let opened: OpenedPlace[]

beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'fukidashi-open-')))
  await mkdir(join(folder, 'shop/src'), { recursive: true })
  await writeFile(join(folder, 'shop/src/bot.ts'), 'export {}\n')
  await writeFile(join(folder, 'secret.txt'), 'secret\n')
  await symlink(join(folder, 'secret.txt'), join(folder, 'shop/link.ts'))
  opened = []
})
afterEach(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

async function serve(options: ListenOptions = {}, fails?: Error) {
  const line = createEmulator()
  line.projectFolder = join(folder, 'shop')
  const openInEditor = (place: OpenedPlace) => {
    if (fails) throw fails
    opened.push(place)
  }
  server = await listen(line, { pages: serveUi(line, { openInEditor }), ...options })
}

/** A request with headers that `fetch` does not let through. */
function send(
  path: string,
  {
    headers = {},
    body,
    method = body === undefined ? 'GET' : 'POST',
  }: {
    headers?: Record<string, string>
    body?: unknown
    method?: string
  } = {},
) {
  return new Promise<{ status: number; text: string; headers: NodeJS.Dict<string | string[]> }>(
    (resolve, reject) => {
      const url = new URL(path, server.url)
      const request = httpRequest(
        url,
        { method, headers: { 'content-type': 'application/json', ...headers } },
        (response) => {
          let text = ''
          response.on('data', (piece) => (text += String(piece)))
          response.on('end', () =>
            resolve({ status: response.statusCode!, text, headers: response.headers }),
          )
        },
      )
      request.on('error', reject)
      request.end(body === undefined ? undefined : JSON.stringify(body))
    },
  )
}

const openPath = '/_fukidashi/ui/open'

describe('the editor', () => {
  it('opens a file of the project at its line and column', async () => {
    await serve()
    const { status } = await send(openPath, { body: { file: 'src/bot.ts', line: 3, column: 7 } })
    expect(status).toBe(200)
    expect(opened).toEqual([{ file: join(folder, 'shop/src/bot.ts'), line: 3, column: 7 }])
  })

  it.each([
    '../secret.txt',
    'src/../../secret.txt',
    'link.ts',
    'src',
    'nowhere.ts',
    '/etc/hostname',
    '',
    'src/bot.ts\0.png',
  ])('never opens %j', async (file) => {
    await serve()
    const { status } = await send(openPath, { body: { file, line: 1, column: 1 } })
    expect([400, 404]).toContain(status)
    expect(opened).toEqual([])
  })

  it.each<[string, object]>([
    ['of another site', { headers: { origin: 'https://evil.example' } }],
    ['of another site, by its mark', { headers: { 'sec-fetch-site': 'cross-site' } }],
    ['for another host', { headers: { host: 'evil.example' } }],
    ['that a proxy passes on', { headers: { 'x-forwarded-for': '203.0.113.7' } }],
    ['that is no JSON', { headers: { 'content-type': 'text/plain' } }],
    ['with a wrong line', { body: { file: 'src/bot.ts', line: -1 } }],
  ])('refuses a request %s', async (_, options) => {
    await serve()
    const { status } = await send(openPath, { body: { file: 'src/bot.ts', line: 1 }, ...options })
    expect([400, 403]).toContain(status)
    expect(opened).toEqual([])
  })

  it('refuses a request for a name of this machine that others may use', async () => {
    await serve({ allowedHosts: ['bot.internal'] })
    const { status } = await send(openPath, {
      body: { file: 'src/bot.ts' },
      headers: { host: 'bot.internal' },
    })
    expect(status).toBe(403)
    expect(opened).toEqual([])
  })

  it('says why it cannot be opened', async () => {
    await serve({}, new Error('Set LAUNCH_EDITOR.'))
    const { status, text } = await send(openPath, { body: { file: 'src/bot.ts' } })
    expect([status, text]).toEqual([502, '{"message":"Set LAUNCH_EDITOR."}'])
  })
})

describe('a server with a token', () => {
  const token = 't0ken-of-the-page'

  it('shows its page and its control API only with the token', async () => {
    await serve({ token })
    for (const path of [
      '/',
      '/_fukidashi',
      '/_fukidashi/people',
      '/_fukidashi/ui/view',
      openPath,
    ]) {
      const refused = await send(path)
      expect([path, refused.status]).toEqual([path, 403])
      expect(refused.text).toContain('?token=')
      expect((await send(`${path}?token=wrong`)).status).toBe(403)
    }
    expect(await send('/_fukidashi/people?token=' + token)).toMatchObject({ status: 200 })
    expect(
      await send('/_fukidashi/people', { headers: { authorization: `Bearer ${token}` } }),
    ).toMatchObject({ status: 200 })
    // LINE's operations have a token of their own.
    expect(await send('/v2/bot/info')).toMatchObject({ status: 401 })
  })

  it('keeps the token of its address in a cookie that scripts cannot read', async () => {
    await serve({ token })
    const first = await send(`/?token=${token}`)
    expect([first.status, first.headers['location']]).toEqual([302, '/'])
    const [cookie = ''] = first.headers['set-cookie'] as string[]
    expect(cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/)
    const headers = { cookie: cookie.split(';')[0]! }
    expect(await send('/', { headers })).toMatchObject({ status: 200 })
    expect(await send('/_fukidashi/ui/view', { headers })).toMatchObject({ status: 200 })
  })
})

describe('a server at all addresses', () => {
  it('takes addresses and permitted names, and no others', async () => {
    const token = 'of-the-page'
    await serve({ host: '0.0.0.0', allowedHosts: ['Box.Internal'], token })
    const statusFor = async (host: string) =>
      (await send(`/_fukidashi?token=${token}`, { headers: { host } })).status
    expect(await statusFor('192.168.1.5:4000')).toBe(200)
    expect(await statusFor('box.internal:4000')).toBe(200)
    expect(await statusFor('rebound.example:4000')).toBe(403)
    expect(await statusFor('192.168.1.5.evil.example')).toBe(403)
  })

  it('takes pages that a proxy serves at a permitted name', async () => {
    await serve({ allowedHosts: ['shop-4000.app.github.dev'] })
    const post = (origin: string) => send('/_fukidashi/reset', { body: {}, headers: { origin } })
    expect((await post('https://shop-4000.app.github.dev')).status).toBe(200)
    expect((await post('https://other-4000.app.github.dev')).status).toBe(403)
    expect((await post('null')).status).toBe(403)
  })

  it('takes no address without a token', async () => {
    await serve({ host: '0.0.0.0' })
    expect((await send('/', { headers: { host: '192.168.1.5' } })).status).toBe(403)
  })
})
