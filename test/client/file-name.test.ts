/** Names that users chose do no harm where files are saved under them. */
import { describe, expect, it } from 'vitest'
import { safeFileName } from '../../src/client/index.js'
import { clientOf } from './setup.js'

const rows: [given: string, safe: string][] = [
  ['report.pdf', 'report.pdf'],
  ['注文 (1).pdf', '注文 (1).pdf'],
  ['👩‍👩‍👧.png', '👩‍👩‍👧.png'],
  ['a.tar.gz', 'a.tar.gz'],
  // Other folders
  ['../../etc/passwd', 'passwd'],
  ['/etc/passwd', 'passwd'],
  ['..\\..\\windows\\system.ini', 'system.ini'],
  ['C:\\a\\b.txt', 'b.txt'],
  ['C:b.txt', 'C_b.txt'],
  ['\\\\server\\share\\a.txt', 'a.txt'],
  ['a/..', 'a'],
  ['a/', 'a'],
  ['..', 'file'],
  ['.', 'file'],
  ['/', 'file'],
  ['./. ./..', 'file'],
  ['..\u0000/a', 'a'],
  ['.\u202e./a', 'a'],
  // Nothing
  ['', 'file'],
  ['   ', 'file'],
  ['\u202e\u0000\r\n', 'file'],
  // Hidden, an option, a stream
  ['.htaccess', 'htaccess'],
  ['.. .env', 'env'],
  ['-rf', '_-rf'],
  ['a.txt:hidden.exe', 'a.txt_hidden.exe'],
  // What is not what it seems
  ['invoice\u202efdp.exe', 'invoicefdp.exe'],
  ['a.pdf\r\nb.exe', 'a.pdfb.exe'],
  ['a.exe\u0000.png', 'a.exe.png'],
  ['a.exe. . ', 'a.exe'],
  ['\ud83da\ude00.txt', 'a.txt'],
  ['<a>|"b"?*.txt', '_a___b___.txt'],
  // Devices
  ['CON', '_CON'],
  ['con.txt', '_con.txt'],
  ['nul .txt', '_nul .txt'],
  ['COM1.tar.gz', '_COM1.tar.gz'],
  ['lpt³', '_lpt³'],
  ['CONOUT$', '_CONOUT$'],
  ['aux.', '_aux'],
  ['.nul', '_nul'],
  ['console.log', 'console.log'],
  ['com10', 'com10'],
]

it.each(rows)('%j is saved as %j', (given, safe) => {
  expect(safeFileName(given)).toBe(safe)
})

describe('names of any length', () => {
  const bytes = (name: string) => Buffer.byteLength(name)

  it.each([
    ['letters', `${'a'.repeat(100_000)}.pdf`],
    ['characters of three bytes', `${'注'.repeat(1_000)}.pdf`],
    ['characters of four bytes', `${'😀'.repeat(1_000)}.pdf`],
  ])('are shortened, and keep their extension: %s', (_, name) => {
    const safe = safeFileName(name)
    expect(safe.endsWith('.pdf')).toBe(true)
    expect(bytes(safe)).toBeLessThanOrEqual(200)
    expect(bytes(safe)).toBeGreaterThan(190)
    expect(safe).not.toMatch(/\p{Surrogate}/u)
  })

  it.each(['.', ' ', '. ', '/', '../', '\u202e', ':', '-'])(
    'of nothing but %j take no time',
    (part) => {
      const safe = safeFileName(part.repeat(200_000))
      expect(bytes(safe)).toBeGreaterThan(0)
      expect(bytes(safe)).toBeLessThanOrEqual(200)
    },
  )

  it('are safe once they are', () => {
    const parts = ['.', ' ', '/', '\\', 'a', 'con', ':', '\u202e', '\ud83d', '😀', '-', 'é', '\n']
    let seed = 5
    const pick = () =>
      parts[(seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % parts.length]!
    for (let i = 0; i < 5_000; i++) {
      const safe = safeFileName(Array.from({ length: i % 40 }, pick).join(''))
      expect(safeFileName(safe)).toBe(safe)
      expect(safe).toMatch(/^[^./\\ -][^/\\\p{Cc}\u202e]*(?<![. ])$/u)
    }
  })
})

it('the name of a download is one that can be saved by', async () => {
  for (const [disposition, name] of [
    ['attachment; filename="../../etc/passwd"', 'passwd'],
    ["attachment; filename*=UTF-8''..%2F..%2F%E2%80%AEtxt.exe", 'txt.exe'],
    ["attachment; filename*=UTF-8''%", '%'],
    ['attachment; filename=..', 'file'],
    ['attachment', undefined],
  ] as const) {
    const { line } = await clientOf({ headers: { 'content-disposition': disposition }, body: 'a' })
    const content = await line.content.get('1')
    expect(content.fileName).toBe(name)
    await content.cancel()
  }
})
