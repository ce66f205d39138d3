import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ServiceFailure } from '../../electron/services/ports.ts'
import { Conversation } from '../../shared/contract/conversation.ts'
import { ImportOutcome } from '../../shared/contract/conversations.ts'
import { LedgerRow } from '../../shared/ledger/ledger-row.ts'
import { LedgerTotals } from '../../shared/ledger/ledger-totals.ts'
import { ownLine } from '../../shared/ledger/own-entry.ts'
import { ImportPreview, ImportStep } from '../../shared/ledger/transfer-schema.ts'
import { faultSeed, howMany } from '../support/fault-run.ts'
import { anyOutcome, anyPlace, openedRow } from '../support/ledger-rows.ts'
import { ledgerServices } from '../support/ports/ledger-services.ts'
import { manualTime } from '../support/ports/manual-time.ts'
import { memoryLedger } from '../support/ports/memory-ledger.ts'
import { sampleTarget } from '../support/ports/sample-target.ts'
import { sampleCatalog } from '../support/sample-catalog.ts'
import { pngBytes } from '../support/sample-images.ts'
import { type SeededRandom, seededRandom } from '../support/seeded-random.ts'
import { spoiledBytes, spoiledJson } from '../support/spoil-body.ts'
import { answered, setupFor, written } from '../unit/electron/services/playground-bench.ts'
import { scratchFolder } from '../unit/electron/storage/scratch.ts'

const FILES = howMany('TOKENBOOK_FAULT_FILES', { short: 60, long: 1_000 })
const everything = { period: { from: null, to: null }, filter: { demo: false } }
const limit = 60_000 + FILES * 1_000

/** One file with faults in it: in the values of a line, or in its bytes. */
function spoiled(lines: readonly string[], random: SeededRandom): string {
  if (random.chance(0.2)) return new TextDecoder().decode(spoiledBytes(Buffer.from(lines.join('\n')), random))
  const faulty = [...lines]
  for (let fault = 0; fault <= random.below(3); fault += 1) {
    const at = random.below(lines.length)
    faulty[at] = spoiledJson(JSON.parse(lines[at] ?? ''), random, 1 + random.below(3))
  }
  return faulty.join('\n')
}

/** Its shape is so strict that more than one fault would hardly ever be let in. */
function spoiledOnce(text: string, random: SeededRandom): string {
  return random.chance(0.1)
    ? new TextDecoder().decode(spoiledBytes(Buffer.from(text), random))
    : spoiledJson(JSON.parse(text), random, 1)
}

async function withSeed<T>(seed: number, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw new Error(`seed ${seed}: ${String(error)}`, { cause: error })
  }
}

describe(`${FILES} spoiled logs from seed ${faultSeed}`, () => {
  const usage = { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120, cost_in_usd_ticks: 5_850_000 }
  const answer = { id: 'x', object: 'chat.completion', created: 1_790_000_000, model: 'grok-3-mini', usage }
  const spend = {
    ...{ request_id: 'x', model: 'xai/grok-3-mini', spend: 0.00011765, prompt_tokens: 100 },
    ...{ completion_tokens: 25, startTime: '2026-09-30 10:00:00', metadata: { usage_object: usage } },
  }
  const many = (make: (at: number) => object) =>
    Array.from({ length: 12 }, (_, at) => JSON.stringify(make(at)))

  it.each([
    { what: 'our own export', lines: ownLines() },
    { what: 'answers of the API', lines: many((at) => ({ ...answer, id: `a${at}` })) },
    { what: 'spend logs of LiteLLM', lines: many((at) => ({ ...spend, request_id: `l${at}` })) },
  ])(
    '$what: sound rows or told refusals, sums right, and nothing twice',
    async ({ lines }) => {
      let [whole, refusing] = [0, 0]
      for (let file = 0; file < FILES; file += 1) {
        const seed = faultSeed + file
        const came = await withSeed(seed, () => broughtIn(spoiled(lines, seededRandom(seed))))
        if (came.added > 0) whole += 1
        if (came.refused > 0) refusing += 1
      }
      // Faults that are never seen would prove nothing, and so would files of which nothing is left to read.
      expect(whole).toBeGreaterThan(FILES / 4)
      expect(refusing).toBeGreaterThan(FILES / 10)
      expect(Object.keys(Object.prototype)).toEqual([])
    },
    limit,
  )
})

describe('a line of an export that nobody wrote', () => {
  const [line = ''] = ownLines()
  it.each([
    { what: 'a time beyond all dates', fields: { at: 8.64e15 + 1 }, reason: 'no-time' },
    { what: 'a time before 1970', fields: { at: -1 }, reason: 'no-time' },
    { what: 'a year of five digits', fields: { at: Date.UTC(10_000, 1) }, reason: 'no-time' },
    { what: 'a zone a month away', fields: { utcOffset: 60 * 24 * 30 }, reason: 'no-time' },
    { what: 'more than a database can hold', fields: { spent: '9223372036854775808' }, reason: 'bad-number' },
    { what: 'more than any request costs', fields: { spent: '10000000000000001' }, reason: 'bad-number' },
  ])('with $what is refused, and the others come in', async ({ fields, reason }) => {
    const changed = JSON.stringify({ ...JSON.parse(line), id: 'changed', ...fields })
    expect(await broughtIn(`${line}\n${changed}`)).toMatchObject({
      ...{ added: 1, refused: 1, byReason: { [reason]: 1 } },
    })
  })
})

