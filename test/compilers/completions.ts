/** What the editors of the three versions of TypeScript complete: TypeScript 7 over LSP, the others by their language service. */
import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { apiOf } from './shared-files.js'
import { type Version, versions } from './tsc.js'

/** Replaced by nothing; the cursor is there. */
const cursor = '/*|*/'

/**
 * Names that the editor offers at each `/*|*\/` of `main.tsx`.
 *
 * @param folder - has `main.tsx` and `tsconfig.json`
 */
export async function completions(version: Version, folder: string): Promise<string[][]> {
  const marked = await readFile(join(folder, 'main.tsx'), 'utf8')
  const source = marked.replaceAll(cursor, '')
  const places = marked
    .split(cursor)
    .slice(0, -1)
    .map((_, i, parts) => parts.slice(0, i + 1).join('').length)
  return version === '7'
    ? byLsp(folder, source, places)
    : byService(version, folder, source, places)
}

function byService(
  version: Exclude<Version, '7'>,
  folder: string,
  source: string,
  places: number[],
) {
  const ts = apiOf(version)
  const main = join(folder, 'main.tsx')
  const config = ts.readConfigFile(join(folder, 'tsconfig.json'), (file) => ts.sys.readFile(file))
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, folder)
  const read = (file: string) => (file === main ? source : ts.sys.readFile(file))
  const service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => [main],
    getScriptVersion: () => '1',
    getScriptSnapshot: (file) => {
      const text = read(file)
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text)
    },
    getCurrentDirectory: () => folder,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (file) => ts.sys.fileExists(file),
    readFile: read,
    directoryExists: (name) => ts.sys.directoryExists(name),
    getDirectories: (name) => ts.sys.getDirectories(name),
  })
  return places.map(
    (at) => service.getCompletionsAtPosition(main, at, {})?.entries.map(({ name }) => name) ?? [],
  )
}

interface Answer {
  id?: number
  method?: string
  result?: { items?: { label: string }[] } | { label: string }[] | null
  error?: { message: string }
}

async function byLsp(folder: string, source: string, places: number[]) {
  const server = spawn(process.execPath, [resolve(versions['7']), '--lsp', '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const waiting = new Map<number, (answer: Answer) => void>()
  const send = (message: object) => {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message })
    server.stdin.write(`Content-Length: ${String(Buffer.byteLength(text))}\r\n\r\n${text}`)
  }
  let received = Buffer.alloc(0)
  server.stdout.on('data', (piece: Buffer) => {
    received = Buffer.concat([received, piece])
    for (;;) {
      const [head, length] =
        /^(?:.+\r\n)*?Content-Length: (\d+)\r\n(?:.+\r\n)*\r\n/.exec(received.toString('latin1')) ??
        []
      if (head === undefined || received.length < head.length + Number(length)) return
      const end = head.length + Number(length)
      const answer = JSON.parse(received.toString('utf8', head.length, end)) as Answer
      received = received.subarray(end)
      if (answer.id === undefined) continue
      // The server asks too, for its settings; it gets none.
      if (answer.method === undefined) waiting.get(answer.id)?.(answer)
      else
        send({ id: answer.id, result: answer.method === 'workspace/configuration' ? [{}] : null })
    }
  })
  let count = 0
  const ask = async (method: string, params: object) => {
    const id = ++count
    const answer = new Promise<Answer>((settle) => waiting.set(id, settle))
    send({ id, method, params })
    const { result, error } = await answer
    if (error) throw new Error(error.message)
    return result
  }
  const uri = pathToFileURL(join(folder, 'main.tsx')).href
  try {
    await ask('initialize', {
      processId: process.pid,
      rootUri: pathToFileURL(folder).href,
      capabilities: {},
    })
    send({ method: 'initialized', params: {} })
    const textDocument = { uri, languageId: 'typescriptreact', version: 1, text: source }
    send({ method: 'textDocument/didOpen', params: { textDocument } })
    const names: string[][] = []
    for (const at of places) {
      const lines = source.slice(0, at).split('\n')
      const position = { line: lines.length - 1, character: lines.at(-1)!.length }
      const result = await ask('textDocument/completion', { textDocument: { uri }, position })
      const items = Array.isArray(result) ? result : (result?.items ?? [])
      names.push(items.map(({ label }) => label))
    }
    return names
  } finally {
    server.kill()
  }
}
