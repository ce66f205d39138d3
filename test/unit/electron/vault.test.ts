import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { KeyStore } from '../../../electron/services/ports.ts'
import { createVault, type VaultParts } from '../../../electron/services/vault.ts'
import { createWeakBox } from '../../../electron/storage/weak-box.ts'
import { open, scratchFolder } from './storage/scratch.ts'
import { aesBox } from './vault-aes-box.ts'

const XAI = { connection: 'default', origin: 'https://api.x.ai' }
const OTHER = { connection: 'default', origin: 'http://127.0.0.1:8080' }
const KEY = 'xai-canary-7Qm4Zt9Wb2'
const NEWER = 'xai-replacement-3Hd8'

/** A vault on real storage; `restart` gives the next one on the same folder and keyring. */
function vaultOn(backend: string | null, over: Partial<VaultParts> = {}) {
  const folder = scratchFolder()
  const box = aesBox(backend)
  const start = () => {
    const storage = open(folder)
    const parts = {
      store: storage.keys,
      box,
      weakBox: createWeakBox(folder),
      now: () => 1_700_000_000_000,
      environmentKey: null,
      ...over,
    }
    return { storage, vault: createVault(parts) }
  }
  let running = start()
  return {
    folder,
    box,
    storage: running.storage,
    store: running.storage.keys,
    vault: running.vault,
    restart() {
      running.storage.close()
      running = start()
      return running.vault
    },
  }
}

