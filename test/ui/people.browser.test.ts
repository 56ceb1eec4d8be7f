/** People and groups: found, named, addressed and deleted on the page. */
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { usePage } from './browser.js'

const open = usePage()

const given = () =>
  open({
    webhook: () => new Response(),
    account: { displayName: 'Echo' },
    before: (line) => {
      const names = ['Aki', 'Aki Mori', 'Ken']
      line.group(
        'Team',
        names.map((name) => line.user(name)),
      )
    },
  })

const choose = async (page: Page, name: string) => {
  await page.locator('.chat-head').getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name, exact: true }).click()
}

it('finds people by a part of their name', async () => {
  const { page } = await given()
  const people = page.locator('.person-name')
  await page.getByRole('searchbox', { name: 'Search people' }).fill('MORI')
  await expect.poll(() => people.allTextContents()).toEqual(['Aki Mori'])
  await page.getByRole('searchbox', { name: 'Search people' }).fill('nobody')
  await page.getByText('No match').waitFor()
  await page.getByRole('searchbox', { name: 'Search people' }).fill('')
  await expect.poll(() => people.count()).toBe(4)
})

it('renames people and groups, sets a language, copies ids', async () => {
  const { page, line } = await given()
  const [aki] = line.users
  await choose(page, 'Copy user ID')
  await expect.poll(() => page.evaluate('navigator.clipboard.readText()')).toBe(aki!.id)

  await choose(page, 'Rename')
  const dialog = page.getByRole('dialog')
  await expect.poll(() => dialog.getByLabel('Name').inputValue()).toBe('Aki')
  await dialog.getByLabel('Name').fill('Akiko')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('region', { name: 'Chat: Akiko' }).waitFor()
  expect(aki!.name).toBe('Akiko')

  await choose(page, 'Language')
  await dialog.getByLabel('Language').fill('th')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect.poll(() => aki!.person.language).toBe('th')

  await page.getByRole('button', { name: /^Team/ }).click()
  await choose(page, 'Rename')
  await dialog.getByLabel('Name').fill('Crew')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('region', { name: 'Chat: Crew' }).waitFor()
  await choose(page, 'Copy group ID')
  await expect.poll(() => page.evaluate('navigator.clipboard.readText()')).toBe(line.groups[0]!.id)
})

it('deletes people and groups after a confirmation, and opens another chat', async () => {
  const { page, line } = await given()
  await choose(page, 'Delete')
  const dialog = page.getByRole('dialog', { name: 'Delete' })
  await dialog.getByText('Deletes Aki and the chat').waitFor()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  expect(line.users).toHaveLength(3)
  await choose(page, 'Delete')
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await page.getByRole('region', { name: 'Chat: Aki Mori' }).waitFor()
  expect(line.users.map(({ name }) => name)).toEqual(['Aki Mori', 'Ken'])
  await page.getByRole('button', { name: /^Team/ }).click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await expect.poll(() => line.groups).toEqual([])
  await expect.poll(() => page.locator('.person').count()).toBe(2)
})

it('completes names after an @ in groups, by keyboard and by mouse', async () => {
  const { page, line } = await given()
  await page.getByRole('button', { name: /^Team/ }).click()
  const field = page.getByRole('textbox', { name: 'Write a message' })
  const list = page.getByRole('listbox', { name: 'People to mention' })
  await field.focus()
  await page.keyboard.type('Hi @')
  expect(await list.getByRole('option').allTextContents()).toEqual([
    '@Aki',
    '@Aki Mori',
    '@Ken',
    '@Echo',
    '@All',
  ])
  await page.keyboard.type('ak')
  await page.keyboard.press('ArrowDown')
  const selected = await field.getAttribute('aria-activedescendant')
  await expect.poll(() => page.locator(`#${selected}`).textContent()).toBe('@Aki Mori')
  await page.keyboard.press('Enter')
  await expect.poll(() => field.inputValue()).toBe('Hi @Aki Mori ')
  await page.keyboard.type('and @e')
  await list.getByRole('option', { name: '@Echo' }).click()
  await expect.poll(() => field.inputValue()).toBe('Hi @Aki Mori and @Echo ')
  // Escape leaves what was written as it is.
  await page.keyboard.type('@k')
  await page.keyboard.press('Escape')
  await expect.poll(() => list.count()).toBe(0)
  await page.keyboard.press('Enter')
  await expect.poll(() => line.webhooks.length).toBe(1)
  const [entry] = line.groups[0]!.data.entries
  expect(entry!.message).toMatchObject({
    text: 'Hi @Aki Mori and @Echo @k',
    mention: { mentionees: [{ userId: line.user('Aki Mori').id }, { isSelf: true }] },
  })
})

it('keeps text that is typed immediately after a completed name', async () => {
  const { page } = await given()
  await page.getByRole('button', { name: /^Team/ }).click()
  const field = page.getByRole('textbox', { name: 'Write a message' })
  await field.focus()
  await page.keyboard.type('@ken')
  // Two keys without a frame between them.
  await page.evaluate(`
    document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
    document.execCommand('insertText', false, 'a')
    requestAnimationFrame(() => document.execCommand('insertText', false, 'b'))
    undefined
  `)
  await expect.poll(() => field.inputValue()).toBe('@Ken ab')
})

it('completes no names in a chat with one person', async () => {
  const { page } = await given()
  const field = page.getByRole('textbox', { name: 'Write a message' })
  await field.focus()
  await page.keyboard.type('@')
  await expect.poll(() => page.getByRole('listbox').count()).toBe(0)
})
