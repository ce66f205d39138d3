import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { PlaygroundView } from '../../renderer/features/playground/playground-view.tsx'
import type { Conversation } from '../../shared/contract/conversation.ts'
import { axeViolations } from '../support/axe-violations.ts'
import { answerMessage, chatFeed, sampleAttempt } from '../support/chat-feed.ts'
import type { FakeOverrides } from '../support/fake-handlers.ts'
import { renderPage } from '../support/render-page.tsx'
import { sampleConversation, sampleConversationRow, sampleMessage } from '../support/sample-conversation.ts'

function open(rpc: FakeOverrides = {}, conversation: Conversation = sampleConversation()) {
  const feed = chatFeed(conversation)
  const page = renderPage(<PlaygroundView />, {
    at: '/playground',
    rpc: { ...rpc, chat: { events: feed.events, ...rpc.chat } },
  })
  return { ...page, feed }
}

const box = () => screen.findByRole('textbox', { name: 'Message' })
const image = { hash: 'a'.repeat(64), type: 'image/png' as const, width: 1024, height: 1024, bytes: 9 }
const file = (name: string, type: string) => new File(['bytes'], name, { type })

describe('what is asked with', () => {
  it('closes the panel by Escape, from inside it and from the message, and gives the focus back', async () => {
    const { user } = open()
    const button = await screen.findByRole('button', { name: 'Parameters' })
    const panel = () => screen.queryByRole('complementary', { name: 'Parameters' })
    await user.click(button)
    await user.click(screen.getByRole('textbox', { name: 'Temperature' }))
    await user.keyboard('{Escape}')
    expect(panel()).toBeNull()
    expect(button).toHaveFocus()
    await user.keyboard('{Enter}')
    expect(panel()).toBeVisible()
    await user.type(await box(), 'Kept{Escape}')
    expect(panel()).toBeNull()
    expect(await box()).toHaveFocus()
    expect(await box()).toHaveValue('Kept')
  })

  it('offers every API and sends only the parameters that were changed', async () => {
    const send = vi.fn(() => ({ messageId: 'a1' }))
    const configure = vi.fn()
    const { user, container } = open({ chat: { send }, conversations: { configure } })
    const api = await screen.findByRole('combobox', { name: 'API' })
    expect(
      within(api)
        .getAllByRole('option')
        .map((option) => option.textContent),
    ).toEqual([
      'Chat completions',
      'Responses',
      'Messages',
      'Completions',
      'Complete',
      'Chat completions, deferred',
    ])
    await user.selectOptions(api, 'Responses')
    await user.click(screen.getByRole('button', { name: 'Parameters' }))
    const panel = within(screen.getByRole('complementary', { name: 'Parameters' }))
    await user.type(panel.getByRole('textbox', { name: 'Temperature' }), '0.5')
    await user.type(panel.getByRole('textbox', { name: 'Seed' }), '1.5')
    expect(panel.getByText('A whole number.')).toBeVisible()
    expect(screen.getByRole('button', { name: 'Parameters (1 changed)' })).toBeVisible()
    fireEvent.change(panel.getByRole('textbox', { name: 'Tools (JSON)' }), {
      target: { value: '[{"name":"weather"}]' },
    })
    expect(await axeViolations(container)).toEqual([])
    await user.type(await box(), 'Hi{Enter}')
    expect(send.mock.calls[0]).toMatchObject([
      { setup: { protocol: 'responses', parameters: { temperature: 0.5, tools: [{ name: 'weather' }] } } },
      undefined,
    ])
    expect(configure).toHaveBeenCalled()
  })

  it('takes stop words one a line, typed line after line', async () => {
    const configure = vi.fn((_chosen: object) => sampleConversationRow())
    const { user } = open({ conversations: { configure } })
    await user.click(await screen.findByRole('button', { name: 'Parameters' }))
    const stops = screen.getByRole('textbox', { name: 'Stop at' })
    await user.type(stops, 'END{Enter}STOP')
    expect(stops).toHaveValue('END\nSTOP')
    expect(configure.mock.lastCall?.[0]).toMatchObject({ setup: { parameters: { stop: ['END', 'STOP'] } } })
  })

  it('marks a parameter that the server refused for this model, and lets it be tried again', async () => {
    const supportAgain = vi.fn(() => [])
    const refused = {
      model: 'grok-3-mini',
      parameter: 'stop' as const,
      words: 'Argument not supported: stop',
      at: 0,
    }
    const start = sampleConversation([], {
      setup: { model: 'grok-3-mini', protocol: 'chat', parameters: {} },
    })
    const { user } = open({ chat: { unsupported: () => [refused], supportAgain } }, start)
    await user.click(await screen.findByRole('button', { name: 'Parameters' }))
    expect(await screen.findByText(/Argument not supported: stop/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Try it again' }))
    expect(supportAgain.mock.calls[0]).toMatchObject([{ model: 'grok-3-mini', parameter: 'stop' }, undefined])
    await waitFor(() => expect(screen.queryByText(/Argument not supported: stop/)).toBeNull())
  })
})

describe('images', () => {
  it('are pasted and dropped, told with both formulas, sent, and removed', async () => {
    const add = vi.fn(() => ({ outcome: 'stored' as const, image }))
    const send = vi.fn(() => ({ messageId: 'a1' }))
    const { user } = open({ images: { add }, chat: { send } })
    const message = await box()
    await waitFor(() => expect(screen.getByRole('button', { name: 'Send' })).toBeDisabled())
    fireEvent.paste(message, { clipboardData: { files: [file('a.png', 'image/png')], types: ['Files'] } })
    expect(
      await screen.findByText(
        '1026 tokens (2026) or 1792 (2025)'.replace('1026', '1,026').replace('1792', '1,792'),
      ),
    ).toBeVisible()
    fireEvent.drop(message, { dataTransfer: { files: [file('b.png', 'image/png')] } })
    await waitFor(() => expect(add).toHaveBeenCalledTimes(2))
    await user.type(message, 'What is this?{Enter}')
    expect(send.mock.calls[0]).toMatchObject([
      { images: [{ hash: image.hash, at: 0, detail: null }] },
      undefined,
    ])
  })

  it.each([
    ['type', 'only JPEG and PNG images can be sent'],
    ['size', 'larger than 20 MiB'],
    ['broken', 'its size in pixels cannot be read'],
  ] as const)('refused for %s say so', async (why, words) => {
    open({ images: { add: () => ({ outcome: 'refused', why }) } })
    fireEvent.drop(await box(), { dataTransfer: { files: [file('x.gif', 'image/gif')] } })
    expect(await screen.findByText(new RegExp(words))).toBeVisible()
  })
})

describe('costs around sending', () => {
  it('stand there before it, are counted when asked, and never hold it up', async () => {
    const send = vi.fn(() => ({ messageId: 'a1' }))
    const prompt = () => new Promise<never>(() => undefined)
    const { user } = open({ chat: { send, prompt } })
    await user.type(await box(), 'Hi{Enter}')
    expect(send).toHaveBeenCalledTimes(1)
  })

  it('says prompt, likely and largest cost and the share of the context', async () => {
    const countPrompt = vi.fn(() => ({ tokens: 41 }))
    const answer = { tokens: 500, from: 'assumed' as const }
    const prompt = () => ({ turns: 1, raw: 40, kind: 'prose' as const, images: [], answer, held: 0n })
    const { user, container } = open({ chat: { prompt, countPrompt } })
    const card = within(await screen.findByRole('region', { name: 'Cost before sending' }))
    expect(await card.findByText('≈ 40')).toBeVisible()
    await user.click(card.getByRole('button', { name: 'Count exactly' }))
    expect(await card.findByText('41')).toBeVisible()
    expect(card.getByText('Likely cost')).toBeVisible()
    expect(card.getByText('Largest cost')).toBeVisible()
    expect(await axeViolations(container)).toEqual([])
  })

  it('go on while it comes, exact or marked as estimated', async () => {
    const coming = answerMessage('a1', {
      text: 'So',
      attempt: sampleAttempt({ state: { kind: 'streaming' } }),
    })
    const { feed } = open({}, sampleConversation([sampleMessage({ id: 'u1', text: 'Hi' }), coming]))
    const live = within(await screen.findByRole('group', { name: 'Answer so far' }))
    const progress = {
      elapsedMs: 900,
      firstTokenMs: 412,
      tokens: { count: 120, exact: false },
      tokensPerSecond: 61.25,
      cost: { ticks: 1_176_500n, exact: true },
      usage: null,
    }
    feed.push({ kind: 'progress', messageId: 'a1', progress })
    expect(await live.findByText('≈ 120')).toBeVisible()
    expect(live.getByText('$0.00011765')).toBeVisible()
    expect(live.getByText('0.412 sec')).toBeVisible()
    expect(live.getByText('61.3')).toBeVisible()
  })
})
