import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { Shell } from '../../renderer/app/shell.tsx'
import type { DesktopEvent, MenuContents } from '../../shared/contract/desktop.ts'
import { failureOf } from '../../shared/contract/failure.ts'
import { axeViolations } from '../support/axe-violations.ts'
import type { FakeOverrides } from '../support/fake-handlers.ts'
import { failed, samplePreferences } from '../support/fake-rpc.ts'
import { renderPage } from '../support/render-page.tsx'
import { sampleConversationRow } from '../support/sample-conversation.ts'

/** A page with menus: what they were told last, and how to choose something in them. */
async function openDesktop(rpc: FakeOverrides = {}, at = '/models') {
  const told: MenuContents[] = []
  const waiting: DesktopEvent[] = []
  let wake = () => {}
  const desktop: FakeOverrides['desktop'] = {
    setMenu: (contents) => {
      told.push(contents)
      return {}
    },
    events: async function* (_input, signal) {
      while (signal?.aborted !== true) {
        const next = waiting.shift()
        if (next !== undefined) yield next
        else
          await new Promise<void>((resolve) => {
            wake = resolve
            signal?.addEventListener('abort', () => resolve())
          })
      }
    },
  }
  const rendered = renderPage(<Shell />, { at, rpc: { ...rpc, desktop } })
  await waitFor(() => expect(told.length).toBeGreaterThan(0), { timeout: 10_000 })
  const choose = (event: DesktopEvent) => {
    waiting.push(event)
    wake()
  }
  return { ...rendered, menu: () => told.at(-1), choose }
}

