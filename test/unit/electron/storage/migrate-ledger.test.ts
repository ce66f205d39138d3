import { describe, expect, it } from 'vitest'
import { loadEngine } from '../../../../electron/storage/engine.ts'
import { toExactJson } from '../../../../electron/storage/exact-json.ts'
import { createLedgerReader } from '../../../../electron/storage/ledger-reader.ts'
import { migrate } from '../../../../electron/storage/migrate.ts'
import { migrations } from '../../../../electron/storage/migrations/in-order.ts'
import { failureOf } from '../../../../shared/contract/failure.ts'
import { finished } from './samples.ts'

const AT = Date.UTC(2026, 5, 10, 12)
const COLUMNS = [
  ...[
    'id',
    'message_id',
    'state',
    'failure',
    'asked_model',
    'served_model',
    'host',
    'demo',
    'started_at',
    'retries',
  ],
  ...[
    'first_token_ms',
    'usage_told',
    'prompt_tokens',
    'billed_ticks',
    'rates',
    'rates_for',
    'computed_ticks',
  ],
  ...['computed_complete', 'computed_tier', 'cost_lines'],
]

/** Attempts as the steps before the ledger left them. */
const before: (string | number | bigint | null)[][] = [
  attempt('billed', 'complete', { billed: 9_007_199_254_740_995n, computed: 58_500_000n, demo: 0 }),
  attempt('computed', 'complete', { computed: 58_500_000n, demo: 0 }),
  attempt('no-usage', 'complete', { told: 0 }),
  attempt('stopped', 'stopped', { computed: 58_500_000n }),
  attempt('stopped-early', 'stopped', { told: 0 }),
  attempt('refused', 'failed', { told: 0, failure: toExactJson(failureOf('wrong-key', { status: 400 })) }),
  attempt('lost', 'failed', { told: 0, failure: toExactJson(failureOf('connection-lost')) }),
  attempt('crashed', 'streaming', { told: 0 }),
  attempt('of-the-demo', 'complete', { billed: 5n, demo: 1 }),
  attempt('broken', 'complete', { computed: 3n, retries: 'no JSON' }),
]

type Parts = {
  billed?: bigint
  computed?: bigint
  told?: number
  failure?: string
  demo?: number
  retries?: string
}

function attempt(id: string, state: string, parts: Parts) {
  const { billed = null, computed = null, told = 1, failure = null, demo = 0 } = parts
  const retries = parts.retries ?? (id === 'billed' ? toExactJson(finished.retries) : '[]')
  return [
    ...[id, 'm', state, failure, 'grok-4', 'grok-4-0709', 'api.x.ai', demo, AT, retries, 312.25, told],
    ...[told === 1 ? 1200 : null, billed, toExactJson(finished.rates), 'served', computed],
    ...[computed === null ? null : 1, computed === null ? null : 'standard'],
    computed === null ? null : toExactJson(finished.computed?.lines),
  ]
}

describe.each(['node:sqlite', '@photostructure/sqlite'] as const)(
  'the ledger of an older database on %s',
  (name) => {
    const database = loadEngine(name).open(':memory:')
    migrate(
      database,
      migrations.filter(({ version }) => version < 6),
      () => {},
    )
    database.exec(`INSERT INTO conversation (id, created_at) VALUES ('c', 1)`)
    database.exec(
      `INSERT INTO message (id, conversation_id, role, created_at, text, reasoning) VALUES ('m', 'c', 'assistant', 1, '', '')`,
    )
    const insert = database.prepare(
      `INSERT INTO attempt (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map(() => '?').join(', ')})`,
    )
    for (const values of before) insert.run(...values)
    migrate(database, migrations, () => {})
    const reader = createLedgerReader(
      database,
      (work) => work(),
      ({ id }) => expect(id).toBe('readable'),
    )
    const rows = [true, false].flatMap((demo) =>
      reader.after({ period: { from: null, to: null }, filter: { demo } }, 0, 100),
    )
    const row = (id: string) => rows.find((one) => one.id === id)

    it('has each attempt, and each try before it', () => {
      expect(rows).toHaveLength(before.length + 1)
      expect(row('billed/1')).toMatchObject({
        state: 'rejected',
        spent: 0n,
        errorCode: 'unavailable',
        conversationId: 'c',
      })
      expect(row('billed/2')).toMatchObject({
        ...{ state: 'final', spent: 9_007_199_254_740_995n, complete: true, servedModel: 'grok-4-0709' },
        ...{
          usage: { promptTokens: 1200, billed: 9_007_199_254_740_995n },
          rates: finished.rates,
          firstTokenMs: 312,
        },
        ...{
          computed: { total: 58_500_000n, complete: true },
          connection: 'default',
          messageId: 'm',
          key: null,
        },
      })
    })

    it.each([
      ['computed/1', 'final', 58_500_000n, true],
      ['no-usage/1', 'unknown', 0n, false],
      ['stopped/1', 'estimated', 58_500_000n, false],
      ['stopped-early/1', 'unknown', 0n, false],
      ['refused/1', 'rejected', 0n, true],
      ['lost/1', 'unknown', 0n, false],
      ['crashed/1', 'unknown', 0n, false],
      ['of-the-demo/1', 'final', 5n, true],
      ['broken/1', 'final', 3n, true],
    ] as const)('takes %s for %s', (id, state, spent, complete) => {
      expect(row(id)).toMatchObject({ state, spent, complete })
    })

    it('keeps the demo apart, with roll-ups that are right', () => {
      expect(row('of-the-demo/1')).toMatchObject({ demo: true, connection: 'demo' })
      expect(reader.totals({ period: { from: null, to: null }, filter: { demo: true } }).spent).toBe(5n)
      expect(reader.check()).toMatchObject({ rows: rows.length, wrong: 0 })
    })
  },
)
