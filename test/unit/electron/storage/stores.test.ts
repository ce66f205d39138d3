import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadEngine } from '../../../../electron/storage/engine.ts'
import type { UnreadableRow } from '../../../../electron/storage/stores.ts'
import type { ImageModel, LanguageModel } from '../../../../shared/catalog/model.ts'
import { open, scratchFolder } from './scratch.ts'

const model: LanguageModel = {
  id: 'grok-4-0709',
  aliases: ['grok-4'],
  created: 1_752_019_200,
  ownedBy: 'xai',
  version: '1.0',
  fingerprint: null,
  inputModalities: ['text', 'image'],
  outputModalities: ['text'],
  contextLength: 256_000,
  reasoningEfforts: null,
  defaultReasoningEffort: null,
  prices: {
    promptText: 30_000n,
    cachedPromptText: 7_500n,
    promptImage: 30_000n,
    completionText: 150_000n,
    promptTextLongContext: null,
    cachedPromptTextLongContext: null,
    completionTextLongContext: 2n ** 70n,
    longContextThreshold: 128_000,
    search: 0n,
  },
  raw: { id: 'grok-4-0709', surprise: { $int: 'theirs' }, prompt_text_token_price: 30_000 },
  rawModel: null,
}
const imageModel: ImageModel = {
  id: 'grok-2-image',
  aliases: [],
  created: null,
  ownedBy: null,
  version: null,
  fingerprint: null,
  inputModalities: ['text'],
  outputModalities: ['image'],
  maxPromptLength: 1024,
  imagePrice: 700_000_000n,
  pricing: [{ quality: null, resolution: '1k', pricePerImage: 1n }],
  raw: {},
}
const problem = { list: 'models', index: 3, id: null, reason: 'no id' }
const origin = 'https://api.x.ai'
const slot = { connection: 'default', origin }

describe.each(['node:sqlite', '@photostructure/sqlite'] as const)('small stores on %s', (name) => {
  const engine = loadEngine(name)

  it('keeps settings over a restart and forgets a removed one', () => {
    const folder = scratchFolder()
    const before = open(folder, { engine })
    before.settings.set('base-url', 'http://127.0.0.1:1')
    before.settings.set('base-url', 'https://api.x.ai')
    before.settings.set('gone', 'x')
    before.settings.set('gone', null)
    before.settings.set('empty', '')
    before.close()
    const { settings } = open(folder, { engine })
    expect(settings.get('base-url')).toBe('https://api.x.ai')
    expect(settings.get('gone')).toBeNull()
    expect(settings.get('empty')).toBe('')
  })

  it('keeps any bytes of a ciphertext, one row for each connection and origin', () => {
    const { keys } = open(scratchFolder(), { engine })
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 600 }), (ciphertext) => {
        const row = { ...slot, ciphertext, backend: 'kwallet6', lastFour: 'wxyz', createdAt: 12 }
        keys.save(row)
        expect(keys.load(slot)).toEqual({ ...row, ciphertext: Uint8Array.from(ciphertext) })
      }),
      { numRuns: 50 },
    )
    expect(keys.list()).toHaveLength(1)
    expect(keys.load({ ...slot, origin: 'https://api.x.ai:8443' })).toBeNull()
    keys.remove(slot)
    expect(keys.list()).toEqual([])
  })

  it('keeps a catalog exactly, ticks beyond 2^53 and unknown fields included', () => {
    const folder = scratchFolder()
    const catalog = {
      readAt: 77,
      keyMark: 'a1b2',
      models: [model],
      imageModels: [imageModel],
      problems: [problem],
    }
    const before = open(folder, { engine })
    before.catalogs.save(origin, { readAt: 1, keyMark: null, models: [], imageModels: [], problems: [] })
    before.catalogs.save(origin, catalog)
    before.close()
    const { catalogs } = open(folder, { engine })
    expect(catalogs.load(origin)).toEqual(catalog)
    expect(catalogs.load('https://elsewhere.example')).toBeNull()
  })

  it('makes an entry that no longer fits a problem and keeps the others', () => {
    const folder = scratchFolder()
    const before = open(folder, { engine })
    before.catalogs.save(origin, {
      readAt: 77,
      keyMark: 'a1b2',
      models: [model, model],
      imageModels: [],
      problems: [],
    })
    before.catalogs.save('https://broken.example', {
      readAt: 1,
      keyMark: null,
      models: [],
      imageModels: [],
      problems: [],
    })
    before.close()
    const database = engine.open(join(folder, 'tokenbook.sqlite'))
    database.exec(`UPDATE catalog SET lists = json_set(lists, '$.models[0].aliases', 'text')`)
    database.exec(`UPDATE catalog SET lists = 'not json' WHERE origin = 'https://broken.example'`)
    database.close()
    const unreadable: UnreadableRow[] = []
    const { catalogs } = open(folder, { engine, onUnreadableRow: (row) => unreadable.push(row) })
    expect(catalogs.load(origin)).toMatchObject({
      models: [model],
      problems: [{ list: 'language-models', index: 0, id: 'grok-4-0709' }],
    })
    expect(catalogs.load('https://broken.example')).toBeNull()
    expect(unreadable).toEqual([{ table: 'catalog', id: 'https://broken.example' }])
  })
})
