import { describe, expect, it } from 'vitest'
import { type ConnectionChange, createConnectionService } from '../../../../electron/services/connection.ts'
import type { ConnectionStore, SettingsStore } from '../../../../electron/services/ports.ts'
import { memoryConnectionStore, memoryProfiles } from '../../../support/ports/memory-profiles.ts'
import { memorySettings } from '../../../support/ports/memory-settings.ts'
import { memoryVault } from '../../../support/ports/memory-vault.ts'
import { demoTarget, sampleTarget } from '../../../support/ports/sample-target.ts'
import { failureFrom } from '../../../support/service-failure.ts'

const KEY = 'xai-secretsecretsecret7Kq2'
const XAI = { connection: 'default', origin: 'https://api.x.ai' }

function set(
  parts: {
    environment?: string | null
    settings?: SettingsStore
    store?: ConnectionStore
    demoFails?: number
  } = {},
) {
  const vault = memoryVault()
  const settings = parts.settings ?? memorySettings()
  let failing = parts.demoFails ?? 0
  const demo = { starts: 0 }
  const store = parts.store ?? memoryConnectionStore()
  const environment = { baseUrl: parts.environment?.trim() || null, key: null }
  const changes: ConnectionChange[] = []
  const service = createConnectionService({
    profiles: memoryProfiles({ store, settings, environment }),
    vault,
    changed: (change) => changes.push(change),
    async demo() {
      demo.starts += 1
      if (failing-- > 0) throw new Error('no port free')
      return { baseUrl: 'http://127.0.0.1:40111', key: 'xai-demo' }
    },
  })
  return { service, vault, settings, store, demo, changes }
}

describe('which server is asked', () => {
  it('is the demo as long as there is no key, and xAI is what is set', async () => {
    const { service } = set()
    expect(await service.target()).toEqual(demoTarget())
    expect(await service.status()).toMatchObject({
      kind: 'demo',
      host: '127.0.0.1:40111',
      baseUrl: 'https://api.x.ai',
      baseUrlFrom: 'default',
      key: { kind: 'absent' },
      otherKeyHost: null,
    })
  })

  it('is xAI with the key once one is saved, and the demo again when it is forgotten', async () => {
    const { service } = set()
    expect(await service.saveKey(KEY, 'strongest')).toMatchObject({
      kind: 'xai',
      host: 'api.x.ai',
      key: { kind: 'present', lastFour: '7Kq2' },
    })
    expect(await service.target()).toEqual(sampleTarget({ key: KEY, keyId: 'xai-...7Kq2' }))
    expect(await service.forgetKey()).toMatchObject({ kind: 'demo', key: { kind: 'absent' } })
  })

  it.each([
    {
      environment: 'http://127.0.0.1:9',
      stored: 'https://a.example',
      from: 'environment',
      url: 'http://127.0.0.1:9',
    },
    { environment: null, stored: 'https://a.example', from: 'settings', url: 'https://a.example' },
    { environment: '  ', stored: 'https://a.example', from: 'settings', url: 'https://a.example' },
    { environment: null, stored: null, from: 'default', url: 'https://api.x.ai' },
  ])('takes the base URL from $from', async ({ environment, stored, from, url }) => {
    const { service } = set({ environment })
    await service.setBaseUrl(stored)
    expect(await service.status()).toMatchObject({ baseUrl: url, baseUrlFrom: from })
    expect(await service.saveKey(KEY, 'session')).toMatchObject({
      kind: url === 'https://api.x.ai' ? 'xai' : 'custom',
      host: new URL(url).host,
    })
  })

  it('keeps a base URL over a restart', async () => {
    const { service, store } = set()
    await service.setBaseUrl('https://proxy.example/v1/')
    const restarted = set({ store })
    expect(await restarted.service.status()).toMatchObject({ baseUrl: 'https://proxy.example' })
  })
})

describe('a key', () => {
  it('never goes to another origin than the one it was entered for', async () => {
    const { service } = set()
    await service.saveKey(KEY, 'strongest')
    const elsewhere = await service.setBaseUrl('https://elsewhere.example')
    expect(elsewhere).toMatchObject({ kind: 'demo', key: { kind: 'absent' }, otherKeyHost: 'api.x.ai' })
    expect((await service.target()).key).toBe('xai-demo')
    expect(await service.setBaseUrl(null)).toMatchObject({ kind: 'xai', otherKeyHost: null })
  })

  it('is in nothing that the page gets', async () => {
    const { service } = set()
    const seen = [
      await service.saveKey(KEY, 'strongest'),
      await service.status(),
      await service.setBaseUrl('https://elsewhere.example'),
      await service.forgetKey(),
    ]
    expect(JSON.stringify(seen)).not.toContain(KEY.slice(4, -4))
  })

  it('that cannot be opened means demo, and says why', async () => {
    const { service, vault } = set()
    await service.saveKey(KEY, 'strongest')
    vault.lock(XAI)
    expect(await service.status()).toMatchObject({
      kind: 'demo',
      key: { kind: 'unusable', lastFour: '7Kq2' },
    })
    expect(await service.target()).toMatchObject({ demo: true })
  })
})

