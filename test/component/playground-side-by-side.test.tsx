import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { PlaygroundView } from '../../renderer/features/playground/playground-view.tsx'
import { failureOf } from '../../shared/contract/failure.ts'
import { axeViolations } from '../support/axe-violations.ts'
import { answerMessage, chatFeed, sampleAttempt } from '../support/chat-feed.ts'
import type { FakeOverrides } from '../support/fake-handlers.ts'
import { failed } from '../support/fake-rpc.ts'
import { renderPage } from '../support/render-page.tsx'
import { sampleComparison, sampleConversation } from '../support/sample-conversation.ts'

const image = { hash: 'a'.repeat(64), type: 'image/png' as const, width: 1024, height: 1024, bytes: 9 }

function open(rpc: FakeOverrides) {
  const feed = chatFeed(sampleConversation())
  return renderPage(<PlaygroundView />, {
    at: '/playground',
    rpc: { ...rpc, chat: { events: feed.events, ...rpc.chat } },
  })
}

describe('several models side by side', () => {
  it('are asked once with a cap, voted on, noted and exported', async () => {
    const column = (position: number, model: string) => ({
      position,
      conversationId: `x${position}`,
      setup: { model, protocol: 'chat' as const, parameters: {} },
      state: position === 0 ? ('started' as const) : ('not-started-cap' as const),
      answer: answerMessage(`a${position}`, { text: `Answer of ${model}`, attempt: sampleAttempt() }),
      note: '',
    })
    const comparison = sampleComparison({
      images: [image.hash, 'b'.repeat(64)],
      columns: [column(0, 'grok-3-mini'), column(1, 'grok-4')],
    })
    const start = vi.fn(() => comparison)
    const vote = vi.fn(() => ({ ...comparison, vote: 0 }))
    const events = async function* () {
      await new Promise(() => undefined)
      yield { kind: 'snapshot' as const, conversation: sampleConversation() }
    }
    const remove = vi.fn(() => ({}))
    const restore = vi.fn(() => comparison)
    const { user, container } = open({
      comparisons: { start, read: () => comparison, vote, remove, restore },
      images: {
        read: ({ hash }) => {
          if (hash === image.hash) return { type: image.type, base64: 'aGk=' }
          throw failed(failureOf('not-found'))
        },
      },
      chat: { events },
    })
    await user.click(await screen.findByRole('button', { name: 'Run side by side' }))
    await user.type(await screen.findByRole('textbox', { name: 'Prompt for all' }), 'Compare')
    await user.type(screen.getByRole('textbox', { name: 'Most to spend on all (USD)' }), '0.05')
    await user.click(screen.getByRole('button', { name: 'Run' }))
    expect(start.mock.calls[0]).toMatchObject([
      { text: 'Compare', cap: 500_000_000n, columns: [{}, {}] },
      undefined,
    ])
    const first = within(await screen.findByRole('article', { name: 'grok-3-mini' }))
    expect(await screen.findByText(/would have passed the cap/)).toBeVisible()
    expect(await screen.findByRole('img', { name: 'Image 1' })).toHaveAttribute(
      'src',
      'data:image/png;base64,aGk=',
    )
    expect(await screen.findByText('This image is no longer there.')).toBeVisible()
    await user.click(first.getByRole('checkbox', { name: 'Best answer' }))
    expect(vote.mock.calls[0]).toMatchObject([{ position: 0 }, undefined])
    expect(await axeViolations(container)).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Delete' }))
    expect(await screen.findByText('Comparison deleted.')).toBeVisible()
    expect(screen.queryByRole('article', { name: 'grok-3-mini' })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    expect(restore.mock.calls[0]).toMatchObject([{ comparisonId: 'x1' }, undefined])
    expect(await screen.findByRole('article', { name: 'grok-3-mini' })).toBeVisible()
  })

  it('keep a note that is being written when a key opens another view', async () => {
    const comparison = sampleComparison({ columns: [] })
    const note = vi.fn((_kept: object) => comparison)
    const { user, unmount } = open({ comparisons: { start: () => comparison, read: () => comparison, note } })
    await user.click(await screen.findByRole('button', { name: 'Run side by side' }))
    await user.type(await screen.findByRole('textbox', { name: 'Prompt for all' }), 'Compare')
    await user.click(screen.getByRole('button', { name: 'Run' }))
    await user.type(await screen.findByRole('textbox', { name: 'Notes' }), 'The first is better')
    unmount()
    await waitFor(() => expect(note.mock.calls[0]?.[0]).toMatchObject({ note: 'The first is better' }))
  })

  it('do not come back when what was noted is answered after another comparison was opened', async () => {
    const first = sampleComparison({ id: 'x1', text: 'First prompt', columns: [] })
    const second = sampleComparison({ id: 'x2', text: 'Second prompt', columns: [] })
    let answer: () => void = () => undefined
    const note = () => new Promise<typeof first>((done) => (answer = () => done({ ...first, note: 'Good' })))
    const row = { models: [], createdAt: 0, vote: null, spent: { ticks: 0n, complete: true } }
    const { user } = open({
      comparisons: {
        ...{ start: () => first, note },
        read: ({ comparisonId }) => (comparisonId === 'x1' ? first : second),
        list: () => ({ rows: [{ ...row, id: 'x2', opening: 'Second prompt' }], next: null }),
      },
    })
    await user.click(await screen.findByRole('button', { name: 'Run side by side' }))
    await user.type(await screen.findByRole('textbox', { name: 'Prompt for all' }), 'Compare')
    await user.click(screen.getByRole('button', { name: 'Run' }))
    await user.type(await screen.findByRole('textbox', { name: 'Notes' }), 'Good')
    await user.click(await screen.findByRole('button', { name: /^Second prompt/ }))
    expect(await screen.findByRole('region', { name: 'Second prompt' })).toBeVisible()
    await act(async () => answer())
    expect(screen.getByRole('region', { name: 'Second prompt' })).toBeVisible()
  })

  it('are all shown an image, unless one of them takes text only', async () => {
    const start = vi.fn(() => sampleComparison())
    const add = vi.fn(() => ({ outcome: 'stored' as const, image }))
    const { user } = open({ comparisons: { start }, images: { add } })
    await user.click(await screen.findByRole('button', { name: 'Run side by side' }))
    const form = (await screen.findByRole('textbox', { name: 'Prompt for all' })).closest('form')
    if (form === null) throw new Error('no form')
    const drop = () =>
      fireEvent.drop(form, { dataTransfer: { files: [new File(['bytes'], 'a.png')], types: ['Files'] } })
    drop()
    expect(await screen.findByText(/a.png was not added: the chosen model takes text only/)).toBeVisible()
    for (const name of ['Model 1', 'Model 2']) {
      const models = screen.getByRole('combobox', { name })
      await user.selectOptions(models, 'grok-4.20-0309-reasoning')
    }
    drop()
    expect(await screen.findByText('1024 × 1024')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Run' }))
    const images = [{ hash: image.hash, at: 0, detail: null }]
    await waitFor(() => expect(start.mock.calls).toMatchObject([[{ text: '', images }, undefined]]))
  })
})
