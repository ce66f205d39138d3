import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadEngine } from '../../../../electron/storage/engine.ts'
import { toExactJson } from '../../../../electron/storage/exact-json.ts'
import { migrations } from '../../../../electron/storage/migrations/in-order.ts'
import { runChild } from './child.ts'
import { finished } from './samples.ts'
import { open, scratchFolder } from './scratch.ts'
import { shownMessages } from './written-chats.ts'

type Row = Record<string, unknown>
type Content = { version: unknown; tables: Record<string, Row[]> }

/** Keys belong to connections from this step on. */
const KEYS_MOVE = 4

/** What the first release could have written into each of its tables. */
const FIRST_DATA = `
  INSERT INTO setting (name, value) VALUES ('other', '"stays"');
  INSERT INTO key_ciphertext VALUES ('https://api.x.ai', x'0102', 'gnome_libsecret', 'b14o', 1);
  INSERT INTO catalog VALUES ('https://api.x.ai', 1700000000000, '{"models":[]}');
  INSERT INTO conversation (id, model, created_at) VALUES ('c', 'grok-4', 1);
  INSERT INTO message (id, conversation_id, role, created_at, text, reasoning)
    VALUES ('q', 'c', 'user', 1, 'é漢😀', ''), ('a', 'c', 'assistant', 2, 'an answer', 'because');
`

describe('each released step of the schema', () => {
  it.each(migrations.slice(1).map(({ version }) => version))(
    'killed inside step %i leaves the data of the step before, and keeps it all at the next start',
    async (version) => {
      const folder = scratchFolder()
      open(folder, { migrations: migrations.slice(0, 1) }).close()
      fillFirst(folder)
      open(folder, { migrations: migrations.slice(0, version - 1) }).close()
      const before = contentOf(folder)
      expect(before.version).toBe(version - 1)

      expect(await runChild('migrating-child.ts', folder, String(version)).ended).toBe('SIGKILL')
      expect(contentOf(folder)).toEqual(before)

      const stepped = open(folder, { migrations: migrations.slice(0, version) })
      expect(stepped.state).toEqual({ kind: 'ok' })
      stepped.close()
      const after = contentOf(folder)
      expect(after.version).toBe(version)
      for (const [table, rows] of Object.entries(before.tables)) {
        const kept = version === KEYS_MOVE && table === 'key_ciphertext' ? 'connection_key' : table
        for (const row of rows) expect(after.tables[kept], table).toContainEqual(expect.objectContaining(row))
      }

      const newest = open(folder)
      expect(newest.state).toEqual({ kind: 'ok' })
      expect(shownMessages(newest.chats).map(({ text }) => text)).toEqual(['é漢😀', 'an answer'])
      const spent = newest.ledgerReader.totals({ period: { from: null, to: null }, filter: { demo: false } })
      expect(spent.spent).toBe(9_007_199_254_740_995n)
    },
  )
})

function fillFirst(folder: string): void {
  const database = loadEngine().open(join(folder, 'tokenbook.sqlite'))
  database.exec(FIRST_DATA)
  const attempt = {
    ...{ id: 't', message_id: 'a', state: 'complete', asked_model: 'grok-4', served_model: 'grok-4-0709' },
    ...{ host: 'api.x.ai', demo: 0, started_at: Date.UTC(2026, 5, 10), retries: '[]', usage_told: 1 },
    ...{ prompt_tokens: 1200, billed_ticks: 9_007_199_254_740_995n, rates: toExactJson(finished.rates) },
    ...{ rates_for: 'served', computed_ticks: 58_500_000n, computed_complete: 1, computed_tier: 'standard' },
    cost_lines: toExactJson(finished.computed?.lines),
  }
  const names = Object.keys(attempt)
  database
    .prepare(`INSERT INTO attempt (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`)
    .run(...Object.values(attempt))
  database.close()
}

/** Every row of every table, and the version that the file says it has. */
function contentOf(folder: string): Content {
  const database = loadEngine().open(join(folder, 'tokenbook.sqlite'))
  const all = (sql: string): Row[] => {
    const statement = database.prepare(sql)
    statement.setReadBigInts(true)
    return statement.all()
  }
  try {
    const names = all(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*' AND sql NOT LIKE 'CREATE VIRTUAL%'`,
    ).map(({ name }) => String(name))
    return {
      version: Number(all('PRAGMA user_version')[0]?.['user_version']),
      tables: Object.fromEntries(names.map((name) => [name, all(`SELECT * FROM "${name}"`)])),
    }
  } finally {
    database.close()
  }
}
