import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { ApiKeyView } from '../../renderer/features/api-key/api-key-view.tsx'
import type { LanguageModel } from '../../shared/catalog/model.ts'
import { axeViolations } from '../support/axe-violations.ts'
import type { FakeOverrides } from '../support/fake-handlers.ts'
import { sampleKeyFacts } from '../support/fake-rpc.ts'
import { renderPage } from '../support/render-page.tsx'
import { sampleCatalog } from '../support/sample-catalog.ts'

const [sample] = sampleCatalog().models

function model(id: string, aliases: string[] = []): LanguageModel {
  if (sample === undefined) throw new Error('the sample catalog has a model')
  return { ...sample, id, aliases }
}

const MODELS = [model('grok-3', ['grok-3-latest']), model('grok-4-0709', ['grok-4', 'grok-4-latest'])]
const SOME = ['api-key:endpoint:chat', 'api-key:endpoint:models', 'api-key:model:grok-4']

type Opened = { acls?: string[]; at?: string; models?: LanguageModel[]; rpc?: FakeOverrides }
type Facts = Parameters<typeof sampleKeyFacts>[0]

function openGrid({ acls = SOME, at = '/api-key', models = MODELS, rpc = {} }: Opened, facts: Facts = {}) {
  const catalog = sampleCatalog({ models, imageModels: [] })
  return renderPage(<ApiKeyView />, {
    at,
    rpc: {
      catalog: { read: () => catalog, refresh: () => catalog },
      connection: { inspectKey: () => sampleKeyFacts({ acls, ...facts }) },
      ...rpc,
    },
  })
}

const grid = () => screen.findByRole('grid', { name: 'Permissions' }, { timeout: 10_000 })
const rowOf = async (id: string) => {
  const row = (await grid()).querySelector<HTMLElement>(`tr[data-model="${id}"]`)
  if (row === null) throw new Error(`no row ${id}`)
  return row
}
const words = (cells: readonly HTMLElement[]) =>
  cells.map((cell) => cell.textContent?.replace(/^[✓✕]\s*/, ''))

describe('the grid of permissions', () => {
  it('tells for every model and endpoint whether it is allowed, and why', async () => {
    const { container } = openGrid({})
    const heads = within(await grid()).getAllByRole('columnheader')
    expect(heads.map(({ textContent }) => textContent)).toEqual([
      ...['Model', 'chat', 'models', 'tokenize', 'image', 'sample', 'embed', 'documents', 'voice'],
    ])
    const cells = within(await rowOf('grok-3')).getAllByRole('gridcell')
    expect(words(cells).slice(0, 3)).toEqual(['No model', 'No model', 'Neither'])
    expect(cells[0]).toHaveAccessibleDescription(
      'The key has access to the endpoint chat, but not to this model.',
    )
    expect(await axeViolations(container)).toEqual([])
  })

  it('takes an access string for an alias as one for its dated id, and says so', async () => {
    const { user } = openGrid({})
    const [chat] = within(await rowOf('grok-4-0709')).getAllByRole('gridcell')
    expect(words(chat === undefined ? [] : [chat])).toEqual(['Allowed'])
    await user.click(chat ?? document.body)
    expect(screen.getByText(/the same model as grok-4-0709/)).toBeVisible()
    expect(screen.getByText('api-key:model:grok-4', { selector: '.access-string' })).toBeVisible()
  })

  it('names the missing access strings of the cell that was chosen', async () => {
    const { user } = openGrid({})
    const cells = within(await rowOf('grok-3')).getAllByRole('gridcell')
    await user.click(cells[2] ?? document.body)
    expect(cells[2]).toHaveAttribute('aria-current', 'true')
    expect(screen.getByText('api-key:endpoint:tokenize')).toBeVisible()
    expect(screen.getByText('api-key:model:grok-3')).toBeVisible()
    expect(window.location.hash).toBe('#/api-key?endpoint=tokenize&model=grok-3')
    const docs = await screen.findByRole('button', {
      name: 'xAI documentation: key and tokenizer endpoints',
    })
    expect(docs).toHaveAttribute('title', 'https://docs.x.ai/developers/rest-api-reference/inference/other')
  })

  it('has a column and a row for what only an access string names', async () => {
    openGrid({ acls: ['api-key:endpoint:telepathy', 'api-key:model:grok-9', 'nonsense', ''] })
    expect(within(await grid()).getByRole('columnheader', { name: 'telepathy' })).toBeVisible()
    await waitFor(async () => expect(await rowOf('grok-9')).toHaveTextContent('not in the list'))
    expect(within(await rowOf('grok-9')).getByText('Allowed')).toBeVisible()
  })

  it.each([
    [[], /no access string at all/],
    [['api-key:endpoint:*'], /to endpoints but to no model/],
    [['api-key:model:*'], /to models but to no endpoint/],
    [['something'], /None of its access strings/],
    [['api-key:endpoint:*', 'api-key:model:*'], /cover every endpoint and every model/],
  ])('explains %j as a whole', async (acls, sentence) => {
    openGrid({ acls })
    await grid()
    expect(screen.getByText(sentence)).toBeVisible()
  })

  it.each([
    [{ apiKeyDisabled: true }, 'Disabled', 'Disabled'],
    [{ apiKeyBlocked: true }, 'Blocked', 'Blocked'],
    [{ teamBlocked: true }, 'Team blocked', 'Allowed'],
  ])('lets %j stop the key, whatever its strings say', async (flag, chat, lists) => {
    openGrid({ acls: ['api-key:endpoint:*', 'api-key:model:*'] }, flag)
    const cells = within(await rowOf('grok-3')).getAllByRole('gridcell')
    expect(words(cells).slice(0, 2)).toEqual([chat, lists])
  })
})

