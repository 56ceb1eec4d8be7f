/** A rich menu and its image in one call, which leaves nothing behind. */
import { describe, expect, it } from 'vitest'
import { fakePicture } from '../../src/testing/index.js'
import { menu, setUp } from '../emulator/support.js'

const large = { size: { width: 2500, height: 1686 } }

describe('createWithImage', () => {
  it('creates a menu that can be shown', async () => {
    const { line } = setUp()
    const client = line.client()
    const id = await client.richMenus.createWithImage(menu(large) as never, fakePicture(2500, 1686))
    await client.richMenus.setDefault(id)
    expect(line.state.richMenus.get(id)!.image!.type).toBe('image/png')
  })

  it.each([
    ['refuses', { status: 400 }],
    ['fails', { status: 500 }],
    ['does not answer', { reset: 'before' }],
  ] as const)('leaves no menu behind when LINE %s', async (_, fault) => {
    const { line } = setUp()
    line.fault({ operation: 'setRichMenuImage', ...fault })
    const client = line.client({ retry: false })
    const creation = client.richMenus.createWithImage(menu(large) as never, fakePicture(2500, 1686))
    await expect(creation).rejects.toThrow('/v2/bot/richmenu/')
    expect(line.state.richMenus.size).toBe(0)
  })

  it('leaves no menu behind when the upload is aborted', async () => {
    const { line } = setUp()
    const controller = new AbortController()
    const client = line.client({
      onResponse: ({ operationId }) => {
        if (operationId === 'createRichMenu') controller.abort()
      },
    })
    const { signal } = controller
    const creation = client.richMenus.createWithImage(
      menu(large) as never,
      fakePicture(2500, 1686),
      {
        signal,
      },
    )
    await expect(creation).rejects.toMatchObject({ code: 'request_aborted' })
    expect(line.state.richMenus.size).toBe(0)
  })

  it.each([
    ['an image of another size', menu(large), fakePicture(2500, 843)],
    ['an invalid image', menu(large), new Uint8Array(9)],
    ['a menu that LINE would refuse', menu({ name: '' }), fakePicture(2500, 1686)],
    ['a menu without size', menu({ size: undefined }), fakePicture(2500, 1686)],
  ])('sends nothing for %s', async (_, wrong, image) => {
    const { line } = setUp()
    await expect(line.client().richMenus.createWithImage(wrong as never, image)).rejects.toThrow()
    expect(line.calls).toEqual([])
  })
})
