/** Code with and without its comments, which a translation may have in its own language. */
import type { CodeBlock } from './sections.ts'

/** Comments that compilers read (`@jsxImportSource`, `/// <reference>`) are code. */
const comments: Readonly<Record<string, RegExp>> = {
  script: /(?<=^|\s)\/\/ (?!@).*$|\/\*(?!\*? *@)[\s\S]*?\*\//gm,
  shell: /(?<=^|\s)# .*$/gm,
}

const kinds: Readonly<Record<string, string>> = {
  js: 'script',
  jsx: 'script',
  ts: 'script',
  tsx: 'script',
  sh: 'shell',
  yaml: 'shell',
  yml: 'shell',
  toml: 'shell',
  dockerfile: 'shell',
}

const commentOf = ({ info }: CodeBlock): RegExp | undefined =>
  comments[kinds[info.split(' ')[0]!] ?? '']

export const codeComments = (block: CodeBlock): string[] => {
  const pattern = commentOf(block)
  return pattern ? (block.code.match(pattern) ?? []) : []
}

/** The same for two blocks that differ in their comments only. */
export function codeWithoutComments(block: CodeBlock): string {
  const pattern = commentOf(block)
  const code = pattern ? block.code.replace(pattern, '//') : block.code
  return `${block.info}\n${code.replace(/[ \t]+(?=\/\/$)/gm, ' ')}`
}
