/** Escapes text for HTML. */
const special = /[&<>"']/
const specials = /[&<>"']/g
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text that is safe between tags and in a quoted attribute. */
export const escape = (value: string): string =>
  special.test(value) ? value.replace(specials, (character) => entities[character] ?? '') : value
