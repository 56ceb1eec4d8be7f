/** SHA-256 of a phone number, as notification messages name it: 64 hexadecimal digits in lower case. */
export async function digest(phone: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(phone))
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