describe('the menus', () => {
  it('are told their words, what was used last and what is chosen', async () => {
    const row = sampleConversationRow({ id: 'c-7', title: 'Holiday & more' })
    const { menu } = await openDesktop({
      conversations: { list: () => ({ rows: [row], next: null }) },
      preferences: { read: () => samplePreferences({ theme: 'dark', zoom: 200, recentModels: ['grok-4'] }) },
    })
    await waitFor(() => expect(menu()?.recent.conversations).toHaveLength(1))
    expect(menu()?.recent).toEqual({
      conversations: [{ label: 'Holiday & more', address: '/playground?conversation=c-7' }],
      models: [{ label: 'grok-4', address: '/models?model=grok-4' }],
      comparisons: [],
    })
    expect(menu()?.commands['view-usage']).toBe('Usage')
    expect(menu()?.words.help).toBe('Help')
    expect(menu()?.checked).toContain('theme-dark')
    expect(menu()?.disabled).toEqual(['zoom-in'])
  })

  it('do what the palette does', async () => {
    const { choose, client, menu } = await openDesktop()
    choose({ kind: 'command', command: 'view-usage' })
    expect(await screen.findByRole('heading', { level: 1, name: 'Usage' })).toBeVisible()
    choose({ kind: 'command', command: 'theme-high-contrast' })
    await waitFor(async () => expect((await client.preferences.read()).theme).toBe('high-contrast'))
    await waitFor(() => expect(menu()?.checked).toContain('theme-high-contrast'))
    choose({ kind: 'command', command: 'shortcuts' })
    expect(await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
    choose({ kind: 'open', address: '/models?model=grok-3' })
    await waitFor(() => expect(window.location.hash).toBe('#/models?model=grok-3'))
  })

  it('make a new conversation and open it', async () => {
    const create = vi.fn(() => ({ conversationId: 'fresh' }))
    const { choose } = await openDesktop({ conversations: { create } })
    choose({ kind: 'command', command: 'new-conversation' })
    await waitFor(() => expect(window.location.hash).toBe('#/playground?conversation=fresh'))
    expect(create).toHaveBeenCalledOnce()
  })

  it('say what came of a command that cannot be seen, also when it fails', async () => {
    let broken = false
    const backUpNow = () => {
      if (broken) throw failed(failureOf('disk-full'))
      return {
        ...{ databaseBytes: 1, ledgerRows: 0, conversations: 0, backups: [], damagedFiles: [] },
        retention: { days: null, rows: null },
      }
    }
    const { choose, user } = await openDesktop({ care: { backUpNow } })
    choose({ kind: 'command', command: 'back-up' })
    const told = await screen.findByText('Backed up, and the copy was checked.')
    expect(await axeViolations(told)).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Dismiss' }))
    expect(screen.queryByText('Backed up, and the copy was checked.')).toBeNull()
    broken = true
    choose({ kind: 'command', command: 'back-up' })
    await waitFor(async () => expect(await screen.findByRole('alert')).toHaveTextContent(/disk is full/i))
  })
})

describe('keys', () => {
  it('make everything larger and smaller in steps, and remember it', async () => {
    const { user, client } = await openDesktop()
    const zoom = async () => (await client.preferences.read()).zoom
    await user.keyboard('{Control>}={/Control}')
    await waitFor(async () => expect(await zoom()).toBe(110))
    await user.keyboard('{Control>}-{/Control}{Control>}-{/Control}')
    await waitFor(async () => expect(await zoom()).toBe(90))
    await user.keyboard('{Control>}0{/Control}')
    await waitFor(async () => expect(await zoom()).toBe(100))
  })

  it('work for commands that the palette has, and are in its hints', async () => {
    const { user } = await openDesktop()
    await user.keyboard('{Control>},{/Control}')
    expect(await screen.findByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
    await user.keyboard('{Control>}k{/Control}')
    const dialog = await screen.findByRole('dialog', { name: 'Command palette' })
    expect(within(dialog).getByRole('option', { name: /Open settings/ })).toHaveTextContent('Ctrl+,')
  })

  it.each([
    ['Cyrillic letters', { key: 'л', code: 'KeyK' }, 'Command palette'],
    ['Greek letters', { key: 'κ', code: 'KeyK' }, 'Command palette'],
    ['digits that need Shift', { key: '&', code: 'Digit1' }, null],
  ])('work on a keyboard with %s', async (_layout, pressed, dialog) => {
    await openDesktop({}, '/settings')
    window.dispatchEvent(new KeyboardEvent('keydown', { ...pressed, ctrlKey: true, cancelable: true }))
    if (dialog !== null) await screen.findByRole('dialog', { name: dialog })
    else await screen.findByRole('heading', { level: 1, name: 'Models' })
  })

  it('mean what they write before where they stand', async () => {
    await openDesktop({}, '/settings')
    // On a French keyboard `-` is on the key of 6.
    const event = new KeyboardEvent('keydown', { key: '-', code: 'Digit6', ctrlKey: true, cancelable: true })
    window.dispatchEvent(event)
    expect(event.defaultPrevented).toBe(true)
    expect(screen.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
  })

  it('leave text alone that is being typed with an input method', async () => {
    const { client } = await openDesktop()
    const event = new KeyboardEvent('keydown', {
      key: 'b',
      ctrlKey: true,
      isComposing: true,
      cancelable: true,
    })
    window.dispatchEvent(event)
    expect(event.defaultPrevented).toBe(false)
    expect((await client.preferences.read()).navigationCollapsed).toBe(false)
  })
})

describe('what was used last', () => {
  it('is noted as models and comparisons are looked at, the newest first, each once', async () => {
    const { client, choose } = await openDesktop({}, '/models?model=grok-3')
    const recent = async () => await client.preferences.read()
    await waitFor(async () => expect((await recent()).recentModels).toEqual(['grok-3']))
    choose({ kind: 'open', address: '/models?model=grok-4' })
    await waitFor(async () => expect((await recent()).recentModels).toEqual(['grok-4', 'grok-3']))
    choose({ kind: 'open', address: '/models?model=grok-3' })
    await waitFor(async () => expect((await recent()).recentModels).toEqual(['grok-3', 'grok-4']))
    choose({ kind: 'open', address: '/compare?models=grok-3,grok-4' })
    await waitFor(async () => expect((await recent()).recentComparisons).toEqual(['models=grok-3,grok-4']))
  })
})
