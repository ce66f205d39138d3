import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { PlaygroundView } from '../../renderer/features/playground/playground-view.tsx'
import { axeViolations } from '../support/axe-violations.ts'
import { chatFeed } from '../support/chat-feed.ts'
import type { FakeOverrides } from '../support/fake-handlers.ts'
import { renderPage } from '../support/render-page.tsx'
import { sampleConversation } from '../support/sample-conversation.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

function open(rpc: FakeOverrides = {}) {
  const feed = chatFeed(sampleConversation())
  return renderPage(<PlaygroundView />, {
    at: '/playground',
    rpc: { ...rpc, chat: { events: feed.events } },
  })
}

const json = (name: string, text: string) => new File([text], name, { type: 'application/json' })
const dropOn = (element: Element, ...files: File[]) =>
  fireEvent.drop(element, { dataTransfer: { files, types: ['Files'] } })
const outcome = () => {
  const list = screen.getByRole('complementary', { name: 'Conversations' })
  return within(list).getByRole('status')
}

describe('a conversation file that is dropped', () => {
  /** Takes a text that says `good`. */
  const importText = vi.fn(({ text }: { text: string }) =>
    text === 'good'
      ? { outcome: 'imported' as const, conversationIds: ['c9'] }
      : { outcome: 'refused' as const, why: 'newer' as const },
  )

  it('on the list is imported and opened; one that is refused says which and why', async () => {
    const { container } = open({ conversations: { importText } })
    await screen.findByRole('textbox', { name: 'Message' })
    dropOn(
      screen.getByRole('complementary', { name: 'Conversations' }),
      json('a.json', 'good'),
      json('b.json', 'x'),
    )
    await waitFor(() => expect(outcome()).toHaveTextContent('1 conversation imported.'))
    expect(outcome()).toHaveTextContent('b.json: Nothing was imported: this file is from a newer version')
    expect(importText.mock.calls.map(([{ text }]) => text)).toEqual(['good', 'x'])
    await waitFor(() => expect(location.hash + location.search).toContain('c9'))
    expect(await axeViolations(container)).toEqual([])
  })

  it('on the message box is no image, and the list that tells of it is shown', async () => {
    const { user } = open({ conversations: { importText } })
    const box = await screen.findByRole('textbox', { name: 'Message' })
    await user.click(screen.getByRole('button', { name: 'Conversations' }))
    expect(screen.queryByRole('complementary', { name: 'Conversations' })).toBeNull()
    dropOn(box, json('a.JSON', 'good'), new File(['GIF89a'], 'x.gif', { type: 'image/gif' }))
    await waitFor(() => expect(outcome()).toHaveTextContent('1 conversation imported.'))
    expect(screen.getByRole('button', { name: 'Conversations' })).toHaveAttribute('aria-expanded', 'true')
    await screen.findByText(/x\.gif was not added/)
  })

  it('that is too large is not even read', async () => {
    open({ conversations: { importText } })
    await screen.findByRole('textbox', { name: 'Message' })
    importText.mockClear()
    const large = json('large.json', 'good')
    Object.defineProperty(large, 'size', { value: 65 * 1024 * 1024 })
    dropOn(screen.getByRole('complementary', { name: 'Conversations' }), large)
    await waitFor(() =>
      expect(outcome()).toHaveTextContent('large.json: Nothing was imported: this file is too large.'),
    )
    expect(importText).not.toHaveBeenCalled()
  })
})

describe('the button of the list in a narrow window', () => {
  it('says that a panel hides the list, and shows it by closing the panel', async () => {
    const { matchMedia } = window
    vi.spyOn(window, 'matchMedia').mockImplementation((query) => ({
      ...matchMedia(query),
      matches: query === '(max-width: 1180px)',
    }))
    const { user } = open()
    const button = await screen.findByRole('button', { name: 'Conversations' })
    expect(button).toHaveAttribute('aria-expanded', 'true')
    await user.click(await screen.findByRole('button', { name: 'Parameters' }))
    await screen.findByRole('complementary', { name: 'Parameters' })
    expect(button).toHaveAttribute('aria-expanded', 'false')
    await user.click(button)
    expect(screen.queryByRole('complementary', { name: 'Parameters' })).toBeNull()
    expect(button).toHaveAttribute('aria-expanded', 'true')
    screen.getByRole('complementary', { name: 'Conversations' })
    await user.click(button)
    expect(button).toHaveAttribute('aria-expanded', 'false')
    expect(screen.queryByRole('complementary', { name: 'Conversations' })).toBeNull()
  })
})
