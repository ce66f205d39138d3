import { afterEach, describe, expect, it } from 'vitest'
import { type DemoApi, startDemoApi } from '../../../../electron/demo/demo-api.ts'
import { createCatalogService } from '../../../../electron/services/catalog.ts'
import { createSingleModel } from '../../../../electron/services/single-model.ts'
import { createWire } from '../../../../electron/xai/wire.ts'
import { SingleModel } from '../../../../shared/contract/catalog.ts'
import { memoryCatalogStore } from '../../../support/ports/memory-catalog-store.ts'
import { demoTarget } from '../../../support/ports/sample-target.ts'
import { grok4, historyBench } from './history-bench.ts'

const demos: DemoApi[] = []
afterEach(async () => {
  for (const demo of demos.splice(0)) await demo.close()
})

/** The two services against a demo API of that era, over real HTTP. */
async function against(era: 'A' | 'B' | 'C') {
  const demo = await startDemoApi({ era, pacing: 'none', record: true })
  demos.push(demo)
  const clock = { now: () => 5, monotonic: () => performance.now() }
  const wire = createWire({ fetch, clock, random: Math.random })
  const target = demoTarget({ baseUrl: demo.baseUrl, key: demo.key })
  const connection = { target: async () => target }
  const catalog = createCatalogService({ wire, connection, store: memoryCatalogStore(), clock })
  await catalog.refresh()
  const single = createSingleModel({ wire, connection, catalog, clock })
  return { demo, ask: (name: string) => single.refreshModel(name) }
}

describe('one model of the demo API', () => {
  it.each([
    { era: 'A', alias: 'grok-2-latest', id: 'grok-2-1212', idFromServer: 'grok-2-latest' },
    { era: 'B', alias: 'grok-4', id: 'grok-4-0709', idFromServer: 'grok-4-0709' },
    {
      era: 'C',
      alias: 'grok-4.20',
      id: 'grok-4.20-0309-reasoning',
      idFromServer: 'grok-4.20-0309-reasoning',
    },
  ] as const)('of era $era by its alias', async ({ era, alias, id, idFromServer }) => {
    const { ask } = await against(era)
    const answer = await ask(alias)
    expect(SingleModel.parse(answer)).toEqual(answer)
    expect(answer).toMatchObject({ name: alias, demo: true, readAt: 5, comparedWith: id })
    expect(answer.language).toMatchObject({ kind: 'found', model: { id: idFromServer } })
    expect(answer.listed).toMatchObject({ kind: 'found', model: { id: idFromServer } })
  })

  it('shows what the early form says otherwise: the alias as id, and no fingerprint', async () => {
    const { ask } = await against('A')
    const { differences } = await ask('grok-2-latest')
    expect(differences).toMatchObject([
      {
        list: 'language-models',
        field: 'id',
        listed: '"grok-2-1212"',
        single: '"grok-2-latest"',
        note: 'alias-echoed',
      },
      { list: 'language-models', field: 'fingerprint', single: null, note: null },
      { list: 'models', field: 'id', note: 'alias-echoed' },
    ])
  })

  it('is no different from the list where the server says the same', async () => {
    const { ask } = await against('C')
    expect((await ask('grok-4.20-0309-reasoning')).differences).toEqual([])
  })

  it('shows a price that changed since the list was read', async () => {
    const { demo, ask } = await against('B')
    const models = demo.catalog.models.map((one) =>
      one.id === 'grok-4-0709' ? { ...one, prices: { ...one.prices, prompt: 20_000 } } : one,
    )
    demo.setModels({ models })
    expect((await ask('grok-4')).differences).toContainEqual({
      list: 'language-models',
      field: 'prompt_text_token_price',
      listed: '30000',
      single: '20000',
      note: null,
    })
  })

  it.each(['A', 'B', 'C'] as const)('that era %s does not have is a refusal, and no error', async (era) => {
    const { ask } = await against(era)
    const answer = await ask('grok-4.6-latest-and-greatest')
    expect(answer).toMatchObject({ comparedWith: null, differences: [] })
    for (const one of [answer.language, answer.listed]) {
      expect(one).toMatchObject({ kind: 'failed', failure: { code: 'model-not-found', status: 404 } })
    }
  })

  it.each(['a/b', 'grok?x=1', 'grok#1', 'gr ok', '%2e%2e', 'ünï', '../api-key'])(
    'called %j goes out as one segment of the path',
    async (name) => {
      const { demo, ask } = await against('C')
      await ask(name)
      const paths = demo.requests.slice(-2).map(({ path }) => path)
      expect(paths.toSorted()).toEqual([
        `/v1/language-models/${encodeURIComponent(name)}`,
        `/v1/models/${encodeURIComponent(name)}`,
      ])
    },
  )

  it.each(['.', '..', '\ud800'])('called %j is never asked for', async (name) => {
    const { demo, ask } = await against('C')
    const asked = demo.requests.length
    expect(await ask(name)).toMatchObject({
      language: { kind: 'failed', failure: { code: 'model-not-found' } },
    })
    expect(demo.requests).toHaveLength(asked)
  })
})

describe('an answer for one model', () => {
  it.each([[[]], [{ models: [grok4, { id: 'other' }] }], [{}], [null], ['text'], [{ id: 7 }]])(
    'that is not one model is malformed: %j',
    async (body) => {
      const { catalog, wire, listed } = historyBench()
      await listed(grok4)
      wire.answers.set('/v1/language-models/grok-4', { body })
      wire.answers.set('/v1/models/grok-4', { body: { id: 'grok-4-0709', created: 5 } })
      expect(await catalog.refreshModel('grok-4')).toMatchObject({
        language: { kind: 'failed', failure: { code: 'malformed-answer' } },
        listed: { kind: 'found', model: { id: 'grok-4-0709', created: 5 } },
        comparedWith: 'grok-4-0709',
        differences: [],
      })
    },
  )

  it('is compared with the entry of its id when the list does not know the name', async () => {
    const { catalog, wire, listed } = historyBench()
    await listed(grok4)
    wire.answers.set('/v1/language-models/grok-secret', {
      body: { ...grok4, aliases: ['grok-4', 'grok-secret'] },
    })
    wire.answers.set('/v1/models/grok-secret', { body: grok4 })
    expect(await catalog.refreshModel('grok-secret')).toMatchObject({
      comparedWith: 'grok-4-0709',
      differences: [{ field: 'aliases', listed: '["grok-4"]', single: '["grok-4","grok-secret"]' }],
    })
  })
})
