/** Multipart forms. */
import { refusal } from '../api/answer.js'
import type { Call } from '../api/call.js'
import { oneError } from '../api/check-messages.js'
import { sentences } from '../api/sentences.js'

/** The fields of a form, and its file as text. @throws {Refusal} 400, 415 */
export async function fileOf(
  call: Call,
): Promise<{ fields: Record<string, unknown>; file: string }> {
  let form: FormData
  try {
    const response = new Response(call.bytes().slice(), {
      headers: { 'content-type': call.header('content-type') ?? '' },
    })
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- lists of ids of bounded size, on this machine
    form = await response.formData()
  } catch {
    throw refusal(400, sentences.badRequest)
  }
  const file = form.get('file')
  if (!(file instanceof Blob)) throw oneError(sentences.mustBeSpecified, 'file')
  if (!file.type.startsWith('text/plain'))
    throw refusal(415, sentences.contentTypeUnsupported(file.type))
  const fields = Object.fromEntries([...form].filter(([, value]) => typeof value === 'string'))
  return { fields, file: await file.text() }
}