describe('a base URL that cannot be used', () => {
  it.each(['http://api.x.ai', 'ftp://api.x.ai', 'not a url', 'https://u:p@api.x.ai', ''])(
    'refuses %j and keeps the one before',
    async (text) => {
      const { service } = set()
      await service.setBaseUrl('https://before.example')
      const failure = await failureFrom(() => service.setBaseUrl(text))
      expect(failure.code).toBe('invalid-base-url')
      expect(await service.status()).toMatchObject({ baseUrl: 'https://before.example' })
    },
  )

  it('in the environment is not silently replaced by xAI', async () => {
    const { service } = set({ environment: 'http://api.x.ai' })
    expect((await failureFrom(() => service.target())).code).toBe('invalid-base-url')
    expect((await failureFrom(() => service.status())).code).toBe('invalid-base-url')
    expect((await failureFrom(() => service.saveKey(KEY, 'session'))).code).toBe('invalid-base-url')
  })

  it('on disk can be repaired', async () => {
    const { service, store } = set()
    await service.setBaseUrl('https://good.example')
    for (const row of store.list()) store.save({ ...row, baseUrl: 'damaged' })
    expect((await failureFrom(() => service.status())).code).toBe('invalid-base-url')
    expect(await service.setBaseUrl(null)).toMatchObject({ baseUrlFrom: 'default' })
  })
})

describe('the demo', () => {
  it('starts once, when first needed', async () => {
    const { service, demo } = set()
    expect(demo.starts).toBe(0)
    await Promise.all([service.status(), service.target(), service.target()])
    expect(demo.starts).toBe(1)
  })

  it('is not started for someone with a key', async () => {
    const { service, vault, demo } = set()
    vault.save(XAI, KEY, 'strongest')
    await service.status()
    await service.target()
    expect(demo.starts).toBe(0)
  })

  it('is tried again after it could not start', async () => {
    const { service, demo } = set({ demoFails: 1 })
    await expect(service.target()).rejects.toThrow('no port free')
    expect(await service.target()).toMatchObject({ demo: true })
    expect(demo.starts).toBe(2)
  })
})

describe('several connections', () => {
  const segmind = { name: 'Segmind', service: 'segmind', baseUrl: null } as const
  const SEGMIND_KEY = 'SG_0123456789abcdef'

  it('have a key each, and the one in use says who asks', async () => {
    const { service } = set()
    await service.saveKey(KEY, 'strongest')
    const { id, connection } = await service.add(segmind)
    expect(connection).toMatchObject({ active: 'default', kind: 'xai' })
    await service.saveKey(SEGMIND_KEY, 'strongest', id)
    expect(await service.target()).toMatchObject({ key: KEY, kind: 'xai' })
    expect(await service.use(id)).toMatchObject({ active: id, kind: 'segmind', host: 'api.segmind.com' })
    expect(await service.target()).toEqual({
      baseUrl: 'https://api.segmind.com',
      key: SEGMIND_KEY,
      demo: false,
      kind: 'segmind',
      connection: { id, name: 'Segmind' },
      keyId: '...cdef',
    })
    const { profiles } = await service.status()
    expect(profiles.map(({ kind, keyId }) => [kind, keyId])).toEqual([
      ['xai', 'xai-...7Kq2'],
      ['segmind', '...cdef'],
      ['demo', null],
    ])
  })

  it('take their keys with them when they are removed', async () => {
    const { service, vault } = set()
    const { id } = await service.add(segmind)
    await service.saveKey(SEGMIND_KEY, 'strongest', id)
    await service.use(id)
    expect(await service.remove(id)).toMatchObject({ active: 'default', kind: 'demo' })
    expect(vault.status({ connection: id, origin: 'https://api.segmind.com' })).toEqual({ kind: 'absent' })
    expect((await failureFrom(() => service.use(id))).code).toBe('not-found')
  })

  it('can be left for the demo and kept; a key saved from there is for the first one, which is then in use', async () => {
    const { service } = set()
    await service.saveKey(KEY, 'strongest')
    expect(await service.use('demo')).toMatchObject({ kind: 'demo', active: 'demo', key: { kind: 'absent' } })
    expect(await service.target()).toEqual(demoTarget())
    expect(service.inUse()).toBe('demo')
    expect(await service.saveKey(KEY, 'session')).toMatchObject({ kind: 'xai', active: 'default' })
  })

  it('are all shown when the base URL of one is damaged, so that it can be mended', async () => {
    const { service, store } = set()
    const { id } = await service.add({ name: 'Broken', service: 'xai', baseUrl: 'https://good.example' })
    for (const row of store.list()) if (row.id === id) store.save({ ...row, baseUrl: 'damaged' })
    const { profiles } = await service.status()
    expect(profiles.find((profile) => profile.id === id)).toMatchObject({ baseUrl: 'damaged', keyId: null })
    expect(await service.setBaseUrl('https://good.example', id)).toMatchObject({ active: 'default' })
  })

  it('refuse a key of another service where xAI itself would get it, and nothing is sent or kept', async () => {
    const { service } = set()
    expect((await failureFrom(() => service.saveKey('sk-ant-0123456789', 'strongest'))).code).toBe(
      'key-unusable',
    )
    expect(await service.status()).toMatchObject({ key: { kind: 'absent' } })
  })

  it('move a key to a keyring that appears', async () => {
    const { service, vault } = set()
    vault.setKeyring(null)
    await service.saveKey(KEY, 'strongest')
    expect((await service.status()).profiles[0]).toMatchObject({ key: { storage: 'session' } })
    vault.setKeyring('kwallet6')
    expect((await service.status()).profiles[0]?.moves).toEqual(['keyring'])
    expect(await service.moveKey('keyring')).toMatchObject({ key: { storage: 'keyring' } })
  })

  it('tell of each change, and whether what was known of the key still holds', async () => {
    const { service, changes } = set()
    await service.saveKey(KEY, 'session')
    await service.rename('default', 'Home')
    await service.moveKey('keyring')
    await service.forgetKey()
    expect(changes.map(({ renewed }) => renewed)).toEqual([true, false, false, true])
  })
})
