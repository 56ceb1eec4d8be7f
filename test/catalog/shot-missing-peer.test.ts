/** Pictures of stories where Takumi is not installed. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { shootStories } from '../../src/catalog/node/index.js'
import { project, shop } from './support.js'

vi.mock('@takumi-rs/core', () => {
  throw new Error('Cannot find package')
})

it('a missing package is one error with the command that installs it, not one for each picture', async () => {
  const root = await project(shop)
  const shooting = shootStories({
    root,
    out: join(root, 'shots'),
    devices: ['iphone'],
    themes: ['light'],
    scale: 1,
    textScale: 1,
    loadImage: undefined,
  })
  await expect(shooting).rejects.toThrow('npm install @takumi-rs/core')
  expect(await readdir(root)).not.toContain('shots')
})