/** Brings the file into an empty ledger, twice. */
async function broughtIn(
  content: string,
): Promise<Pick<Extract<ImportStep, { kind: 'done' }>, 'added' | 'refused' | 'byReason'>> {
  const memory = memoryLedger()
  const path = join(scratchFolder(), 'import')
  writeFileSync(path, content)
  const { ledger } = ledgerServices(
    {
      clock: manualTime().clock,
      connection: { target: async () => sampleTarget() },
      catalog: { read: async () => sampleCatalog({ host: 'api.x.ai' }) },
    },
    { memory, files: { chooseFile: async () => path } },
  )
  const bring = async () => {
    const preview = ImportPreview.parse(await ledger.chooseImport())
    if (preview.format === null) return null
    const steps: ImportStep[] = []
    for await (const step of ledger.import(preview.importId)) steps.push(ImportStep.parse(step))
    const done = steps.at(-1)
    if (done?.kind !== 'done') throw new Error('not imported')
    return done
  }
  const first = await bring()
  const rows = memory.reader.after(everything, 0, 1_000).map((row) => LedgerRow.parse(row))
  const totals = LedgerTotals.parse(memory.reader.totals(everything))
  expect(memory.unreadable).toEqual([])
  expect(totals.spent).toBe(rows.reduce((sum, { spent }) => sum + spent, 0n))
  expect(memory.reader.check()).toMatchObject({ wrong: 0 })
  const again = await bring()
  expect(again?.added ?? 0).toBe(0)
  expect(memory.reader.totals(everything)).toEqual(totals)
  return first ?? { added: 0, refused: 0, byReason: {} }
}

function ownLines(): string[] {
  const { store, reader } = memoryLedger()
  for (const [at, [place, outcome]] of fc
    .sample(fc.tuple(anyPlace, anyOutcome), { numRuns: 12, seed: faultSeed })
    .entries()) {
    store.open(openedRow(`r${at}`, { ...place, demo: false }))
    store.close(`r${at}`, outcome)
  }
  return reader.after(everything, 0, 100).map(ownLine)
}

describe(`${FILES} spoiled conversations from seed ${faultSeed}`, () => {
  it(
    'come in as sound ones that can be read, written, copied and continued, or not at all',
    async () => {
      const text = await exported()
      const bench = await answered()
      let [taken, refused] = [0, 0]
      for (let file = 0; file < FILES; file += 1) {
        const seed = faultSeed + file
        const random = seededRandom(seed)
        const outcome = await withSeed(seed, async () => {
          const came = await bench.services.conversations.importText({ text: spoiledOnce(text, random) })
          if (came.outcome === 'imported') for (const id of came.conversationIds) await expectSound(bench, id)
          return ImportOutcome.parse(came)
        })
        if (outcome.outcome === 'imported') taken += 1
        else refused += 1
      }
      expect(taken).toBeGreaterThan(FILES / 30)
      expect(refused).toBeGreaterThan(FILES / 4)
      expect(bench.bugs).toEqual([])
      expect(Object.keys(Object.prototype)).toEqual([])
    },
    limit,
  )
})

type Bench = Awaited<ReturnType<typeof answered>>

async function expectSound(bench: Bench, conversationId: string): Promise<void> {
  const { conversations, chat } = bench.services
  const one = { conversationId }
  const shown = Conversation.parse(conversations.read({ ...one, before: null, limit: 1_000 }))
  expect(shown.spent.ticks).toBe(0n)
  expect(conversations.list({ cursor: null, limit: 200 }).rows.map(({ id }) => id)).toContain(conversationId)
  await conversations.export({ ...one, kind: 'markdown' })
  await conversations.export({ ...one, kind: 'json' })
  const copy = await conversations.importText({ text: String(bench.files.saved.pop()?.content) })
  expect(copy.outcome).toBe('imported')
  try {
    await chat.send({
      ...{ requestId: `q-${conversationId}`, ...one, text: 'and now?', images: [] },
      setup: setupFor('grok-3-mini'),
    })
    await bench.stream.last().finish()
  } catch (error) {
    if (!(error instanceof ServiceFailure)) throw error
  }
}

/** Answers, branches and an image. */
async function exported(): Promise<string> {
  const { services, open, idOf, files } = await answered('one', 'two')
  const stored = services.images.add({ base64: Buffer.from(pngBytes(8, 8)).toString('base64') })
  const hash = stored.outcome === 'stored' ? stored.image.hash : ''
  const images = [{ hash, at: 1, detail: null }]
  services.messages.branch({ ...open, messageId: idOf('two'), message: written('zwei', { images }) })
  await services.conversations.export({ ...open, kind: 'json' })
  return String(files.saved[0]?.content)
}
