/** Takes a missing `altText` from the content of the message. */
import type { ComponentHost } from '../jsx-runtime/component.js'
import type { Component } from '../jsx-runtime/component.js'
import { truncate } from '../spec/counting.js'
import { type ComponentRow, fromRow } from './from-row.js'

// Short enough for every client, see `altText` in the spec.
const room = 400

/** Sets `altText` from the content if there is none, and warns. Without any text in the content it stays missing, which is an error later. */
export function deriveAltText(
  compiler: ComponentHost,
  message: object & { altText?: unknown },
  content: unknown,
  property = 'altText',
): void {
  if (message.altText !== undefined) return
  const texts: string[] = []
  collect(content, texts, 0)
  const altText = truncate(texts.join(' ').replace(/\s+/g, ' ').trim(), room, 'utf16')
  if (altText === '') return
  message.altText = altText
  compiler.report(
    'alt_text_derived',
    `altText is missing and was taken from the content: ${JSON.stringify(altText)}; write one for notifications`,
    { severity: 'warning', property },
  )
}

/** A component whose `altText` is taken from a property of its JSON if it is missing. */
/*#__NO_SIDE_EFFECTS__*/
export const fromRowWithAltText = <P extends object & { children?: unknown }>(
  row: ComponentRow,
): Component<P> =>
  fromRow(row, {}, (message, compiler) =>
    deriveAltText(compiler, message, (message as Record<string, unknown>)[row[4]!]),
  )

const texts = ['title', 'text', 'label'] as const
const nested = ['header', 'hero', 'body', 'footer', 'contents', 'columns', 'altContent'] as const

function collect(value: unknown, found: string[], depth: number): void {
  if (typeof value !== 'object' || value === null || depth > 50) return
  if (Array.isArray(value)) {
    for (const item of value) collect(item, found, depth + 1)
    return
  }
  const json = value as Record<string, unknown>
  // The spans of a text are one text.
  if (json['type'] === 'text' && Array.isArray(json['contents'])) {
    found.push(json['contents'].map((span) => (span as { text?: string } | null)?.text).join(''))
    return
  }
  for (const name of texts) if (typeof json[name] === 'string') found.push(json[name])
  for (const name of nested) collect(json[name], found, depth + 1)
}
