/** Problems at their nodes in a tree of JSON. */
import { expect, it } from 'vitest'
import { hasProblemsIn, problemsByNode } from '../../src/page/json-tree/problem-nodes.js'

const request = {
  to: 'U',
  messages: [{ type: 'template', template: { actions: [{ label: 'a' }], 'odd.key': 1 } }],
}

const at = (...paths: string[]) => [
  ...problemsByNode(
    request,
    paths.map((path) => ({ path, message: 'wrong', severity: 'error' as const })),
  ).keys(),
]

it('puts a problem at its node', () => {
  expect(at('messages[0].template.actions[0].label', 'to')).toEqual([
    'messages[0].template.actions[0].label',
    'to',
  ])
})

it('puts the problem of a missing property at the object that should have it', () => {
  expect(at('messages[0].altText')).toEqual(['messages[0]'])
  expect(at('messages[0].template.actions[3].label')).toEqual(['messages[0].template.actions'])
  expect(at('nothing.of[0].this')).toEqual([''])
})

it('puts a problem of the whole value at the root, also if the value is not an object', () => {
  expect(at('')).toEqual([''])
  const problems = [{ path: 'a.b', message: 'wrong', severity: 'error' as const }]
  for (const value of ['text', 7, null, undefined, []])
    expect([...problemsByNode(value, problems).keys()]).toEqual([''])
})

it('keeps several problems of one node', () => {
  expect(
    problemsByNode(request, [
      { path: 'to', message: 'one', severity: 'error' },
      { path: 'to', message: 'two', severity: 'warning' },
    ]).get('to'),
  ).toHaveLength(2)
})

it('opens the nodes around a problem, and no others', () => {
  const byNode = problemsByNode(request, [
    { path: 'messages[0].template', message: 'wrong', severity: 'error' },
  ])
  const open = ['', 'messages', 'messages[0]', 'messages[0].template']
  for (const path of open) expect(hasProblemsIn(byNode, path)).toBe(true)
  for (const path of ['to', 'mess', 'messages[0].template.actions'])
    expect(hasProblemsIn(byNode, path)).toBe(false)
})
