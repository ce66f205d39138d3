import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { PlaygroundView } from '../../renderer/features/playground/playground-view.tsx'
import { answerMessage, chatFeed, sampleAttempt, userMessage } from '../support/chat-feed.ts'
import type { FakeOverrides } from '../support/fake-handlers.ts'
import { renderPage } from '../support/render-page.tsx'
import { sampleConversation, sampleConversationRow } from '../support/sample-conversation.ts'

const setup = { model: 'grok-3-mini', protocol: 'chat', parameters: {} } as const
const hello = userMessage('u1', 'Hello there')
const branch = (id: string, text: string) => ({
  kind: 'snapshot' as const,
  conversation: sampleConversation([hello, answerMessage(id, { text, attempt: sampleAttempt() })], { setup }),
})

function open(chat: FakeOverrides['chat'] = {}) {
  const feed = chatFeed(branch('a1', 'The first answer').conversation)
  const page = renderPage(<PlaygroundView />, {
    at: '/playground',
    rpc: { chat: { events: feed.events, ...chat } },
  })
  return { ...page, feed }
}

describe('a look at another branch', () => {
  it('after an answer was made again does not wait for that one any more', async () => {
    const send = vi.fn(() => ({ messageId: 'a3' }))
    const { user, feed } = open({ ask: () => ({ messageId: 'a2' }), send })
    await user.click(await screen.findByRole('button', { name: 'Regenerate' }))
    feed.push(branch('a2', 'The second answer'))
    await screen.findByText('The second answer')
    feed.push(branch('a1', 'The first answer'))
    await screen.findByText('The first answer')
    await user.type(screen.getByRole('textbox', { name: 'Message' }), 'Go on')
    await waitFor(() => expect(screen.getByRole('button', { name: 'Send' })).toBeEnabled())
    expect(screen.getByRole('button', { name: 'Stop' })).toBeDisabled()
    await user.keyboard('{Enter}')
    await waitFor(() => expect(send).toHaveBeenCalledTimes(1))
  })

  it('while an answer comes lets that be stopped, and nothing be sent', async () => {
    const stop = vi.fn(() => ({ stopped: true }))
    const { user, feed } = open({ stop })
    await user.type(await screen.findByRole('textbox', { name: 'Message' }), 'Go on')
    const facts = (underWay: boolean) =>
      feed.push({ kind: 'facts', row: sampleConversationRow({ setup, underWay }), draining: [] })
    facts(true)
    await waitFor(() => expect(screen.getByRole('button', { name: 'Stop' })).toBeEnabled())
    expect(screen.getByRole('button', { name: 'Send' })).toBeDisabled()
    await user.click(screen.getByRole('button', { name: 'Stop' }))
    expect(stop).toHaveBeenCalledTimes(1)
    facts(false)
    await waitFor(() => expect(screen.getByRole('button', { name: 'Send' })).toBeEnabled())
  })
})