describe('the keyboard in the grid', () => {
  it('has one tab stop and moves by arrows, Home, End and pages', async () => {
    const models = Array.from({ length: 30 }, (_, at) => model(`grok-${at}`))
    const { user } = openGrid({ models, acls: ['api-key:endpoint:*', 'api-key:model:*'] })
    const stops = (await grid()).querySelectorAll('[tabindex="0"]')
    expect(stops).toHaveLength(1)
    const [first] = stops
    if (!(first instanceof HTMLElement)) throw new Error('no tab stop')
    first.focus()
    const at = () => {
      const cell = document.activeElement
      const row = cell?.closest('tr')?.getAttribute('data-model')
      return cell instanceof HTMLTableCellElement ? `${row} ${cell.cellIndex}` : 'nowhere'
    }
    expect(at()).toBe('grok-0 0')
    for (const [keys, wanted] of [
      ['{ArrowRight}', 'grok-0 1'],
      ['{ArrowDown}', 'grok-1 1'],
      ['{PageDown}', 'grok-11 1'],
      ['{End}', 'grok-11 8'],
      ['{Control>}{End}{/Control}', 'grok-29 8'],
      ['{ArrowDown}{ArrowRight}', 'grok-29 8'],
      ['{PageUp}', 'grok-19 8'],
      ['{Home}', 'grok-19 0'],
      ['{Control>}{Home}{/Control}', 'grok-0 0'],
      ['{ArrowUp}{ArrowLeft}', 'grok-0 0'],
    ] as const) {
      await user.keyboard(keys)
      expect(at()).toBe(wanted)
    }
    expect((await grid()).querySelectorAll('[tabindex="0"]')).toHaveLength(1)
    await user.keyboard('{ArrowRight}{Enter}')
    expect(window.location.hash).toContain('endpoint=chat&model=grok-0')
  })
})

describe('links, filter and files of the grid', () => {
  it('focuses and marks the cell that a link names, by any name of the model', async () => {
    openGrid({ at: '/api-key?endpoint=chat&model=grok-4-latest' })
    const cell = within(await rowOf('grok-4-0709')).getAllByRole('gridcell')[0]
    await waitFor(() => expect(cell).toHaveFocus())
    expect(cell).toHaveAttribute('aria-current', 'true')
    expect(screen.getByText(/^Allowed:/)).toBeVisible()
  })

  it('says when a link names a model or endpoint that nobody knows', async () => {
    openGrid({ at: '/api-key?endpoint=chat&model=grok-none' })
    expect(await screen.findByText(/nor an access string names grok-none/)).toBeVisible()
    expect(screen.getByText(/names grok-none/).closest('[tabindex]')).toHaveFocus()
  })

  it('filters by any name and by answer, and finds a hidden mark again', async () => {
    const { user } = openGrid({ at: '/api-key?endpoint=chat&model=grok-3' })
    await user.type(await screen.findByRole('searchbox', { name: 'Filter models' }), 'GROK-4 latest')
    await waitFor(() => expect(screen.getByText('1 of 2 models')).toBeVisible())
    expect(screen.getByText(/The filter hides this model/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Show all models' }))
    expect(await rowOf('grok-3')).toBeVisible()
    await user.click(screen.getByRole('radio', { name: 'Allowed somewhere' }))
    await waitFor(() => expect(screen.getByText('1 of 2 models')).toBeVisible())
  })

  it('says so when no row is left, and when there was none', async () => {
    const { user } = openGrid({})
    await user.type(await screen.findByRole('searchbox', { name: 'Filter models' }), 'nothing like it')
    expect(await screen.findByText('No model matches the filter.')).toBeVisible()
    openGrid({ models: [], acls: [] })
    expect(
      await screen.findByText('The list of models is empty and no access string names one.'),
    ).toBeVisible()
  })

  it('exports what is on screen', async () => {
    const save = vi.fn((file: { content: string }) => ({
      outcome: 'saved' as const,
      fileName: `permissions-${file.content.length}`,
    }))
    const { user } = openGrid({ rpc: { exports: { save } } })
    await grid()
    await user.click(screen.getByRole('button', { name: 'Export CSV' }))
    const csv = save.mock.calls[0]?.[0].content ?? ''
    expect(csv.split('\r\n')[0]).toBe('model,aliases,endpoint,allowed,reason,key,host,demo,readAt')
    expect(csv).toContain('grok-4-0709,grok-4 grok-4-latest,chat,true,allowed,xai-...b14o,api.x.ai,false,')
    expect(csv.trim().split('\r\n')).toHaveLength(1 + 2 * 8)
    expect(await screen.findByText(/^Saved as/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Export Markdown' }))
    expect(save.mock.calls[1]?.[0].content).toContain('| grok-3 | grok-3-latest | No model |')
  })

  it('draws only what is in sight of 5,000 models, and reaches the last', async () => {
    // jsdom lays nothing out: the box that the table scrolls in gets a size.
    vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(500)
    vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(1000)
    const models = Array.from({ length: 5000 }, (_, at) => model(`grok-x-${at}`, [`grok-x-${at}-latest`]))
    const acls = models.map(({ id }) => `api-key:model:${id}-latest`)
    const { user } = openGrid({ models, acls: ['api-key:endpoint:chat', ...acls] })
    const table = await grid()
    expect(table).toHaveAttribute('aria-rowcount', '5001')
    await waitFor(() => expect(table.querySelectorAll('tr[data-model]').length).toBeGreaterThan(10))
    expect(table.querySelectorAll('tr[data-model]').length).toBeLessThan(80)
    table.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
    await user.keyboard('{Control>}{End}{/Control}')
    expect(document.activeElement?.closest('tr')).toHaveAttribute('data-model', 'grok-x-4999')
    vi.restoreAllMocks()
  })
})
