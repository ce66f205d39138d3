import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createVault } from '../../../electron/services/vault.ts'
import { createWeakBox } from '../../../electron/storage/weak-box.ts'
import { failureFrom } from '../../support/service-failure.ts'
import { open, scratchFolder } from './storage/scratch.ts'
import { aesBox } from './vault-aes-box.ts'

const SLOT = { connection: 'default', origin: 'https://api.x.ai' }
const OTHER = { connection: 'work', origin: 'https://api.x.ai' }
const KEY = 'xai-canary-7Qm4Zt9Wb2'
const NEWER = 'xai-replacement-3Hd8'

function vaultOn(backend: string | null, environmentKey: string | null = null) {
  const folder = scratchFolder()
  const box = aesBox(backend)
  const storage = open(folder)
  const vault = createVault({
    store: storage.keys,
    box,
    weakBox: createWeakBox(folder),
    now: () => 1_790_000_000_000,
    environmentKey: environmentKey === null ? null : { ...SLOT, key: environmentKey },
  })
  return { vault, box, folder, storage, store: storage.keys }
}

describe('a key', () => {
  it('in memory moves to a keyring that appears, and is then kept', () => {
    const { vault, box, store } = vaultOn(null)
    vault.save(SLOT, KEY, 'strongest')
    expect(vault.moves(SLOT)).toEqual(['weak'])
    box.name = 'kwallet6'
    expect(vault.status(SLOT)).toMatchObject({ storage: 'session' })
    expect(vault.moves(SLOT)).toEqual(['keyring'])
    vault.move(SLOT, 'keyring')
    expect(vault.status(SLOT)).toMatchObject({ storage: 'keyring', backend: 'kwallet6' })
    expect(store.load(SLOT)).not.toBeNull()
    expect(vault.key(SLOT)).toBe(KEY)
    expect(vault.moves(SLOT)).toEqual(['session'])
  })

  it('kept weakly moves to a keyring that appears, and its key file goes', () => {
    const { vault, box, folder } = vaultOn(null)
    vault.save(SLOT, KEY, 'weak')
    expect(vault.moves(SLOT)).toEqual(['session'])
    box.name = 'kwallet6'
    expect(vault.moves(SLOT)).toEqual(['keyring', 'session'])
    vault.move(SLOT, 'keyring')
    expect(readdirSync(folder)).not.toContain('weak-key')
    expect(vault.key(SLOT)).toBe(KEY)
  })

  it('from the environment is imported on request alone, and says which kept one it replaces', () => {
    const { vault, store } = vaultOn('kwallet6', NEWER)
    expect(store.list()).toEqual([])
    expect(vault.hidden(SLOT)).toBeNull()
    expect(vault.moves(SLOT)).toEqual(['keyring'])
    const kept = vaultOn('kwallet6', NEWER)
    kept.vault.save(SLOT, KEY, 'strongest')
    expect(kept.vault.status(SLOT)).toMatchObject({ storage: 'keyring', lastFour: '9Wb2' })
    vault.move(SLOT, 'keyring')
    expect(vault.status(SLOT)).toMatchObject({ storage: 'keyring', lastFour: '3Hd8' })
  })

  it('from the environment stands in front of a kept one, which it says', () => {
    const { vault, store } = vaultOn('kwallet6', NEWER)
    const row = { ...SLOT, ciphertext: new Uint8Array([1]), backend: 'kwallet6', createdAt: 1 }
    store.save({ ...row, lastFour: '9Wb2' })
    expect(vault.hidden(SLOT)).toBe('9Wb2')
    expect(vault.hidden(OTHER)).toBeNull()
  })

  it('leaves the keyring for memory when that is chosen', () => {
    const { vault, store } = vaultOn('kwallet6')
    vault.save(SLOT, KEY, 'strongest')
    vault.move(SLOT, 'session')
    expect(vault.status(SLOT)).toMatchObject({ storage: 'session' })
    expect(store.list()).toEqual([])
    expect(vault.key(SLOT)).toBe(KEY)
  })

  it('that is not there, or a keyring that is not, cannot be moved', async () => {
    const { vault } = vaultOn(null)
    expect(vault.moves(SLOT)).toEqual([])
    expect((await failureFrom(() => vault.move(SLOT, 'keyring'))).code).toBe('no-key')
    vault.save(SLOT, KEY, 'session')
    expect((await failureFrom(() => vault.move(SLOT, 'keyring'))).code).toBe('no-keyring')
    expect(vault.status(SLOT)).toMatchObject({ storage: 'session' })
  })

  it('that cannot be opened now is not moved, and not deleted', async () => {
    const { vault, box, store } = vaultOn('kwallet6')
    vault.save(SLOT, KEY, 'strongest')
    const row = store.load(SLOT)
    box.name = 'gnome_libsecret'
    expect(vault.moves(SLOT)).toEqual([])
    expect((await failureFrom(() => vault.move(SLOT, 'keyring'))).code).toBe('no-key')
    expect(store.load(SLOT)).toEqual(row)
  })
})

describe('keys of several connections', () => {
  it('to the same host are kept apart, and go with their connection', () => {
    const { vault, store } = vaultOn('kwallet6')
    vault.save(SLOT, KEY, 'strongest')
    vault.save(OTHER, NEWER, 'strongest')
    vault.save({ ...OTHER, origin: 'https://proxy.example' }, NEWER, 'strongest')
    expect([vault.key(SLOT), vault.key(OTHER)]).toEqual([KEY, NEWER])
    expect(vault.otherHost(OTHER)).toBe('proxy.example')
    expect(vault.otherHost(SLOT)).toBeNull()
    vault.forgetAll('work')
    expect(store.list()).toMatchObject([SLOT])
    expect(vault.key(SLOT)).toBe(KEY)
  })
})

describe('with a disk that keeps nothing', () => {
  it('a key that is on it cannot be forgotten, and that is said', async () => {
    const storage = open(scratchFolder())
    const parts = { box: aesBox('kwallet6'), weakBox: createWeakBox(scratchFolder()), now: () => 1 }
    createVault({ ...parts, store: storage.keys, environmentKey: null }).save(SLOT, KEY, 'strongest')
    const store = { ...storage.keys, durable: false }
    const vault = createVault({ ...parts, store, environmentKey: null })
    expect((await failureFrom(() => vault.forget(SLOT))).code).toBe('storage-read-only')
    expect(vault.status(SLOT)).toMatchObject({ storage: 'keyring' })
  })

  it('every key is one of this session and says so, whatever was asked for', () => {
    const storage = open(scratchFolder())
    const store = { ...storage.keys, durable: false }
    const weakBox = createWeakBox(scratchFolder())
    const parts = { store, box: aesBox('kwallet6'), weakBox, now: () => 1, environmentKey: null }
    const vault = createVault(parts)
    for (const keep of ['strongest', 'weak', 'session'] as const) {
      vault.save(SLOT, KEY, keep)
      expect(vault.status(SLOT)).toMatchObject({ storage: 'session' })
      expect(vault.moves(SLOT)).toEqual([])
    }
    expect(store.list()).toEqual([])
    expect(vault.keyring()).toMatchObject({ available: true, weakPossible: false })
  })
})
