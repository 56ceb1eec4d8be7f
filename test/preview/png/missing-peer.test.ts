import { expect, it, vi } from 'vitest'
import { toPng } from '../../../src/preview/png/index.js'

vi.mock('@takumi-rs/core', () => {
  throw new Error('Cannot find package')
})

it('says what to install if the peer dependency is missing', async () => {
  const failure = toPng({ type: 'text', text: 'Hello' })
  await expect(failure).rejects.toMatchObject({ name: 'PngError', code: 'peer_missing' })
  await expect(failure).rejects.toThrow('npm install @takumi-rs/core')
})