describe('a key with a keyring', () => {
  it('is kept over a restart, and told of only by its last four characters', () => {
    const { vault, restart } = vaultOn('gnome_libsecret')
    expect(vault.status(XAI)).toEqual({ kind: 'absent' })
    vault.save(XAI, ` Bearer ${KEY}\n`, 'strongest')
    const status = {
      kind: 'present',
      lastFour: '9Wb2',
      storage: 'keyring',
      backend: 'gnome_libsecret',
      host: 'api.x.ai',
    }
    expect(vault.status(XAI)).toEqual(status)
    expect(vault.key(XAI)).toBe(KEY)
    const later = restart()
    expect(later.status(XAI)).toEqual(status)
    expect(later.key(XAI)).toBe(KEY)
    expect(later.keyring()).toEqual({ available: true, backend: 'gnome_libsecret', weakPossible: false })
  })

  it('is given for exactly its origin', () => {
    const { vault, store } = vaultOn('kwallet6')
    vault.save(XAI, KEY, 'strongest')
    for (const other of [
      'http://api.x.ai',
      'https://api.x.ai:444',
      'https://api.x.ai.evil.example',
      OTHER.origin,
    ]) {
      const slot = { ...XAI, origin: other }
      expect(vault.key(slot)).toBeNull()
      expect(vault.status(slot)).toEqual({ kind: 'absent' })
    }
    expect(vault.otherHost(OTHER)).toBe('api.x.ai')
    expect(vault.otherHost(XAI)).toBeNull()

    const row = store.load(XAI)
    if (row) store.save({ ...row, origin: 'https://evil.example' })
    expect(vault.key({ ...XAI, origin: 'https://evil.example' })).toBeNull()
    expect(vault.status({ ...XAI, origin: 'https://evil.example' })).toMatchObject({
      kind: 'unusable',
      why: 'decrypt-failed',
    })
  })

  it('is not usable while the keyring is gone, and is again when it is back, without a restart', () => {
    const { vault, box, restart } = vaultOn('gnome_libsecret')
    vault.save(XAI, KEY, 'strongest')
    const later = restart()
    box.name = null
    expect(later.key(XAI)).toBeNull()
    expect(later.status(XAI)).toEqual({
      kind: 'unusable',
      why: 'no-keyring',
      backendThen: 'gnome_libsecret',
      backendNow: null,
      lastFour: '9Wb2',
      host: 'api.x.ai',
    })
    box.name = 'gnome_libsecret'
    expect(later.key(XAI)).toBe(KEY)
    expect(later.status(XAI)).toMatchObject({ kind: 'present', storage: 'keyring' })
  })

  it('is not usable with another backend, which is named', () => {
    const { vault, box } = vaultOn('kwallet6')
    vault.save(XAI, KEY, 'strongest')
    box.name = 'gnome_libsecret'
    expect(vault.key(XAI)).toBeNull()
    expect(vault.status(XAI)).toMatchObject({
      kind: 'unusable',
      why: 'backend-changed',
      backendThen: 'kwallet6',
      backendNow: 'gnome_libsecret',
    })
    box.name = 'kwallet6'
    expect(vault.key(XAI)).toBe(KEY)
  })

  it.each([
    {
      how: 'a changed byte',
      change: (bytes: Uint8Array) => bytes.map((byte, at) => (at === 20 ? byte ^ 1 : byte)),
    },
    { how: 'a cut end', change: (bytes: Uint8Array) => bytes.subarray(0, 20) },
    { how: 'no bytes', change: () => new Uint8Array() },
  ])('is not usable with $how in its ciphertext, and nothing is deleted', ({ change }) => {
    const { vault, store } = vaultOn('kwallet6')
    vault.save(XAI, KEY, 'strongest')
    const row = store.load(XAI)
    if (!row) throw new Error('no row')
    store.save({ ...row, ciphertext: change(row.ciphertext) })
    const damaged = store.load(XAI)
    expect(vault.key(XAI)).toBeNull()
    expect(vault.status(XAI)).toMatchObject({ kind: 'unusable', why: 'decrypt-failed', lastFour: '9Wb2' })
    expect(store.load(XAI)).toEqual(damaged)
    vault.save(XAI, NEWER, 'strongest')
    expect(vault.key(XAI)).toBe(NEWER)
  })

  it('stays as it is when a new one cannot be encrypted or does not come back', () => {
    const { vault, box } = vaultOn('kwallet6')
    vault.save(XAI, KEY, 'strongest')
    box.locked = true
    expect(() => vault.save(XAI, NEWER, 'strongest')).toThrow('no-keyring')
    box.locked = false
    const decrypt = box.decrypt
    box.decrypt = () => 'something else'
    expect(() => vault.save(XAI, NEWER, 'strongest')).toThrow('no-keyring')
    box.decrypt = decrypt
    expect(vault.key(XAI)).toBe(KEY)
  })

  it('that is refused for its form changes nothing', () => {
    const { vault } = vaultOn('kwallet6')
    vault.save(XAI, KEY, 'strongest')
    expect(() => vault.save(XAI, 'two words', 'strongest')).toThrow('key-unusable')
    expect(vault.key(XAI)).toBe(KEY)
  })

  it('is gone when forgotten, for its origin only', () => {
    const { vault, restart, folder, store } = vaultOn('kwallet6')
    vault.save(XAI, KEY, 'strongest')
    vault.save(OTHER, NEWER, 'strongest')
    const ciphertext = Buffer.from(store.load(XAI)?.ciphertext ?? '')
    expect(ciphertext.length).toBeGreaterThan(20)
    vault.forget(XAI)
    expect(filesWith(folder, ciphertext)).toEqual([])
    const later = restart()
    expect(later.status(XAI)).toEqual({ kind: 'absent' })
    expect(later.key(OTHER)).toBe(NEWER)
    expect(later.otherHost(XAI)).toBe('127.0.0.1:8080')
  })

  it('reports a store that fails', () => {
    const { vault, store } = vaultOn('kwallet6')
    expect(store.list()).toEqual([])
    const closed = open(scratchFolder())
    closed.close()
    const broken: KeyStore = closed.keys
    const box = aesBox('kwallet6')
    const parts = {
      store: broken,
      box,
      weakBox: createWeakBox(scratchFolder()),
      now: Date.now,
      environmentKey: null,
    }
    expect(() => createVault(parts).save(XAI, KEY, 'strongest')).toThrow('storage-failed')
    expect(vault.status(XAI)).toEqual({ kind: 'absent' })
  })
})

