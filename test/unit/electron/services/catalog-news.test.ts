import { describe, expect, it } from 'vitest'
import { ServiceFailure } from '../../../../electron/services/ports.ts'
import { failureOf } from '../../../../shared/contract/failure.ts'
import { grok4, grok43, historyBench, otherKey } from './history-bench.ts'

const cheaper = { ...grok4, prompt_text_token_price: 20_000 }

describe('news', () => {
  it('is a changed price of a model that was used by its alias', async () => {
    const { catalog, listed } = historyBench(['grok-4'])
    await listed(grok4, grok43)
    expect(await catalog.news()).toBeNull()
    await listed(cheaper, { ...grok43, prompt_text_token_price: 1 })
    expect(await catalog.news()).toMatchObject({
      id: 2,
      before: { snapshot: 1 },
      after: { snapshot: 2 },
      changes: { pricesChanged: [{ id: 'grok-4-0709', before: 30_000n, after: 20_000n }] },
    })
    expect((await catalog.news())?.changes.pricesChanged).toHaveLength(1)
  })

  it('is an alias that now stands for another model', async () => {
    const { catalog, listed } = historyBench(['grok-4'])
    await listed(grok4, grok43)
    await catalog.news()
    await listed({ ...grok4, aliases: [] }, { ...grok43, aliases: ['grok-4'] })
    expect((await catalog.news())?.changes.aliasesMoved).toEqual([
      { alias: 'grok-4', from: 'grok-4-0709', to: 'grok-4.3' },
    ])
  })

  it('is not what touches nothing that was used', async () => {
    const { catalog, listed } = historyBench(['grok-4.3'])
    await listed(grok4, grok43)
    await catalog.news()
    await listed(cheaper, { ...grok43, aliases: ['new-name'] })
    expect(await catalog.news()).toBeNull()
  })

  it('adds up, and stays over a restart, until it is dismissed', async () => {
    const { catalog, listed, restart } = historyBench(['grok-4', 'grok-4.3'])
    await listed(grok4, grok43)
    await catalog.news()
    await listed(cheaper, grok43)
    await catalog.news()
    await listed(cheaper, { ...grok43, prompt_text_token_price: 1 })
    const again = restart()
    expect((await again.news())?.changes.pricesChanged.map(({ id }) => id)).toEqual([
      'grok-4-0709',
      'grok-4.3',
    ])
    expect(await again.dismissNews(3)).toBeNull()
    expect(await restart().news()).toBeNull()
  })

  it('that came after the notice was shown survives its dismissal', async () => {
    const { catalog, listed } = historyBench(['grok-4'])
    await listed(grok4)
    await catalog.news()
    await listed(cheaper)
    const shown = await catalog.news()
    await listed({ ...grok4, prompt_text_token_price: 10_000 })
    const left = await catalog.dismissNews(shown?.id ?? 0)
    expect(left?.changes.pricesChanged).toMatchObject([{ before: 20_000n, after: 10_000n }])
  })

  it('ends when what changed has changed back', async () => {
    const { catalog, listed } = historyBench(['grok-4'])
    await listed(grok4)
    await catalog.news()
    await listed(cheaper)
    expect(await catalog.news()).not.toBeNull()
    await listed(grok4)
    expect(await catalog.news()).toBeNull()
  })

  it('is not made of what was used only after it had changed', async () => {
    const used: string[] = []
    const { catalog, listed, storage } = historyBench()
    storage.usedModels.names = () => used
    await listed(grok4)
    await listed(cheaper)
    expect(await catalog.news()).toBeNull()
    used.push('grok-4')
    expect(await catalog.news()).toBeNull()
  })

  it('is not that another key sees less', async () => {
    const { catalog, listed, inUse } = historyBench(['grok-4'])
    await listed(grok4, grok43)
    await catalog.news()
    inUse.target = otherKey
    await listed(grok43)
    expect(await catalog.news()).toBeNull()
  })

  it('needs no disk that can be written', async () => {
    const { catalog, listed, storage } = historyBench(['grok-4'])
    storage.settings.set = () => {
      throw new ServiceFailure(failureOf('disk-full'))
    }
    await listed(grok4)
    expect(await catalog.news()).toBeNull()
    await listed(cheaper)
    expect(await catalog.news()).toMatchObject({ id: 2 })
    await expect(catalog.dismissNews(2)).rejects.toMatchObject({ failure: { code: 'disk-full' } })
  })
})
