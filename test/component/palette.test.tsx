import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { Shell } from '../../renderer/app/shell.tsx'
import { axeViolations } from '../support/axe-violations.ts'
import type { FakeOverrides } from '../support/fake-handlers.ts'
import { renderPage } from '../support/render-page.tsx'
import { sampleConversationRow } from '../support/sample-conversation.ts'

async function openPalette(rpc: FakeOverrides = {}) {
  const rendered = renderPage(<Shell />, { rpc })
  await screen.findByRole('heading', { level: 1 })
  await rendered.user.keyboard('{Control>}k{/Control}')
  const dialog = await screen.findByRole('dialog', { name: 'Command palette' })
  return { ...rendered, dialog, field: within(dialog).getByRole('combobox') }
}

describe('the command palette', () => {
  it('opens with Ctrl+K, in its field, with everything there is', async () => {
    const { dialog, field } = await openPalette()
    expect(field).toHaveFocus()
    const groups = within(dialog).getAllByRole('group')
    expect(groups.map((group) => within(group).getAllByRole('option').length > 0)).not.toContain(false)
    expect(within(dialog).getByRole('option', { name: /Open Tokenizer/ })).toBeInTheDocument()
    await waitFor(() => expect(within(dialog).getByRole('option', { name: /^grok-3\b/ })).toBeInTheDocument())
    expect(await axeViolations(dialog)).toEqual([])
  })

  it('goes to the view that is chosen by keys alone', async () => {
    const { user, dialog, field } = await openPalette()
    await user.keyboard('token')
    const option = await within(dialog).findByRole('option', { name: /Open Tokenizer/ })
    expect(option).toHaveAttribute('aria-selected', 'true')
    expect(field).toHaveAttribute('aria-activedescendant', option.id)
    await user.keyboard('{Enter}')
    expect(await screen.findByRole('heading', { level: 1, name: 'Tokenizer' })).toBeVisible()
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('moves the choice with the arrows, round the ends', async () => {
    const { user, dialog } = await openPalette()
    await user.keyboard('theme')
    const chosen = () => within(dialog).getByRole('option', { selected: true }).textContent
    expect(chosen()).toBe('Theme: as the system')
    await user.keyboard('{ArrowDown}{ArrowDown}')
    expect(chosen()).toBe('Theme: dark')
    await user.keyboard('{ArrowUp}{ArrowUp}{ArrowUp}')
    expect(chosen()).toBe('Theme: high contrast')
  })

  it('changes a preference for good', async () => {
    const { user, client } = await openPalette()
    await user.keyboard('high contrast{Enter}')
    await waitFor(async () => expect((await client.preferences.read()).theme).toBe('high-contrast'))
  })

  it('finds a model by its alias and opens it', async () => {
    const { user, dialog } = await openPalette()
    await user.keyboard('grok-3-mini-latest')
    const option = await within(dialog).findByRole('option', { name: /^grok-3-mini/ })
    await user.click(option)
    await waitFor(() => expect(window.location.hash).toContain('model=grok-3-mini'))
  })

  it('finds a conversation by a word in a message, and opens it', async () => {
    const row = sampleConversationRow({ id: 'c-7', title: 'Holiday' })
    const snippet = { text: 'three penguins', ranges: [{ start: 6, end: 14 }] }
    const { user, dialog } = await openPalette({
      conversations: {
        list: () => ({ rows: [], next: null }),
        search: ({ query }) => ({
          hits:
            query === 'penguins'
              ? [
                  {
                    conversationId: row.id,
                    title: row.title,
                    opening: null,
                    messageId: 'm',
                    role: 'user',
                    at: 1,
                    snippet,
                  },
                ]
              : [],
          next: null,
          pending: false,
        }),
      },
    })
    await user.keyboard('penguins')
    await user.click(await within(dialog).findByRole('option', { name: 'Holiday' }))
    await waitFor(() => expect(window.location.hash).toBe('#/playground?conversation=c-7'))
  })

  it('says how many there are, and when there is nothing', async () => {
    const { user, dialog } = await openPalette()
    await user.keyboard('zzzzz')
    expect(within(dialog).getByRole('status')).toHaveTextContent('Nothing is called that.')
    await user.keyboard('{Enter}')
    expect(dialog).toBeInTheDocument()
  })
})

describe('the list of shortcuts', () => {
  it('opens with ? and names every key', async () => {
    const { user } = renderPage(<Shell />)
    await screen.findByRole('heading', { level: 1 })
    await user.keyboard('?')
    const sheet = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })
    expect(sheet).toHaveTextContent('Command palette')
    expect(sheet).toHaveTextContent('CtrlK')
    expect(await axeViolations(sheet)).toEqual([])
    await user.click(within(sheet).getByRole('button', { name: 'Close' }))
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('leaves a question mark in a field alone, and can be had from the palette', async () => {
    const { user, field } = await openPalette()
    await user.type(field, '?')
    expect(field).toHaveValue('?')
    await user.clear(field)
    await user.keyboard('shortcuts{Enter}')
    expect(await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  })
})
