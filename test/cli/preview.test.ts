/** `fukidashi preview` as a program of its own. */
import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { project as folderWith, shop } from '../catalog/support.js'
import { useBuiltPackage } from '../support/built-package.js'

const { command, installIn } = useBuiltPackage()

const running: ChildProcess[] = []
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
})

interface StartOptions {
  files?: Readonly<Record<string, string>>
  env?: Record<string, string>
}

/** Starts the command in a project, and reads what it prints. */
async function start(args: readonly string[], { files = shop, env = {} }: StartOptions = {}) {
  const cwd = await folderWith(files)
  await installIn(cwd)
  const child = spawn(process.execPath, [command(), 'preview', ...args], {
    cwd,
    env: { ...process.env, ...env },
  })
  running.push(child)
  let out = ''
  let err = ''
  child.stdout.on('data', (data) => (out += String(data)))
  child.stderr.on('data', (data) => (err += String(data)))
  const ended = new Promise<{ code: number | null; signal: string | null }>((done) => {
    child.once('close', (code, signal) => done({ code, signal }))
  })
  const page = async (): Promise<string> => {
    await expect.poll(() => out).toMatch(/open http:\S+/)
    return /open (http:\S+)/.exec(out)![1]!
  }
  return { child, ended, page, out: () => out, err: () => err }
}

