/** Changes to many users' menus, and to names of menus, are checked before any of them is sent. */
import { describe, expect, it } from 'vitest'
import { LineValidationError } from 'fukidashi'
import { LineArgumentError, LineBatchError } from '../../src/client/index.js'
import { clientOf, failure, userId } from './setup.js'

const richMenuId = `richmenu-${'0123456789abcdef'.repeat(2)}`
const users = (count: number) =>
  Array.from({ length: count }, (_, i) => `U${i.toString(16).padStart(32, '0')}`)

describe('many users', () => {
  it('are changed 500 at a time', async () => {
    const { line, server } = await clientOf()
    await line.richMenus.link(users(1001), richMenuId)
    await line.richMenus.unlink(users(500))
    const sizes = server.received.map(
      ({ body }) => (JSON.parse(body) as { userIds: string[] }).userIds.length,
    )
    expect(sizes).toEqual([500, 500, 1, 500])
  })

  it('are not changed at all when one id is invalid', async () => {
    const { line, server } = await clientOf()
    const wrong = [...users(600), 'aki']
    for (const sent of [line.richMenus.link(wrong, richMenuId), line.richMenus.unlink(wrong)]) {
      const { problems } = await failure(sent, LineValidationError)
      expect(problems).toEqual([
        expect.objectContaining({ code: 'bad_format', path: 'userIds[100]', actual: 'aki' }),
      ])
    }
    const { problems } = await failure(line.richMenus.link([userId], 'menu'), LineValidationError)
    expect(problems).toEqual([expect.objectContaining({ path: 'richMenuId', actual: 'menu' })])
    expect(server.received).toEqual([])
  })
})

describe('many users, when one of several requests fails', () => {
  it('the error has the users whose menu changed and those whose menu did not', async () => {
    const all = users(1200)
    for (const unlink of [false, true]) {
      const { line } = await clientOf((_, __, at) =>
        at === 1 ? { status: 400, body: { message: 'no' } } : { status: 202, body: {} },
      )
      const change = unlink ? line.richMenus.unlink(all) : line.richMenus.link(all, richMenuId)
      const { results } = await failure(change, LineBatchError)
      expect(results.map(({ status, to }) => [status, to?.length])).toEqual([
        ['sent', 500],
        ['failed', 500],
        ['sent', 200],
      ])
    }
  })

  it('an empty array is refused', async () => {
    const { line, server } = await clientOf()
    for (const sent of [line.richMenus.link([], richMenuId), line.richMenus.unlink([])])
      expect((await failure(sent, LineArgumentError)).code).toBe('recipients_missing')
    expect(server.received).toEqual([])
  })
})

describe('names', () => {
  it('are checked whether they are new or not', async () => {
    const { line, server } = await clientOf()
    for (const sent of [
      line.richMenuAliases.create('Tab A', richMenuId),
      line.richMenuAliases.update('Tab A', richMenuId),
    ])
      expect((await failure(sent, LineValidationError)).problems).toEqual([
        expect.objectContaining({ code: 'bad_format', path: 'richMenuAliasId' }),
      ])
    const { problems } = await failure(
      line.richMenuAliases.update('tab-a', 'b'),
      LineValidationError,
    )
    expect(problems).toEqual([expect.objectContaining({ path: 'richMenuId', actual: 'b' })])
    expect(server.received).toEqual([])
  })
})