describe('a key without a keyring', () => {
  it.each([null, 'basic_text'])('is kept in memory for the session when the backend is %s', (backend) => {
    const { vault, restart, store } = vaultOn(backend)
    vault.save(XAI, KEY, 'strongest')
    expect(vault.status(XAI)).toEqual({
      kind: 'present',
      lastFour: '9Wb2',
      storage: 'session',
      backend: null,
      host: 'api.x.ai',
    })
    expect(vault.key(XAI)).toBe(KEY)
    expect(vault.otherHost(OTHER)).toBe('api.x.ai')
    expect(vault.keyring()).toEqual({ available: false, backend, weakPossible: true })
    expect(store.list()).toEqual([])
    expect(restart().status(XAI)).toEqual({ kind: 'absent' })
  })

  it('that is the one of a keyring which is away, entered again, leaves the one on disk alone', () => {
    const { vault, box, restart, store } = vaultOn('kwallet6')
    vault.save(XAI, KEY, 'strongest')
    const row = store.load(XAI)
    box.name = null
    vault.save(XAI, KEY, 'strongest')
    expect(vault.key(XAI)).toBe(KEY)
    expect(store.load(XAI)).toEqual(row)
    box.name = 'kwallet6'
    expect(restart().status(XAI)).toMatchObject({ kind: 'present', storage: 'keyring' })
  })

  it.each([
    { how: 'in memory by choice', before: 'kwallet6', keep: 'session' },
    { how: 'in memory for want of a keyring', before: 'kwallet6', keep: 'strongest' },
    { how: 'in memory by choice, after a weakly kept one', before: null, keep: 'session' },
    { how: 'in memory for want of a keyring, after a weakly kept one', before: null, keep: 'strongest' },
  ] as const)('replaces the kept one for good when it is kept $how', ({ before, keep }) => {
    const { vault, box, restart, store, folder } = vaultOn(before)
    vault.save(XAI, KEY, before === null ? 'weak' : 'strongest')
    const ciphertext = Buffer.from(store.load(XAI)?.ciphertext ?? '')
    expect(filesWith(folder, ciphertext)).not.toEqual([])
    if (keep === 'strongest') box.name = null
    vault.save(XAI, NEWER, keep)
    expect(vault.key(XAI)).toBe(NEWER)
    expect(filesWith(folder, ciphertext)).toEqual([])
    expect(readdirSync(folder)).not.toContain('weak-key')
    box.name = before
    expect(restart().status(XAI)).toEqual({ kind: 'absent' })
  })

  it('that is refused for its form leaves the kept one', () => {
    const { vault, restart } = vaultOn('kwallet6')
    vault.save(XAI, KEY, 'strongest')
    expect(() => vault.save(XAI, 'two words', 'session')).toThrow('key-unusable')
    expect(restart().key(XAI)).toBe(KEY)
  })

  it('is kept weakly when that is chosen, over a restart, as long as the key file is there', () => {
    const { vault, restart, folder } = vaultOn(null)
    vault.save(XAI, KEY, 'weak')
    const later = restart()
    expect(later.status(XAI)).toMatchObject({ kind: 'present', storage: 'weak', backend: 'weak' })
    expect(later.key(XAI)).toBe(KEY)
    rmSync(join(folder, 'weak-key'))
    expect(later.key(XAI)).toBeNull()
    expect(later.status(XAI)).toMatchObject({ kind: 'unusable', why: 'decrypt-failed', backendThen: 'weak' })
  })

  it('moves to the keyring when it is saved again with one, and nothing of the weak one stays', async () => {
    const { vault, box, restart, store, storage, folder } = vaultOn(null)
    vault.save(XAI, KEY, 'weak')
    const ciphertext = Buffer.from(store.load(XAI)?.ciphertext ?? '')
    await storage.backUpIfDue()
    expect(filesWith(folder, ciphertext).length).toBeGreaterThan(1)
    box.name = 'kwallet6'
    expect(vault.status(XAI)).toMatchObject({ storage: 'weak' })
    vault.save(XAI, KEY, 'strongest')
    expect(filesWith(folder, ciphertext)).toEqual([])
    expect(readdirSync(folder)).not.toContain('weak-key')
    expect(restart().status(XAI)).toMatchObject({ storage: 'keyring', backend: 'kwallet6' })
  })

  it('keeps its key file while another weak one needs it', () => {
    const { vault, box, restart } = vaultOn(null)
    vault.save(XAI, KEY, 'weak')
    vault.save(OTHER, NEWER, 'weak')
    box.name = 'kwallet6'
    vault.save(XAI, KEY, 'strongest')
    vault.save(XAI, KEY, 'session')
    expect(restart().key(OTHER)).toBe(NEWER)
  })

  it('takes its key file with it when the last weak one is forgotten', () => {
    const { vault, folder } = vaultOn(null)
    vault.save(XAI, KEY, 'weak')
    vault.save(OTHER, NEWER, 'weak')
    vault.forget(XAI)
    expect(readdirSync(folder)).toContain('weak-key')
    vault.forget(OTHER)
    expect(readdirSync(folder)).not.toContain('weak-key')
  })

  it('is only in memory when the person wants it so, keyring or not', () => {
    const { vault, store } = vaultOn('kwallet6')
    vault.save(XAI, KEY, 'session')
    expect(vault.status(XAI)).toMatchObject({ storage: 'session' })
    expect(store.list()).toEqual([])
    vault.forget(XAI)
    expect(vault.key(XAI)).toBeNull()
  })
})

