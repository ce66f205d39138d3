import { describe, expect, it } from 'vitest'
import { createCatalogService } from '../../../../electron/services/catalog.ts'
import type { Target } from '../../../../electron/services/ports.ts'
import { Catalog } from '../../../../shared/contract/catalog.ts'
import { failureOf } from '../../../../shared/contract/failure.ts'
import { manualTime } from '../../../support/ports/manual-time.ts'
import { type MemoryCatalogStore, memoryCatalogStore } from '../../../support/ports/memory-catalog-store.ts'
import { demoTarget, sampleTarget } from '../../../support/ports/sample-target.ts'
import { settle } from '../../../support/ports/scripted-stream.ts'
import { type ScriptedWire, scriptedWire } from '../../../support/ports/scripted-wire.ts'

const xai = sampleTarget({ key: 'xai-one' })
const demo = demoTarget()

const LANGUAGE = '/v1/language-models'
const LISTED = '/v1/models'
const IMAGES = '/v1/image-generation-models'

const mini = {
  id: 'grok-3-mini',
  prompt_text_token_price: 3000,
  completion_text_token_price: 5000,
  aliases: ['grok-3-mini-latest'],
  a_field_of_2031: { nested: [1, 2] },
}

function wireOf(changes: Record<string, ReturnType<ScriptedWire['answers']['get']>> = {}): ScriptedWire {
  const wire = scriptedWire({
    [LANGUAGE]: { body: { models: [mini] } },
    [LISTED]: { body: { data: [{ id: 'grok-3-mini', context_length: 131_072 }] } },
    [IMAGES]: { body: { models: [{ id: 'grok-2-image', image_price: 700_000_000 }] } },
  })
  for (const [path, answer] of Object.entries(changes)) if (answer) wire.answers.set(path, answer)
  return wire
}

function set(parts: { wire?: ScriptedWire; store?: MemoryCatalogStore; target?: Target } = {}) {
  const wire = parts.wire ?? wireOf()
  const store = parts.store ?? memoryCatalogStore()
  const time = manualTime(1_790_000_000_000)
  const inUse = { target: parts.target ?? xai }
  const connection = { target: async () => inUse.target }
  const service = createCatalogService({ wire, connection, store, clock: time.clock })
  return { service, wire, store, time, inUse }
}

describe('reading the lists', () => {
  it('knows nothing before the first time, and says so', async () => {
    const { service, wire } = set()
    expect(await service.read()).toEqual({
      host: 'api.x.ai',
      demo: false,
      from: 'none',
      readAt: null,
      models: [],
      imageModels: [],
      problems: [],
      failure: null,
    })
    expect(wire.asked).toEqual([])
  })

  it('joins the three lists and keeps what it does not understand', async () => {
    const { service, wire } = set()
    const catalog = await service.refresh()
    expect(Catalog.parse(catalog)).toEqual(catalog)
    expect(catalog).toMatchObject({ from: 'server', readAt: 1_790_000_000_000, problems: [], failure: null })
    expect(catalog.models).toHaveLength(1)
    expect(catalog.models[0]).toMatchObject({
      id: 'grok-3-mini',
      contextLength: 131_072,
      prices: { promptText: 3000n, cachedPromptText: null },
      raw: mini,
    })
    expect(catalog.imageModels[0]).toMatchObject({ imagePrice: 700_000_000n })
    expect(wire.asked.map(({ path }) => path).sort()).toEqual([IMAGES, LANGUAGE, LISTED])
    expect(await service.read()).toEqual(catalog)
  })

  it('keeps the list over a restart, with its age', async () => {
    const store = memoryCatalogStore()
    const first = await set({ store }).service.refresh()
    const later = await set({ store }).service.read()
    expect(later).toEqual({ ...first, from: 'disk' })
  })

  it('finds the demo list again although its port is another one', async () => {
    const store = memoryCatalogStore()
    await set({ store, target: demo }).service.refresh()
    const { service } = set({ store, target: { ...demo, baseUrl: 'http://127.0.0.1:50222' } })
    expect(await service.read()).toMatchObject({ from: 'disk', demo: true, host: '127.0.0.1:50222' })
    expect(await set({ store }).service.read()).toMatchObject({ from: 'none' })
  })

  it('does not show one key the list that another key saw, offline after a restart', async () => {
    const store = memoryCatalogStore()
    await set({ store }).service.refresh()
    const wire = wireOf({ [LANGUAGE]: { failure: failureOf('offline') } })
    const { service } = set({ store, wire, target: { ...xai, key: 'xai-two' } })
    expect(await service.read()).toMatchObject({ from: 'none', readAt: null, models: [] })
    expect(await service.refresh()).toMatchObject({ from: 'none', models: [], failure: { code: 'offline' } })
    expect(await set({ store }).service.read()).toMatchObject({
      from: 'disk',
      models: [{ id: 'grok-3-mini' }],
    })
  })

  it('keeps 16 bits of which key saw a list, too few to confirm a guess, and nothing of the key', async () => {
    const { service, store } = set()
    await service.refresh()
    const row = store.rows.get(xai.baseUrl)
    expect(row?.keyMark).toMatch(/^[0-9a-f]{4}$/)
    expect(
      JSON.stringify(row, (_name, value) => (typeof value === 'bigint' ? `${value}` : value)),
    ).not.toContain(xai.key)
  })

  it('takes an empty list as a list', async () => {
    const { service } = set({ wire: wireOf({ [LANGUAGE]: { body: { models: [] } } }) })
    expect(await service.refresh()).toMatchObject({ from: 'server', models: [], failure: null })
  })

  it('keeps the rest of a list with one malformed entry', async () => {
    const { service } = set({ wire: wireOf({ [LANGUAGE]: { body: { models: [{ id: 7 }, mini] } } }) })
    const { models, problems, failure } = await service.refresh()
    expect(models.map(({ id }) => id)).toEqual(['grok-3-mini'])
    expect(problems).toMatchObject([{ list: 'language-models', index: 0, id: null }])
    expect(failure).toBeNull()
  })

  it('does not hand on an entry of a megabyte', async () => {
    const huge = { id: 'huge', padding: 'x'.repeat(1_000_000) }
    const { service } = set({ wire: wireOf({ [LANGUAGE]: { body: { models: [huge, mini] } } }) })
    const { models, problems } = await service.refresh()
    expect(models.map(({ id }) => id)).toEqual(['grok-3-mini'])
    expect(problems).toMatchObject([{ list: 'language-models', id: 'huge' }])
  })
})