const post = (origin: string, path: string, body: object, headers: Record<string, string> = {}) =>
  fetch(`${origin}/_fukidashi/preview/${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  })

const card = { file: 'card.messages.tsx', name: 'Normal' }

describe('fukidashi preview', () => {
  it('prints its address, serves the page and a story, and ends with 0 at Ctrl-C', async () => {
    const { child, ended, page, out } = await start(['--port', '0'])
    const origin = await page()
    const html = await fetch(origin)
    expect(html.headers.get('content-security-policy')).toContain("script-src 'self'")
    expect(await html.text()).toContain('/_fukidashi/preview/page.js')
    const answer = await post(origin, 'story', card)
    expect(JSON.stringify(await answer.json())).toContain('Sencha')
    await expect.poll(out).toContain('2 stories in 1 file.')
    child.kill('SIGINT')
    expect(await ended).toEqual({ code: 0, signal: null })
  })

  it('ends at Ctrl-C although a story never ends', async () => {
    const { child, ended, page } = await start(['--port', '0'], {
      files: {
        ...shop,
        'loop.messages.tsx': `console.log('looping')\nwhile (true);\nexport const A = later()`,
      },
    })
    const origin = await page()
    void post(origin, 'story', { file: 'loop.messages.tsx', name: 'A' }).catch(() => undefined)
    await new Promise<void>((resolve) => {
      child.stdout.on('data', (data) => {
        if (String(data).includes('looping')) resolve()
      })
    })
    child.kill('SIGINT')
    expect((await ended).signal).toBe('SIGINT')
  })

  it('shows an error that a module throws, with its line', async () => {
    const { page } = await start(['--port', '0'], {
      files: {
        ...shop,
        'bad.messages.tsx': `import { catalog } from './catalog.js'\n\nthrow new TypeError('No database')\nexport const A = catalog.json({ title: 'A', messages: [] })`,
      },
    })
    const answer = await post(await page(), 'story', { file: 'bad.messages.tsx', name: 'A' })
    expect(await answer.json()).toMatchObject({
      failure: {
        name: 'TypeError',
        message: 'No database',
        place: { file: 'bad.messages.tsx', line: 3 },
        stack: [expect.stringContaining('bad.messages.tsx:3')],
      },
    })
  })

  it('continues when a story throws later', async () => {
    const { page, err } = await start(['--port', '0'], {
      files: {
        ...shop,
        'late.messages.tsx': `setTimeout(() => { throw new Error('too late') }, 1)\nPromise.reject(new Error('unhandled'))\nexport const A = later()\nfunction later() {}`,
      },
    })
    const origin = await page()
    await post(origin, 'story', { file: 'late.messages.tsx', name: 'A' })
    await expect.poll(err).toContain('too late')
    await expect.poll(err).toContain('unhandled')
    expect((await post(origin, 'story', card)).status).toBe(200)
  })

  it('waits for the first story in an empty project', async () => {
    const { page, out } = await start(['--port', '0'], { files: {} })
    await page()
    await expect.poll(out).toContain('There are no story files (*.messages.tsx)')
  })

  it('takes globs', async () => {
    const files = {
      ...shop,
      'b/other.stories.tsx': shop['card.messages.tsx'].replaceAll("'./", "'../"),
    }
    const { page } = await start(['b/*.stories.tsx', '--port', '0'], { files })
    const project = (await (await post(await page(), 'project', {})).json()) as object
    expect(project).toMatchObject({ files: [{ file: 'b/other.stories.tsx' }] })
  })
})

describe('wrong arguments end it with 2', () => {
  it.each([
    [['--port', 'x'], '--port must be a number from 0 to 65535'],
    [['--host', 'a b'], '--host must be an address'],
    [['--allow-host', 'https://x'], '--allow-host must be a host name'],
    [['--emulator', 'x'], '--emulator must be a URL'],
    [['--timeout', 'x'], 'timeout'],
    [['--prot', '1'], 'Unknown option --prot. Did you mean --port?'],
    [['none/*.tsx', '--port', '0'], 'No file matches none/*.tsx'],
  ])('%j', async (args, message) => {
    const { ended, err } = await start(args)
    expect((await ended).code).toBe(2)
    expect(err()).toContain(message)
  })

  it('a port that is taken', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const { port } = other.address() as { port: number }
    const { ended, err } = await start(['--port', String(port)])
    expect((await ended).code).toBe(2)
    expect(err()).toContain(`Port ${port} is taken`)
    other.close()
  })
})

it('has help', async () => {
  const { ended, out } = await start(['--help'])
  expect((await ended).code).toBe(0)
  expect(out()).toContain('--emulator <URL>')
  expect(out()).toContain('LINE_USER_ID')
})

describe('other sites and machines', () => {
  it('cannot call it', async () => {
    const { page } = await start(['--port', '0'])
    const origin = await page()
    for (const headers of [
      { origin: 'https://evil.example' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ]) {
      for (const path of ['story', 'send', 'open', 'reload', 'source', 'project'])
        expect((await post(origin, path, card, headers)).status).toBe(403)
      expect((await fetch(origin, { headers })).status).toBe(403)
    }
    // A form of another site has no JSON.
    const form = await post(origin, 'reload', {}, { 'content-type': 'text/plain' })
    expect(form.status).toBe(415)
  })

  it('need the token, for every request', async () => {
    const { page } = await start(['--port', '0', '--host', '0.0.0.0'])
    const address = await page()
    const { origin, searchParams } = new URL(address)
    const token = searchParams.get('token')!
    expect(token).toHaveLength(32)
    for (const path of ['story', 'send', 'open', 'reload', 'source', 'project'])
      expect((await post(origin, path, card)).status).toBe(403)
    expect((await fetch(origin)).status).toBe(403)
    expect((await fetch(`${origin}/_fukidashi/preview/events`)).status).toBe(403)
    // A path of the same length is no way around it.
    const other = await fetch(`${origin}/aaaaaaaaaaaaaaaaaaa/story`, {
      method: 'POST',
      body: JSON.stringify(card),
      headers: { 'content-type': 'application/json' },
    })
    expect(other.status).toBe(404)
    const first = await fetch(address, { redirect: 'manual' })
    expect(first.status).toBe(302)
    const cookie = first.headers.get('set-cookie')!.split(';')[0]!
    expect((await post(origin, 'story', card, { cookie })).status).toBe(200)
  })

  it('get an answer to bodies that are wrong or too large', async () => {
    const { page } = await start(['--port', '0'])
    const origin = await page()
    expect((await post(origin, 'story', { file: 1 })).status).toBe(400)
    expect((await post(origin, 'story', { ...card, props: [{ path: 'x' }] })).status).toBe(400)
    expect((await post(origin, 'send', { to: 'elsewhere', messages: [] })).status).toBe(400)
    expect((await post(origin, 'source', { json: 'x'.repeat(2_000_000) })).status).toBe(413)
    expect((await post(origin, 'nothing', {})).status).toBe(404)
    expect((await fetch(`${origin}/_fukidashi/preview/words/__proto__`)).status).toBe(404)
  })
})
