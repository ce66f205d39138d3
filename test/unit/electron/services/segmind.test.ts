import { describe, expect, it } from 'vitest'
import { createCatalogService } from '../../../../electron/services/catalog.ts'
import { createKeyFactsService } from '../../../../electron/services/key-facts.ts'
import { createSingleModel } from '../../../../electron/services/single-model.ts'
import { createTokensService } from '../../../../electron/services/tokens.ts'
import { Catalog, SingleModel } from '../../../../shared/contract/catalog.ts'
import { ratesOf } from '../../../../shared/pricing/rates.ts'
import { manualTime } from '../../../support/ports/manual-time.ts'
import { memoryCatalogStore } from '../../../support/ports/memory-catalog-store.ts'
import { sampleTarget } from '../../../support/ports/sample-target.ts'
import { scriptedWire } from '../../../support/ports/scripted-wire.ts'
import { failureFrom } from '../../../support/service-failure.ts'

const target = sampleTarget({
  kind: 'segmind',
  baseUrl: 'https://api.segmind.com',
  key: 'SG_0123456789',
  connection: { id: 's', name: 'Segmind' },
})

function bench() {
  // Any request at all is a bug of the service: there is no answer for it.
  const wire = scriptedWire({})
  const store = memoryCatalogStore()
  const { clock } = manualTime()
  const connection = { target: async () => target }
  const catalog = createCatalogService({ wire, connection, store, clock })
  return { wire, store, clock, connection, catalog }
}

describe('with Segmind, which has one model and no list (reference 9)', () => {
  it('the catalog is that model with unknown prices, says where it is from, and asks nobody', async () => {
    const { catalog, wire, store } = bench()
    for (const read of [await catalog.read(), await catalog.refresh()]) {
      expect(Catalog.parse(read)).toMatchObject({
        host: 'api.segmind.com',
        from: 'documentation',
        readAt: null,
        models: [{ id: 'grok-2' }],
        imageModels: [],
        problems: [{ id: 'grok-2', reason: expect.stringContaining('documentation') }],
        failure: null,
      })
      const [model] = read.models
      expect(model && ratesOf(model.prices)).toMatchObject({ input: null, cachedInput: null, output: null })
    }
    expect(wire.asked).toEqual([])
    expect(store.load('https://api.segmind.com')).toBeNull()
  })

  it('one model alone cannot be asked for either', async () => {
    const { wire, connection, catalog, clock } = bench()
    const single = createSingleModel({ wire, connection, catalog, clock })
    const notThere = { kind: 'failed', failure: { code: 'route-not-found', status: null } }
    expect(SingleModel.parse(await single.refreshModel('grok-2'))).toMatchObject({
      language: notThere,
      listed: notThere,
      comparedWith: 'grok-2',
      differences: [],
    })
    expect(wire.asked).toEqual([])
  })

  it('no text is sent to be counted, and no key is asked about', async () => {
    const { wire, connection, clock } = bench()
    const estimates = { learnFromCount: async () => {} }
    const tokens = createTokensService({ wire, connection, estimates, clock })
    const facts = createKeyFactsService({ wire, connection, clock })
    for (const asking of [() => tokens.count({ model: 'grok-2', text: 'hello' }), () => facts.inspectKey()]) {
      expect((await failureFrom(asking)).code).toBe('route-not-found')
    }
    expect(wire.asked).toEqual([])
  })
})
