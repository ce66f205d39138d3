import { screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { StatusBar } from '../../renderer/app/status-bar.tsx'
import { ModelsView } from '../../renderer/features/models/models-view.tsx'
import { failureOf } from '../../shared/contract/failure.ts'
import { axeViolations } from '../support/axe-violations.ts'
import { failed, sampleKeyFacts } from '../support/fake-rpc.ts'
import { renderPage } from '../support/render-page.tsx'
import { sampleCatalog } from '../support/sample-catalog.ts'

const tiered = 'grok-4.20-0309-reasoning'

async function shownIds(): Promise<(string | null)[]> {
  await screen.findAllByRole('rowheader')
  return screen.getAllByRole('rowheader').map(({ textContent }) => textContent)
}

async function openFilters(user: UserEvent): Promise<HTMLElement> {
  await shownIds()
  await user.click(screen.getByRole('button', { name: /^Filters/ }))
  return await screen.findByRole('region', { name: 'Filters' })
}

describe('the filters', () => {
  it('narrow by capability, count themselves, and Back undoes them', async () => {
    const { user } = renderPage(<ModelsView />)
    const bar = await openFilters(user)
    await user.selectOptions(within(bar).getByLabelText('Has image input'), 'yes')
    await waitFor(async () => expect(await shownIds()).toEqual([tiered]))
    expect(screen.getByRole('button', { name: 'Filters (1)' })).toBeVisible()
    expect(screen.getByText('1 of 3 models')).toBeVisible()
    expect(window.location.hash).toBe('#/models?images=yes')
    window.history.back()
    await waitFor(async () => expect(await shownIds()).toHaveLength(3))
    expect(within(bar).getByLabelText('Has image input')).toHaveValue('any')
  })

  it('take prices in the unit on screen, both ends included, and leave unknown prices out', async () => {
    const { user } = renderPage(<ModelsView />)
    const bar = await openFilters(user)
    await user.type(within(bar).getByLabelText('Input price to'), '0.30')
    await waitFor(async () => expect(await shownIds()).toEqual(['grok-3-mini']))
    expect(window.location.hash).toBe('#/models?input=..3000')
    await user.clear(within(bar).getByLabelText('Input price to'))
    await user.type(within(bar).getByLabelText('Input price from'), '1.25')
    await waitFor(async () => expect(await shownIds()).toEqual([tiered]))
  })

  it('keep what cannot be read as typed, say so, and change nothing', async () => {
    const { user } = renderPage(<ModelsView />)
    const bar = await openFilters(user)
    const field = within(bar).getByLabelText('Output price from')
    await user.type(field, 'cheap')
    expect(field).toBeInvalid()
    expect(field).toHaveAccessibleDescription('This is no amount in the unit.')
    expect(field).toHaveValue('cheap')
    await waitFor(async () => expect(await shownIds()).toHaveLength(3))
  })

  it.each([
    { typed: '1m', ids: [tiered] },
    { typed: '131,072', ids: [tiered, 'grok-3-mini'] },
    { typed: '131073', ids: [tiered] },
  ])('understand $typed tokens of context', async ({ typed, ids }) => {
    const { user } = renderPage(<ModelsView />)
    const bar = await openFilters(user)
    await user.type(within(bar).getByLabelText('Context length at least'), typed)
    await waitFor(async () => expect(await shownIds()).toEqual(ids))
  })

  it('come from the address, and one press clears them but not the search', async () => {
    const { user } = renderPage(<ModelsView />, { at: '/models?q=grok&in=image&reasoning=yes' })
    expect(await screen.findByText('The filters hide all 3 models.')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Clear filters' }))
    await waitFor(async () => expect(await shownIds()).toHaveLength(3))
    expect(screen.getByRole('searchbox')).toHaveValue('grok')
    expect(window.location.hash).toBe('#/models?q=grok')
  })

  it('know what the key may use', async () => {
    const acls = ['api-key:endpoint:*', 'api-key:model:grok-3-mini-latest']
    const { user } = renderPage(<ModelsView />, {
      rpc: { connection: { inspectKey: () => sampleKeyFacts({ acls }) } },
    })
    const bar = await openFilters(user)
    await user.selectOptions(within(bar).getByLabelText('May use with this key'), 'yes')
    await waitFor(async () => expect(await shownIds()).toEqual(['grok-3-mini']))
    await user.selectOptions(within(bar).getByLabelText('May use with this key'), 'no')
    await waitFor(async () => expect(await shownIds()).toEqual([tiered, 'grok-unpriced']))
  })

  it('have nothing wrong for axe', async () => {
    const { user, container } = renderPage(
      <main>
        <ModelsView />
      </main>,
    )
    const bar = await openFilters(user)
    await user.type(within(bar).getByLabelText('Context length at least'), 'many')
    expect(await axeViolations(container)).toEqual([])
  })
})

describe('what the key may use', () => {
  it('stands in the table with the reason in words', async () => {
    const acls = ['api-key:endpoint:models', 'api-key:model:grok-3-mini']
    renderPage(<ModelsView />, { rpc: { connection: { inspectKey: () => sampleKeyFacts({ acls }) } } })
    const cell = async (id: string) => {
      const row = await screen.findByRole('row', { name: id })
      return within(row).getAllByRole('cell').at(-1)
    }
    await waitFor(async () => expect(await cell('grok-3-mini')).toHaveTextContent('no'))
    expect(await cell('grok-3-mini')).toHaveAccessibleDescription(
      'The key has access to this model, but not to the endpoint chat.',
    )
    expect(await cell(tiered)).toHaveAccessibleDescription(
      'The key has access neither to the endpoint chat nor to this model.',
    )
  })

  it('is unknown, not no, while the key cannot be read, and asked again with the next list', async () => {
    let answers = 0
    const inspectKey = () => {
      answers += 1
      if (answers === 1) throw failed(failureOf('offline'))
      return sampleKeyFacts()
    }
    let readAt = Date.UTC(2026, 10, 1)
    const catalog = () => sampleCatalog({ readAt })
    renderPage(
      <>
        <ModelsView />
        <StatusBar />
      </>,
      { rpc: { connection: { inspectKey }, catalog: { read: catalog, refresh: catalog } } },
    )
    const permission = async () =>
      within(await screen.findByRole('row', { name: tiered }))
        .getAllByRole('cell')
        .at(-1)
    await waitFor(() => expect(answers).toBe(1))
    await waitFor(async () => expect(await permission()).toHaveTextContent('–'))
    readAt += 60_000
    screen.getByRole('button', { name: 'Refresh prices' }).click()
    await waitFor(async () => expect(await permission()).toHaveTextContent('yes'))
  })
})

describe('sorting by several columns', () => {
  it('adds a column with Shift, numbers them, and keeps both in the address', async () => {
    const { user } = renderPage(<ModelsView />)
    await shownIds()
    const header = (name: RegExp) => screen.getByRole('columnheader', { name })
    await user.click(within(header(/^Input modalities/)).getByRole('button'))
    await user.keyboard('{Shift>}')
    await user.click(within(header(/^Output price/)).getByRole('button'))
    await user.keyboard('{/Shift}')
    expect(header(/^Input modalities/)).toHaveAttribute('aria-sort', 'ascending')
    expect(header(/^Output price/)).toHaveAttribute('aria-sort', 'ascending')
    expect(header(/^Output price/)).toHaveTextContent('2')
    await waitFor(async () => expect(await shownIds()).toEqual(['grok-3-mini', 'grok-unpriced', tiered]))
    expect(decodeURIComponent(window.location.hash)).toBe('#/models?sort=inputModalities,output')
  })
})

describe('picking models for Compare', () => {
  it('asks for two, then links to the comparison, and keeps the picks in the address', async () => {
    const { user } = renderPage(<ModelsView />)
    await shownIds()
    await user.click(screen.getByRole('checkbox', { name: 'Pick grok-3-mini for Compare' }))
    expect(screen.getByText('Pick one more to compare')).toBeVisible()
    expect(screen.queryByRole('complementary')).not.toBeInTheDocument()
    await user.click(screen.getByRole('checkbox', { name: `Pick ${tiered} for Compare` }))
    expect(screen.getByRole('link', { name: 'Compare 2 models' })).toHaveAttribute(
      'href',
      `#/compare?models=grok-3-mini,${tiered}`,
    )
    expect(decodeURIComponent(window.location.hash)).toBe(`#/models?pick=grok-3-mini,${tiered}`)
    await user.click(screen.getByRole('button', { name: 'Drop picks' }))
    expect(screen.queryByRole('link', { name: /^Compare/ })).not.toBeInTheDocument()
  })

  it('takes eight at most', async () => {
    const pick = Array.from({ length: 9 }, (_, at) => `grok-${at}`).join(',')
    renderPage(<ModelsView />, { at: `/models?pick=${pick}` })
    expect(await screen.findByText('Compare takes 8 at most')).toBeVisible()
  })
})

describe('a name in the search', () => {
  it.each([
    { name: tiered, said: 'the id of a listed model, pinned' },
    { name: 'grok-4.20-latest', said: `alias of ${tiered} (moving)` },
  ])('$name is $said', async ({ name, said }) => {
    const { user } = renderPage(<ModelsView />)
    await shownIds()
    await user.type(screen.getByRole('searchbox'), name)
    expect(screen.getByText(/1 of 3 models/)).toHaveTextContent(said)
  })

  it('that is unknown leads to names like it', async () => {
    const { user } = renderPage(<ModelsView />)
    await shownIds()
    await user.type(screen.getByRole('searchbox'), 'grok-3-minni')
    expect(await screen.findByText(/No model has “grok-3-minni”/)).toBeVisible()
    await user.click(await screen.findByRole('button', { name: 'grok-3-mini' }))
    expect(screen.getByRole('searchbox')).toHaveValue('grok-3-mini')
    await waitFor(async () => expect(await shownIds()).toEqual(['grok-3-mini']))
  })
})
