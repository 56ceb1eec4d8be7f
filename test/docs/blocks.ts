/** The code in the documents: blocks of pages, and examples of docstrings. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { isTranslated } from '../../scripts/docs/translation/pages.ts'

export interface Block {
  /** The page or source file, from the root of the repository. */
  from: string
  /** Line of the first line of code. */
  line: number
  code: string
  /** `menu.tsx`, where the fence names it; other blocks of the page import it by that name. */
  name: string | undefined
  /** What the page says that running it prints: the `output` block after it. */
  output: { language: string; text: string } | undefined
  /** An example of a docstring: it imports nothing, and its data is not declared. */
  snippet: boolean
}

const fence = /^( *)```(\w+)?(.*)\n([\s\S]*?)^\1```$/gm

/** The TypeScript blocks of a page. */
export function blocksOfPage(file: string): Block[] {
  const text = readFileSync(file, 'utf8')
  const blocks: Block[] = []
  let before: Block | undefined
  for (const match of text.matchAll(fence)) {
    const [, indent = '', language, info = '', code = ''] = match
    const words = info.trim().split(/\s+/).filter(Boolean)
    const dedented = code.replaceAll(new RegExp(`^${indent}`, 'gm'), '')
    if (words.includes('output')) {
      if (!before) throw new Error(`${file}: an output block follows no block of code`)
      before.output = { language: language ?? 'text', text: dedented }
    } else if ((language === 'tsx' || language === 'ts') && !words.includes('no-check')) {
      const block: Block = {
        from: file,
        line: text.slice(0, match.index).split('\n').length + 1,
        code: dedented,
        name: words.find((word) => /\.tsx?$/.test(word)),
        output: undefined,
        // The page made of docstrings.
        snippet: file === 'docs/components.md',
      }
      blocks.push(block)
      before = block
    }
  }
  return blocks
}

/** The pages that show code. Translated pages have the same code, which `translations.test.ts` compares. */
export const pages = (): string[] =>
  ['README.md', 'CONTRIBUTING.md', 'examples/README.md', ...filesBelow('docs', /\.md$/)].filter(
    (file) => ts.sys.fileExists(file) && !isTranslated(file),
  )

/** The examples in the docstrings of a source file. */
export function examplesOf(file: string): Block[] {
  const text = readFileSync(file, 'utf8')
  if (!text.includes('@example')) return []
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const blocks: Block[] = []
  const seen = new Set<number>()
  const visit = (node: ts.Node): void => {
    for (const tag of ts.getJSDocTags(node)) {
      if (tag.tagName.text !== 'example' || seen.has(tag.pos)) continue
      seen.add(tag.pos)
      // What follows `@example` on its line would be taken for the first line of code.
      const code = linesOf(text.slice(tag.tagName.end, tag.end))
      const line = source.getLineAndCharacterOfPosition(tag.tagName.end).line + 2
      blocks.push({ from: file, line, code, name: undefined, output: undefined, snippet: true })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return blocks
}

/** The text of a comment without its stars and fences. */
const linesOf = (comment: string): string =>
  comment
    .split('\n')
    .slice(1)
    .map((line) => line.replace(/^\s*\*? ?/, '').replace(/^```.*$/, ''))
    .join('\n')
    .replace(/\n\/?\s*$/, '')

/** The source files that a user can reach through an entry point of the package. */
export function sources(): string[] {
  const front = readFileSync('src/index.ts', 'utf8')
  const entries = readFileSync('package.json', 'utf8')
  const isReached = (file: string) => {
    const room = file.split('/')[1]!
    return front.includes(`from './${room}/`) || entries.includes(`./src/${room}/index.ts`)
  }
  // Of what is generated, users see the builders, and people and groups of the emulator.
  const isWritten = (file: string) =>
    !file.includes('/generated/') || /^src\/(?:builders|emulator)\//.test(file)
  return filesBelow('src', /\.tsx?$/).filter((file) => isWritten(file) && isReached(file))
}

const filesBelow = (folder: string, ending: RegExp): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file))
    .map((file) => path.posix.join(folder, file.replaceAll(path.sep, '/')))
    .sort()