describe('a list that cannot be read', () => {
  const offline = failureOf('offline')

  it('leaves what was known, with its age and the reason', async () => {
    const { service, wire, time } = set()
    const before = await service.refresh()
    time.pass(60_000)
    wire.answers.set(LANGUAGE, { failure: offline })
    expect(await service.refresh()).toEqual({ ...before, failure: offline })
    expect(await service.read()).toEqual({ ...before, failure: offline })
    wire.answers.set(LANGUAGE, { body: { models: [mini] } })
    expect(await service.refresh()).toMatchObject({ failure: null, readAt: 1_790_000_060_000 })
  })

  it('leaves nothing when nothing was known', async () => {
    const { service, store } = set({ wire: wireOf({ [LANGUAGE]: { failure: offline } }) })
    expect(await service.refresh()).toMatchObject({
      from: 'none',
      readAt: null,
      models: [],
      failure: offline,
    })
    expect(store.rows.size).toBe(0)
  })

  it.each([['<html>'], [{ error: 'no' }], [null], [{ models: 'many' }]])(
    'is a failure and no empty list: %j',
    async (body) => {
      const { service, store } = set({ wire: wireOf({ [LANGUAGE]: { body } }) })
      const { failure, from } = await service.refresh()
      expect({ code: failure?.code, from, kept: store.rows.size }).toEqual({
        code: 'malformed-answer',
        from: 'none',
        kept: 0,
      })
    },
  )

  it('is only a problem when it is not the essential one', async () => {
    const wire = wireOf({
      [LISTED]: { failure: failureOf('not-permitted', { status: 403 }) },
      [IMAGES]: { failure: offline },
    })
    const { models, imageModels, problems, failure } = await set({ wire }).service.refresh()
    expect(models).toMatchObject([{ id: 'grok-3-mini', contextLength: null, rawModel: null }])
    expect(imageModels).toEqual([])
    expect(problems).toMatchObject([
      { list: 'models', reason: 'the list could not be read: not-permitted (HTTP 403)' },
      { list: 'image-generation-models', reason: 'the list could not be read: offline' },
    ])
    expect(failure).toBeNull()
  })

  it('because of a bug is not taken for a failure, and the next try works', async () => {
    const { service, wire } = set({ wire: wireOf({ [LISTED]: { bug: new TypeError('boom') } }) })
    await expect(service.refresh()).rejects.toThrow('boom')
    wire.answers.set(LISTED, { body: { data: [] } })
    expect(await service.refresh()).toMatchObject({ from: 'server' })
  })

  it('is shown even where the disk cannot keep it', async () => {
    const store = memoryCatalogStore()
    store.fill()
    const { models, problems, from } = await set({ store }).service.refresh()
    expect({ models: models.length, from }).toEqual({ models: 1, from: 'server' })
    expect(problems).toMatchObject([{ reason: 'the list could not be kept on disk: disk-full' }])
  })
})

describe('several at a time', () => {
  it('share one refresh', async () => {
    const { service, wire } = set()
    wire.hold()
    const all = Promise.all([service.refresh(), service.refresh(), service.refresh()])
    await settle()
    wire.release()
    const [one, two, three] = await all
    expect(wire.asked).toHaveLength(3)
    expect(two).toBe(one)
    expect(three).toBe(one)
  })

  it.each([
    { what: 'server', next: { ...xai, baseUrl: 'https://other.example' } },
    { what: 'key', next: { ...xai, key: 'xai-two' } },
  ])('do not show the list of the $what before', async ({ next }) => {
    const { service, wire, inUse, store } = set()
    wire.hold()
    const late = service.refresh()
    await settle()
    inUse.target = next
    wire.release()
    expect(await late).toMatchObject({ host: new URL(next.baseUrl).host, from: 'none', models: [] })
    expect(await service.read()).toMatchObject({ from: 'none', models: [] })
    expect(store.rows.size).toBe(0)
  })

  it('ask again for the new connection instead of sharing the old one', async () => {
    const { service, wire, inUse } = set()
    wire.hold()
    const late = service.refresh()
    await settle()
    inUse.target = { ...xai, baseUrl: 'https://other.example' }
    const fresh = service.refresh()
    await settle()
    wire.release()
    await Promise.all([late, fresh])
    expect(await service.read()).toMatchObject({ host: 'other.example', from: 'server' })
    expect(new Set(wire.asked.map(({ target }) => target.baseUrl)).size).toBe(2)
  })
})
