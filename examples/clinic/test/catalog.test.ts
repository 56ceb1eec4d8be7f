/** Each message of the catalog in each language: LINE accepts it. Signed buttons differ each time, so there are no snapshots. */
import { expect, it } from 'vitest'
import * as stories from '../clinic.messages.js'
import { locales } from '../words/index.js'

const { menuStories, ...messages } = stories
const all = Object.entries({ ...messages, ...menuStories.stories })

it.each(all)('LINE accepts %s in each language', async (_, story) => {
  for (const locale of locales) {
    const { problems } = await story.check({ locale })
    expect(problems, locale).toEqual([])
  }
})
