import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { PlaygroundView } from '../../renderer/features/playground/playground-view.tsx'
import { SettingsView } from '../../renderer/features/settings/settings-view.tsx'
import { failureOf } from '../../shared/contract/failure.ts'
import { chatFeed } from '../support/chat-feed.ts'
import type { FakeOverrides } from '../support/fake-handlers.ts'
import { failed } from '../support/fake-rpc.ts'
import { renderPage } from '../support/render-page.tsx'
import { sampleBudget as daily } from '../support/sample-budget.ts'
import { sampleConversation } from '../support/sample-conversation.ts'

const setup = { model: 'grok-3-mini', protocol: 'chat', parameters: {} } as const
const ok = { atLeast: false, level: 'ok' as const }

function open(rpc: FakeOverrides) {
  const feed = chatFeed(sampleConversation([], { setup }))
  return renderPage(<PlaygroundView />, {
    rpc: { ...rpc, chat: { events: feed.events, ...rpc.chat } },
    at: '/playground',
  })
}

async function typed(user: ReturnType<typeof open>['user']) {
  const message = await screen.findByRole('textbox', { name: 'Message' })
  await screen.findByRole('combobox', { name: 'Model' })
  await user.type(message, 'Hello')
  return message
}

describe('budgets in the Playground', () => {
  it.each([
    ['fits', 100n, true, null],
    ['comes close', 600_000_000n, true, 'comes close to the budget for today'],
    ['fills it', 2_500_000_000n, true, 'comes close to the budget for today'],
    ['goes over', 2_500_000_001n, true, 'would pass the budget for today and is stopped'],
    ['goes over what only tells', 2_500_000_001n, false, 'would pass the budget for today, which only tells'],
  ] as const)('a request that %s says so', async (_what, held, stop, words) => {
    const budget = { ...daily, stop }
    const state = { ...{ budget, subject: null, spent: 7_500_000_000n, reserved: 0n }, ...ok }
    const asked: bigint[] = []
    open({
      chat: {
        prompt: () => ({
          turns: 1,
          raw: 9,
          kind: 'prose',
          images: [],
          answer: { tokens: 9, from: 'model' },
          held,
        }),
      },
      budgets: {
        preview: ({ expected }) => {
          asked.push(expected)
          return [state]
        },
      },
    })
    const left = await screen.findByText(/Budget left for today/)
    expect(left).toHaveTextContent('$0.25')
    expect(asked).toEqual([held])
    if (words === null) expect(left).not.toHaveTextContent('This request')
    else expect(left).toHaveTextContent(words)
  })

  it('lets one request pass only after it was said so, with the id that was allowed', async () => {
    const allowed: { requestId: string; budgetIds: string[] }[] = []
    const sent: string[] = []
    const { user } = open({
      budgets: {
        allowOnce: (input) => {
          allowed.push(input)
          return {}
        },
      },
      chat: {
        send: ({ requestId }) => {
          sent.push(requestId)
          if (allowed.some((one) => one.requestId === requestId)) return { messageId: 'a1' }
          const budget = { budget: daily, subject: null, spent: daily.limit, reserved: 0n, expected: 1_000n }
          throw failed(failureOf('budget-reached', { budget }))
        },
      },
    })
    const message = await typed(user)
    await user.click(screen.getByRole('button', { name: 'Send' }))
    const alert = await screen.findByRole('alert')
    expect(message).toHaveValue('Hello')
    await user.click(within(alert).getByRole('button', { name: 'Allow one request past $1.00' }))
    expect(await screen.findByText(/may pass the budget/)).toBeVisible()
    expect(sent).toHaveLength(1)
    await user.click(screen.getByRole('button', { name: 'Send' }))
    await waitFor(() => expect(message).toHaveValue(''))
    expect(allowed).toEqual([{ requestId: sent[1], budgetIds: ['b1'] }])
  })
})

describe('the setting of Stop', () => {
  it('is kept by the main process', async () => {
    const setOptions = vi.fn((options: { drainOnStop: boolean }) => options)
    const { user } = renderPage(<SettingsView />, { rpc: { chat: { setOptions } } })
    const box = await screen.findByRole('checkbox', { name: /^Stop keeps reading silently/ })
    await waitFor(() => expect(box).toBeEnabled())
    expect(box).not.toBeChecked()
    await user.click(box)
    await waitFor(() => expect(box).toBeChecked())
    expect(setOptions.mock.calls[0]?.[0]).toEqual({ drainOnStop: true })
  })
})
