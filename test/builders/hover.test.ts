/** Hovers in an editor: the docs of the spec on the methods of builders. */
import { resolve } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const file = resolve(import.meta.dirname, 'hovered.ts')
const source = `
import { buttons, flex, postback, text } from 'fukidashi/builders'
buttons('a').title('b').defaultAction(undefined)
postback('a', 'b').inputOption('openKeyboard').fillInText('c')
flex.text('a').wrap().lineSpacing('1px')
flex.box().contents(flex.text('a'))
text('a').quoteToken('b')
`

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  strict: true,
  types: [],
  customConditions: ['fukidashi-source'],
}

const service = ts.createLanguageService({
  getCompilationSettings: () => options,
  getScriptFileNames: () => [file],
  getScriptVersion: () => '1',
  getScriptSnapshot(name) {
    const content = name === file ? source : ts.sys.readFile(name)
    return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content)
  },
  getCurrentDirectory: () => resolve('.'),
  getDefaultLibFileName: ts.getDefaultLibFilePath,
  fileExists: (name) => name === file || ts.sys.fileExists(name),
  readFile: (name, encoding) => (name === file ? source : ts.sys.readFile(name, encoding)),
  directoryExists: (name) => ts.sys.directoryExists(name),
  getDirectories: (name) => ts.sys.getDirectories(name),
})

function hover(word: string) {
  const info = service.getQuickInfoAtPosition(file, source.indexOf(`${word}(`))!
  return {
    shown: ts.displayPartsToString(info.displayParts),
    docs: ts.displayPartsToString(info.documentation),
    tags: Object.fromEntries(
      (info.tags ?? []).map(({ name, text }) => [name, ts.displayPartsToString(text)]),
    ),
  }
}

describe('hovering shows', () => {
  it('on a factory its result, limits, an example and a link to the LINE documentation', () => {
    const { shown, docs, tags } = hover('buttons')
    expect(shown).toContain('ButtonsBuilder')
    expect(docs).toContain('up to 4 action buttons')
    expect(tags['example']).toContain(".altText('Buy tea')")
    expect(tags['see']).toContain('#buttons')
  })

  it.each([
    ['title', '', { maxGraphemes: '40' }],
    ['defaultAction', 'Action of a tap on image, title or text', {}],
    ['inputOption', 'Opens or closes the rich menu or the keyboard', {}],
    ['fillInText', 'Text put into the input field', { maxGraphemes: '300' }],
    ['wrap', 'Wraps long text.', {}],
    ['lineSpacing', 'Space between lines.', {}],
    ['contents', 'An empty box with a size is a block of colour.', {}],
    ['quoteToken', 'Token of the message to quote', { minUtf16: '1' }],
  ])('on .%s( the docs of the spec', (method, docs, tags) => {
    const hovered = hover(method)
    expect(hovered.docs).toContain(docs)
    expect(hovered.tags).toMatchObject(tags)
  })

  it('on a method its values and its builder', () => {
    expect(hover('inputOption').shown).toMatch(/"closeRichMenu" \| .*PostbackBuilder$/s)
    expect(hover('wrap').shown).toMatch(/\(value\?: boolean\b.*\) => .*TextBuilder$/)
    expect(hover('title').shown).toMatch(/\(value: string \| undefined\) => ButtonsBuilder$/)
  })
})

it('completes methods and keywords', () => {
  const names = (at: number) =>
    service.getCompletionsAtPosition(file, at, {})?.entries.map(({ name }) => name) ?? []
  const methods = names(source.indexOf('title('))
  expect(methods).toEqual(expect.arrayContaining(['title', 'actions', 'altText', 'quickReply']))
  expect(methods).not.toEqual(expect.arrayContaining(['props']))
  expect(names(source.indexOf("openKeyboard'"))).toEqual(
    expect.arrayContaining(['closeRichMenu', 'openVoice']),
  )
})
