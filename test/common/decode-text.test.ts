/** Text files in the encodings that editors and shells write. */
import { expect, it } from 'vitest'
import { decodeText } from '../../src/common/decode-text.js'

const text = '{"text":"お茶🍵"}'
const little = Buffer.from(text, 'utf16le')

it.each([
  ['UTF-8', Buffer.from(text)],
  ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${text}`)],
  ['UTF-16, as PowerShell writes it', Buffer.concat([Buffer.from([0xff, 0xfe]), little])],
  ['UTF-16, big endian', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(little).swap16()])],
])('reads %s', (_, bytes) => {
  expect(decodeText(bytes)).toBe(text)
})

it('reads an empty file', () => {
  expect(decodeText(new Uint8Array())).toBe('')
})