describe('a key from the environment', () => {
  const environmentKey = { key: `"${NEWER}"\n`, ...XAI }

  it('is used for its origin, goes before a saved one and is never written', () => {
    const { vault, store, folder } = vaultOn('kwallet6', { environmentKey })
    expect(vault.key(XAI)).toBe(NEWER)
    expect(vault.key(OTHER)).toBeNull()
    expect(vault.status(XAI)).toEqual({
      kind: 'present',
      lastFour: '3Hd8',
      storage: 'environment',
      backend: null,
      host: 'api.x.ai',
    })
    expect(vault.otherHost(OTHER)).toBe('api.x.ai')
    expect(store.list()).toEqual([])
    expect(filesWith(folder, Buffer.from(NEWER))).toEqual([])
  })

  it('leaves a saved one for the same origin untouched', () => {
    const { vault, restart, store, folder } = vaultOn('kwallet6', { environmentKey })
    vault.save(XAI, KEY, 'strongest')
    const row = store.load(XAI)
    expect(row).toMatchObject({ lastFour: '9Wb2' })
    expect(restart().key(XAI)).toBe(NEWER)
    expect(open(folder).keys.load(XAI)).toEqual(row)
  })

  it('steps back for one that is saved, and when it is forgotten, until the next start', () => {
    const { vault, restart } = vaultOn('kwallet6', { environmentKey })
    vault.save(OTHER, KEY, 'strongest')
    expect(vault.key(XAI)).toBe(NEWER)
    vault.save(XAI, KEY, 'strongest')
    expect(vault.key(XAI)).toBe(KEY)
    vault.forget(XAI)
    expect(vault.status(XAI)).toEqual({ kind: 'absent' })
    expect(restart().key(XAI)).toBe(NEWER)
  })

  it.each(['', 'two words', 'kürzel-ümlaut'])('counts as not set when it is %j', (key) => {
    const { vault } = vaultOn('kwallet6', { environmentKey: { key, ...XAI } })
    expect(vault.status(XAI)).toEqual({ kind: 'absent' })
  })
})

it('no file holds a key as it is or lightly disguised, wherever it was kept', () => {
  const { vault, box, folder, restart } = vaultOn('kwallet6')
  vault.save(XAI, KEY, 'strongest')
  box.name = null
  vault.save(OTHER, KEY, 'weak')
  vault.save({ ...XAI, origin: 'https://third.example' }, KEY, 'strongest')
  const disguises = [
    Buffer.from(KEY),
    Buffer.from(KEY, 'utf16le'),
    Buffer.from(Buffer.from(KEY).toString('hex')),
    Buffer.from(Buffer.from(KEY).toString('base64').slice(0, 24)),
  ]
  for (const bytes of disguises) expect(filesWith(folder, bytes)).toEqual([])
  expect(filesWith(folder, Buffer.from('connection_key'))).not.toEqual([])
  restart()
  for (const bytes of disguises) expect(filesWith(folder, bytes)).toEqual([])
})

function filesWith(folder: string, bytes: Buffer): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path).includes(bytes))
}
