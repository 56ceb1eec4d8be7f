/** The questions for what was not passed on the command line. */
import type { Readable, Writable } from 'node:stream'
import type { CANCEL_SYMBOL } from '@clack/prompts'
import { namesOf, type Platform, platforms, type Template, templates } from './choices.js'

/** A person ended the command, with Ctrl+C or Escape. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled'
}

/** The terminal. */
export interface Terminal {
  readonly input: Readable
  readonly output: Writable
}

/** Questions on a terminal. Each throws {@link Cancelled} at Ctrl+C. */
export interface Questions {
  folder(check: (name: string) => string | undefined): Promise<string>
  template(): Promise<Template>
  platform(): Promise<Platform>
  /** Whether files may be replaced. */
  replaces(files: readonly string[]): Promise<boolean>
  installs(manager: string): Promise<boolean>
}

const optionsOf = <Name extends string>(table: Readonly<Record<Name, string>>) =>
  namesOf(table).map((value) => ({ value, label: value, hint: table[value] }))

/** Makes the questions. The library for them is loaded only now. */
export async function openQuestions(terminal: Terminal): Promise<Questions> {
  const clack = await import('@clack/prompts')
  const answer = async <T>(question: Promise<T | typeof CANCEL_SYMBOL>): Promise<T> => {
    const value = await question
    if (clack.isCancel(value)) throw new Cancelled('Cancelled. Nothing was written.')
    return value
  }
  clack.intro('A new LINE bot', terminal)
  return {
    folder: (check) =>
      answer(
        clack.text({
          ...terminal,
          message: 'In which folder?',
          placeholder: 'my-bot',
          defaultValue: 'my-bot',
          validate: (name) => check(name || 'my-bot'),
        }),
      ),
    template: () =>
      answer(
        clack.select({
          ...terminal,
          message: 'Which bot do you want to begin with?',
          options: optionsOf(templates),
        }),
      ),
    platform: () =>
      answer(
        clack.select({
          ...terminal,
          message: 'Where will it run?',
          options: optionsOf(platforms),
        }),
      ),
    replaces: (files) =>
      answer(
        clack.confirm({
          ...terminal,
          message: `These files exist and would be replaced: ${files.join(', ')}. Replace them?`,
          initialValue: false,
        }),
      ),
    installs: (manager) =>
      answer(clack.confirm({ ...terminal, message: `Install the dependencies with ${manager}?` })),
  }
}
