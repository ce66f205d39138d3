import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ServiceFailure } from '../../electron/services/ports.ts'
import { type OpenStorage, openStorage } from '../../electron/storage/open-storage.ts'
import { manyRows } from '../bench/many-rows.ts'
import { faultSeed, howMany } from '../support/fault-run.ts'
import { seededRandom } from '../support/seeded-random.ts'
import { copyDatabase, fileSpoilers } from '../support/spoil-database.ts'
import { finished, sampleAnswer, sampleMessage } from '../unit/electron/storage/samples.ts'
import { open, scratchFolder } from '../unit/electron/storage/scratch.ts'
import { addToEnd, shownMessages, startConversation } from '../unit/electron/storage/written-chats.ts'

const SPOILED = howMany('TOKENBOOK_FAULT_DATABASES', { short: 20, long: 1_000 })
const MESSAGES = 40
const everything = { period: { from: null, to: null }, filter: { demo: false } }
/** Everything that reads, as the services call it. */
const readers: Readonly<Record<string, (storage: OpenStorage) => unknown>> = {
  settings: ({ settings }) => [settings.get('other'), settings.get('base-url')],
  connections: ({ connections }) => connections.list(),
  keys: ({ keys }) => [keys.list(), keys.load({ connection: 'default', origin: 'https://api.x.ai' })],
  catalog: ({ catalogs, snapshots }) => [catalogs.load('demo'), snapshots.list('demo')],
  prices: ({ snapshots }) => [snapshots.latestPrices('demo'), snapshots.priceHistory('demo', 'grok-4')],
  conversations: ({ chats }) => [chats.list({ cursor: null, limit: 50 }), chats.row('c'), chats.empty()],
  messages: ({ chats }) => shownMessages(chats),
  comparisons: ({ comparisons }) => comparisons.list({ cursor: null, limit: 50 }),
  search: ({ search }) => [search.index(100), search.find('text', { cursor: null, limit: 10 })],
  unsupported: ({ unsupported }) => unsupported.list('demo'),
  estimates: ({ estimates }) => estimates.load('demo'),
  rows: ({ ledgerReader }) => ledgerReader.after(everything, 0, 1_000),
  totals: ({ ledgerReader }) => [ledgerReader.totals(everything), ledgerReader.names(false)],
  spreads: ({ ledgerReader }) => [ledgerReader.histogram(everything), ledgerReader.speeds(everything)],
  check: ({ ledgerReader }) => ledgerReader.check(),
  budgets: ({ budgets }) => budgets.list(),
  care: ({ care }) => [care.bytes(), care.backups(), care.damagedFiles()],
  unfinished: ({ chats, ledger }) => [chats.settleUnfinished(), ledger.settlePending()],
}

describe(`${SPOILED} databases spoiled from seed ${faultSeed}, for each`, () => {
  it.each(Object.keys(fileSpoilers).map((what, at) => ({ what, at })))(
    'with $what wrong: opened, replaced or refused, and read without a stray error',
    ({ what, at }) => {
      const written = filledFolder()
      let read = 0
      let noticed = 0
      for (let one = 0; one < SPOILED; one += 1) {
        const seed = faultSeed + at * 100_000 + one
        const gave = inSpoiledCopy(written, what, seed)
        read += gave.read
        if (gave.noticed) noticed += 1
      }
      // Faults that are never seen would prove nothing, and so would databases of which nothing is left to read.
      expect(noticed).toBeGreaterThan(SPOILED / 10)
      expect(read).toBeGreaterThan(SPOILED)
      expect(Object.keys(Object.prototype)).toEqual([])
    },
    60_000 + SPOILED * 5_000,
  )
})

/** How many of the readers gave something, and whether anything was amiss. */
function inSpoiledCopy(written: string, what: string, seed: number): { read: number; noticed: boolean } {
  const folder = mkdtempSync(join(tmpdir(), 'tokenbook-spoiled-'))
  copyDatabase(written, folder)
  Object.entries(fileSpoilers).find(([name]) => name === what)?.[1](folder, seededRandom(seed))
  try {
    return readAll(folder, what, seed)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function readAll(folder: string, what: string, seed: number): { read: number; noticed: boolean } {
  let unreadable = 0
  const onUnreadableRow = () => {
    unreadable += 1
  }
  const storage = openStorage({ folder, now: () => 1_700_000_000_000, onUnreadableRow })
  if (storage.kind === 'newer') return { read: 0, noticed: true }
  try {
    const all = Object.entries(readers)
    const read = all.filter(([name, reader]) => succeeds(() => reader(storage), name, seed)).length
    if (what === 'a cut of its log') expectBeginning(storage, seed)
    const isWhole = storage.state.kind === 'ok' && read === all.length && unreadable === 0
    return { read, noticed: !isWhole || shownMessages(storage.chats).length < MESSAGES }
  } finally {
    storage.close()
  }
}

function succeeds(read: () => unknown, name: string, seed: number): boolean {
  try {
    read()
    return true
  } catch (error) {
    if (error instanceof ServiceFailure) return false
    throw new Error(`${name}, seed ${seed}: ${String(error)}`, { cause: error })
  }
}

/** A log that ends early is as if the app had been killed at that moment: what came before is there, in its order. */
function expectBeginning(storage: OpenStorage, seed: number): void {
  expect(storage.state, `seed ${seed}`).toEqual({ kind: 'ok' })
  const ids = shownMessages(storage.chats).map(({ id }) => id)
  expect(ids, `seed ${seed}`).toEqual(messages().slice(0, ids.length))
}

/** A folder as it is while the app works: most of what was written is in the log only. */
function filledFolder(): string {
  const folder = scratchFolder()
  open(folder).close()
  const storage = open(folder)
  startConversation(storage.chats, 'c', 1)
  storage.settings.set('other', 'stays')
  storage.ledger.add(manyRows(0, 60))
  for (const id of messages())
    addToEnd(storage.chats, 'c', [
      id.startsWith('q') ? sampleMessage(id) : sampleAnswer(id, finished, 'text'),
    ])
  const copy = scratchFolder()
  copyDatabase(folder, copy)
  return copy
}

function messages(): string[] {
  return Array.from({ length: MESSAGES }, (_, at) => (at % 2 === 0 ? `q${at}` : `a${at}`))
}
