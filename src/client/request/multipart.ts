import { joinBytes } from '../../common/bytes.js'
import type { AudienceFile } from '../../spec/api/index.js'
import { fieldsOf } from './query.js'
import { checkText } from './text.js'

/** Writes a multipart body: fields unchanged, `file` as `text/plain`. */
export async function multipartOf(
  fields: { file: AudienceFile },
  boundary: string,
): Promise<Uint8Array> {
  const { file, ...rest } = fields
  const parts = fieldsOf(rest).map(
    ([name, value]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const head =
    parts.join('') +
    `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="ids.txt"\r\n` +
    'Content-Type: text/plain\r\n\r\n'
  return joinBytes([encode(head), await linesOf(file), encode(`\r\n--${boundary}--\r\n`)])
}

const encoder = new TextEncoder()
const encode = (text: string) => encoder.encode(text)

async function linesOf(file: AudienceFile): Promise<Uint8Array> {
  if (file instanceof Uint8Array) return file
  if (typeof file === 'string') return encodeFile(file)
  if ('arrayBuffer' in file) return new Uint8Array(await file.arrayBuffer())
  return encodeFile(file.join('\n'))
}

function encodeFile(text: string): Uint8Array {
  checkText('file', text)
  return encode(text)
}
