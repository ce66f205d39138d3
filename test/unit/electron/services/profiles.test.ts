import { describe, expect, it } from 'vitest'
import { memoryConnectionStore, memoryProfiles } from '../../../support/ports/memory-profiles.ts'
import { memorySettings } from '../../../support/ports/memory-settings.ts'
import { failureFrom } from '../../../support/service-failure.ts'

const work = { name: 'Work', service: 'xai', baseUrl: null } as const
const proxy = { name: 'Proxy', service: 'xai', baseUrl: 'https://proxy.example/v1' } as const
const segmind = { name: 'Segmind', service: 'segmind', baseUrl: null } as const

function kept() {
  return { store: memoryConnectionStore(), settings: memorySettings() }
}

describe('the connections', () => {
  it('are one to xAI before anything was added', () => {
    const profiles = memoryProfiles()
    expect(profiles.list()).toMatchObject([{ id: 'default', name: 'xAI', service: 'xai', baseUrl: null }])
    expect(profiles.active()).toBe('default')
    expect(profiles.address(profiles.find('default'))).toMatchObject({ kind: 'xai', host: 'api.x.ai' })
  })

  it('stay in the order in which they were added, the first one among them, over a restart', () => {
    const disk = kept()
    const profiles = memoryProfiles(disk)
    profiles.add(work)
    const id = profiles.add(segmind)
    profiles.use(id)
    profiles.rename('default', 'Home')
    const later = memoryProfiles(disk)
    expect(later.list().map(({ name }) => name)).toEqual(['Home', 'Work', 'Segmind'])
    expect(later.active()).toBe(id)
  })

  it('lead where they say', () => {
    const profiles = memoryProfiles()
    const of = (id: string) => profiles.address(profiles.find(id))
    expect(of(profiles.add(segmind))).toMatchObject({
      kind: 'segmind',
      baseUrl: 'https://api.segmind.com',
      from: 'default',
    })
    const id = profiles.add(proxy)
    expect(of(id)).toMatchObject({ kind: 'custom', baseUrl: 'https://proxy.example', from: 'settings' })
    profiles.setBaseUrl(id, null)
    expect(of(id)).toMatchObject({ kind: 'xai', from: 'default' })
  })

  it('fall back to the first when the one in use is removed, and to xAI when none is left', () => {
    const profiles = memoryProfiles()
    const id = profiles.add(work)
    profiles.use(id)
    profiles.remove(id)
    expect(profiles.active()).toBe('default')
    profiles.remove('default')
    expect(profiles.list()).toMatchObject([{ id: 'default', name: 'xAI' }])
  })

  it('can be left for the demo, which is none of them', async () => {
    const profiles = memoryProfiles()
    profiles.use('demo')
    expect(profiles.active()).toBe('demo')
    for (const change of [() => profiles.rename('demo', 'x'), () => profiles.remove('demo')]) {
      expect((await failureFrom(change)).code).toBe('not-found')
    }
  })

  it('refuse what cannot be: one that is gone, a base URL that is none, more than fifty', async () => {
    const profiles = memoryProfiles()
    expect((await failureFrom(() => profiles.use('gone'))).code).toBe('not-found')
    const bad = { ...proxy, baseUrl: 'http://proxy.example' }
    expect((await failureFrom(() => profiles.add(bad))).code).toBe('invalid-base-url')
    for (let count = profiles.list().length; count < 50; count += 1) profiles.add(work)
    expect((await failureFrom(() => profiles.add(work))).code).toBe('storage-failed')
    expect(profiles.list()).toHaveLength(50)
  })
})

describe('XAI_API_KEY and XAI_BASE_URL', () => {
  it('belong to the connection in use, for this session', () => {
    const disk = kept()
    const before = memoryProfiles(disk)
    const id = before.add(work)
    before.use(id)
    const environment = { baseUrl: 'http://127.0.0.1:9', key: 'xai-from-environment' }
    const profiles = memoryProfiles({ ...disk, environment })
    expect(profiles.environmentSlot()).toEqual({ connection: id, origin: 'http://127.0.0.1:9' })
    expect(profiles.address(profiles.find(id))).toMatchObject({ from: 'environment', kind: 'custom' })
    expect(profiles.address(profiles.find('default'))).toMatchObject({ from: 'default', kind: 'xai' })
    expect(memoryProfiles(disk).address(profiles.find(id))).toMatchObject({ kind: 'xai' })
  })

  it('never go to Segmind: the first that speaks like xAI takes them', () => {
    const disk = kept()
    const before = memoryProfiles(disk)
    before.use(before.add(segmind))
    const environment = { baseUrl: 'http://127.0.0.1:9', key: 'xai-from-environment' }
    expect(memoryProfiles({ ...disk, environment }).environmentSlot()?.connection).toBe('default')
  })

  it('without a base URL the key is for xAI itself, and for no custom host that happens to be in use', () => {
    const disk = kept()
    const before = memoryProfiles(disk)
    before.use(before.add(proxy))
    const environment = { baseUrl: null, key: 'xai-from-environment' }
    expect(memoryProfiles({ ...disk, environment }).environmentSlot()).toEqual({
      connection: 'default',
      origin: 'https://api.x.ai',
    })
    before.remove('default')
    expect(memoryProfiles({ ...disk, environment }).environmentSlot()).toBeNull()
  })

  it('have no place when the base URL cannot be used', () => {
    const environment = { baseUrl: 'http://api.x.ai', key: 'xai-from-environment' }
    expect(memoryProfiles({ environment }).environmentSlot()).toBeNull()
  })
})
