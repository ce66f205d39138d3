import { screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { ApiKeyView } from '../../renderer/features/api-key/api-key-view.tsx'
import { KeyLimits } from '../../renderer/features/api-key/key-limits.tsx'
import { CompareView } from '../../renderer/features/compare/compare-view.tsx'
import { ModelsView } from '../../renderer/features/models/models-view.tsx'
import { Bill } from '../../renderer/features/playground/bill.tsx'
import { ComparisonBoard } from '../../renderer/features/playground/compare/comparison-board.tsx'
import { loadMessages } from '../../renderer/messages/index.ts'
import { costOf } from '../../shared/pricing/cost.ts'
import { ratesOf } from '../../shared/pricing/rates.ts'
import { axeViolations } from '../support/axe-violations.ts'
import { answerMessage, miniUsage, sampleAttempt } from '../support/chat-feed.ts'
import { sampleKeyFacts } from '../support/fake-rpc.ts'
import { renderPage } from '../support/render-page.tsx'
import { sampleCatalog, sampleModel, sampleModels } from '../support/sample-catalog.ts'
import { sampleComparison } from '../support/sample-conversation.ts'

await loadMessages('playground')

/** What the clipboard holds after one format of `Copy table` was chosen by keyboard alone. */
async function copied(user: UserEvent, button: HTMLElement, format: string): Promise<string> {
  button.focus()
  await user.keyboard('{Enter}')
  const text = await chosen(user, screen.getByRole('button', { name: format }))
  expect(button).toHaveFocus()
  return text
}

async function chosen(user: UserEvent, format: HTMLElement): Promise<string> {
  await navigator.clipboard.writeText('')
  format.focus()
  await user.keyboard('{Enter}')
  await waitFor(async () => expect(await navigator.clipboard.readText()).not.toBe(''))
  return navigator.clipboard.readText()
}

/** Of the models, `Copy table` stands open in `Export`. */
async function copiedModels(user: UserEvent): Promise<string> {
  await user.click(await screen.findByRole('button', { name: 'Export' }))
  const group = await screen.findByRole('group', { name: 'Copy table' })
  const text = await chosen(user, within(group).getByRole('button', { name: 'CSV' }))
  expect(await within(group).findByText('Copied')).toBeVisible()
  return text
}

const lines = (text: string) => text.trimEnd().split(/\r?\n/)

describe('Copy table', () => {
  it('copies the models on screen, also those of a long list that are not in the page', async () => {
    const models = Array.from({ length: 1_000 }, (_, at) =>
      sampleModel(`=grok-${at}`, { created: 1_700_000_000 - at, aliases: [] }),
    )
    const catalog = sampleCatalog({ models })
    const { user, container } = renderPage(
      <main>
        <ModelsView />
      </main>,
      { rpc: { catalog: { read: () => catalog, refresh: () => catalog } } },
    )
    const [head, ...rows] = lines(await copiedModels(user))
    const heads = screen.getAllByRole('columnheader').slice(1)
    expect(head?.split(',')).toHaveLength(heads.length)
    expect(head).toMatch(/^Model,/)
    expect(rows).toHaveLength(1_000)
    expect(rows.every((row) => row.startsWith("'=grok-"))).toBe(true)
    expect(await axeViolations(container)).toEqual([])
  })

  it('copies the image models with the price as it is read', async () => {
    const { user } = renderPage(<ModelsView />, { at: '/models?kind=images' })
    const [head, ...rows] = lines(await copiedModels(user))
    expect(head).toMatch(/^Model,Aliases,/)
    const shown = screen.getAllByRole('row').slice(1)
    expect(rows).toHaveLength(shown.length)
    const price = within(shown[0] ?? document.body).getAllByText(/^\$/)[0]?.textContent ?? 'none'
    expect(rows[0]?.split(',')).toContain(price.replace('$', ''))
  })

  it('copies each table of a comparison with bare numbers', async () => {
    const { user } = renderPage(<CompareView />, { at: '/compare?models=grok-4.20,grok-3-mini' })
    const region = (await screen.findByRole('heading', { name: 'Workload cost' })).closest('section')
    const button = within(region ?? document.body).getByRole('button', { name: 'Copy table' })
    const rows = lines(await copied(user, button, 'CSV'))
    expect(rows.find((row) => row.startsWith('grok-3-mini'))).toBe(
      'grok-3-mini Cheapest,0.000547,1.094,32.82,399.31,1×',
    )
    const first = screen.getByRole('table', { name: 'Workload cost' })
    const markdown = lines(await copied(user, button, 'Markdown'))
    expect(markdown).toHaveLength(within(first).getAllByRole('row').length + 1)
  })

  it('copies the data table of a chart', async () => {
    const { user } = renderPage(<CompareView />, { at: '/compare?models=grok-4.20,grok-3-mini' })
    const chart = await screen.findByRole('figure', { name: /^Cost per month/ })
    await user.click(within(chart).getByRole('button', { name: 'Data table' }))
    const text = await copied(user, within(chart).getByRole('button', { name: 'Copy table' }), 'CSV')
    expect(lines(text).find((row) => row.startsWith('grok-3-mini,'))).toMatch(/,32\.82$/)
  })

  it('copies the permissions as words, without their signs', async () => {
    const catalog = sampleCatalog({
      models: [sampleModel('grok-3', { aliases: ['=latest'] })],
      imageModels: [],
    })
    const acls = ['api-key:endpoint:chat', 'api-key:model:grok-3']
    const { user } = renderPage(<ApiKeyView />, {
      at: '/api-key',
      rpc: {
        catalog: { read: () => catalog, refresh: () => catalog },
        connection: { inspectKey: () => sampleKeyFacts({ acls }) },
      },
    })
    const grid = await screen.findByRole('grid', { name: 'Permissions' }, { timeout: 10_000 })
    const permissions = within(grid.closest<HTMLElement>('.permissions') ?? document.body)
    const [head, row] = lines(
      await copied(user, permissions.getByRole('button', { name: 'Copy table' }), 'CSV'),
    )
    const at = head?.split(',').indexOf('chat') ?? -1
    expect(row).toMatch(/^grok-3,'=latest,/)
    expect(row?.split(',')[at]).toBe('Allowed')
  })

  it('copies the cost of an answer by token class, its total in its column', async () => {
    const rates = ratesOf(sampleModels[1] ?? {})
    const attempt = sampleAttempt({ usage: miniUsage, rates, computed: costOf(miniUsage, rates) })
    const { user } = renderPage(<Bill attempt={attempt} choice={null} readingOn={false} />)
    const text = await copied(user, screen.getByRole('button', { name: 'Copy table' }), 'CSV')
    expect(lines(text).slice(1)).toEqual([
      'Prompt,10,0.30,0.000003',
      'Cached prompt,2,0.075,0.00000015',
      'Answer,1,0.50,0.0000005',
      'Reasoning,228,0.50,0.000114',
      'Total,,,0.00011765',
    ])
  })

  it('copies what the answers of a comparison side by side cost and how fast they came', async () => {
    const usage = { ...miniUsage, answerTokens: 41, billed: 1_176_500n }
    const attempt = sampleAttempt({ usage, firstTokenMs: 412, durationMs: 2_412 })
    const column = (position: number, model: string, parameters: object) => ({
      ...{ position, conversationId: `x${position}`, state: 'started' as const, note: '' },
      setup: { model, protocol: 'chat' as const, parameters },
      answer: position === 2 ? null : answerMessage(`a${position}`, { attempt }),
    })
    const columns = [
      column(0, 'grok-4', { temperature: 0.2 }),
      column(1, '=grok', {}),
      column(2, 'grok-3', {}),
    ]
    const { user } = renderPage(
      <ComparisonBoard
        {...{ comparison: sampleComparison({ columns }), running: false }}
        {...{ onChanged: () => undefined, onGone: () => undefined }}
      />,
    )
    const button = await screen.findByRole('button', { name: 'Copy table' })
    expect(lines(await copied(user, button, 'CSV'))).toEqual([
      'Model,Parameters,Cost,"First token, seconds",Tokens per second,Answer tokens',
      'grok-4,temperature: 0.2,0.00011765,0.412,20.5,41',
      "'=grok,,0.00011765,0.412,20.5,41",
      'grok-3,,,,,',
    ])
    expect(lines(await copied(user, button, 'Markdown')).at(-1)).toMatch(/^\| grok-3 \|.*\| – \|$/)
  })

  it('copies what is left of the limits, with when that was told', async () => {
    const limits = {
      ...{ profile: 'default', requests: { limit: 480, remaining: 479 }, ratesReadAt: 1_770_000_000_000 },
      ...{ tokens: { limit: null, remaining: null }, remainingCredits: '12.50', creditsReadAt: null },
    }
    const { user, container } = renderPage(<KeyLimits />, { rpc: { connection: { limits: () => limits } } })
    await screen.findByText(/^479 of 480/)
    expect(lines(await copied(user, screen.getByRole('button', { name: 'Copy table' }), 'CSV'))).toEqual([
      'Limits and credits,Left,Limit,Told',
      'Requests left,479,480,2026-02-02T02:40:00.000Z',
      'Tokens left,,,',
      'Credits left,12.50,,',
    ])
    expect(await axeViolations(container)).toEqual([])
  })
})
