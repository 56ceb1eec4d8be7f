import { expect, it } from 'vitest'
import { Followed } from '../../src/page/kit/followed.js'

/** A list that is loaded by hand. */
function list() {
  const followed = new Followed()
  const answers: { resolve: (items: string[]) => void; reject: (error: Error) => void }[] = []
  const state = { items: [] as string[] }
  const load = () =>
    followed.load(
      () => new Promise<string[]>((resolve, reject) => answers.push({ resolve, reject })),
      (items) => (state.items = [...items]),
    )
  const add = (item: string) =>
    followed.change(() => (state.items = [...new Set([...state.items, item])]))
  return { state, load, add, answers }
}

it('keeps what comes between the answer of the server and its arrival', async () => {
  const { state, load, add, answers } = list()
  const loaded = load()
  add('in the answer')
  add('after the answer')
  answers[0]!.resolve(['old', 'in the answer'])
  expect(await loaded).toBe(true)
  expect(state.items).toEqual(['old', 'in the answer', 'after the answer'])
  add('later')
  expect(state.items.at(-1)).toBe('later')
})

it('takes the last of several loads, in whatever order they are answered', async () => {
  const { state, load, add, answers } = list()
  const first = load()
  add('before the restart')
  const second = load()
  add('after the restart')
  answers[1]!.resolve(['new'])
  expect(await second).toBe(true)
  answers[0]!.resolve(['old'])
  expect(await first).toBe(false)
  expect(state.items).toEqual(['new', 'after the restart'])
})

it('changes what is there if a load fails', async () => {
  const { state, load, add, answers } = list()
  const failed = load()
  add('c')
  answers[0]!.reject(new Error('away'))
  await expect(failed).rejects.toThrow('away')
  expect(state.items).toEqual(['c'])
  const loaded = load()
  add('b')
  answers[1]!.resolve(['a'])
  await loaded
  expect(state.items).toEqual(['a', 'b'])
})
