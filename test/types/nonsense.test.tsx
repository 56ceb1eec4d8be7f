import { LineValidationError, type Renderable, render } from 'fukidashi'
import { describe, expect, it } from 'vitest'
import { byValue } from './nonsense.js'

const problemsOf = (message: Renderable | undefined) => {
  try {
    render(message!)
    return []
  } catch (error) {
    if (!(error instanceof LineValidationError)) throw error
    return error.problems.map(({ path, code }) => `${path}: ${code}`)
  }
}

describe('validation refuses what the types cannot', () => {
  it.each([
    ['an empty altText', 'messages[0].altText: empty'],
    ['an empty text', 'messages[0].text: empty'],
    ['an ftp address', 'messages[0].template.actions[0].uri: bad_scheme'],
    ['no actions', 'messages[0].template.actions: required'],
    ['actions: []', 'messages[0].template.actions: empty'],
    ['no text', 'messages[0].text: required'],
    ['a colour by name', 'messages[0].contents.body.contents[0].color: bad_format'],
    ['a colour by name, in a builder', 'messages[0].contents.body.contents[0].color: bad_format'],
    ['a misspelt size', 'messages[0].contents.body.contents[0].size: not_permitted'],
    ['a misspelt size, in JSON', 'messages[0].contents.body.contents[0].size: not_permitted'],
    ['a misspelt padding', 'messages[0].contents.body.contents[0].paddingAll: not_permitted'],
    ['a button in a baseline box', 'messages[0].contents.body.contents[0]: misplaced'],
  ])('%s', (name, problem) => {
    expect(problemsOf(byValue[name])).toEqual([problem])
  })

  it('lists all of them', () => {
    expect(Object.keys(byValue)).toHaveLength(12)
  })
})
