import type { DatabaseSync } from 'node:sqlite'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { setImmediate } from 'node:timers/promises'
import { createDeflateRaw, inflateRawSync } from 'node:zlib'
import { z } from 'zod'
import { RequestDetails } from '../../shared/contract/request-details.ts'
import type { DetailsStore } from '../services/request-details.ts'
import { fromExactJson, toExactJson } from './exact-json.ts'
import type { Guard } from './guard.ts'
import { createStatements } from './statements.ts'
import { inTransaction, withoutWaiting } from './transaction.ts'

/** Of this many answers, and of none that takes more than this many bytes on disk. */
const KEPT = 200
const MOST_BYTES = 4 * 1024 * 1024

/** Written down in one turn: about a millisecond. */
const EVENTS_AT_ONCE = 250

const Content = z.object({ content: z.instanceof(Uint8Array) })

const SAVE = `
  INSERT INTO request_details (attempt_id, content) VALUES (?, ?)
  ON CONFLICT (attempt_id) DO UPDATE SET content = excluded.content
`
const THIN_OUT = `DELETE FROM request_details WHERE sequence <= (SELECT MAX(sequence) FROM request_details) - ${KEPT}`

/** What went over the wire for the newest answers, deflated: streams say nearly the same over and over. */
export function createDetailsStore(database: DatabaseSync, guard: Guard): DetailsStore {
  const sql = createStatements(database)
  return {
    async save(details) {
      // Deflated aside. The way out of the app waits for it, but a power cut may take what is only there to look at.
      const content = await pipeline(writtenDown(details), createDeflateRaw(), buffer)
      if (content.length > MOST_BYTES) return
      guard(() =>
        withoutWaiting(database, () =>
          inTransaction(database, () => {
            sql(SAVE).run(details.attemptId, content)
            sql(THIN_OUT).run()
          }),
        ),
      )
    },
    read: (attemptId) =>
      guard(() => {
        const row = sql('SELECT content FROM request_details WHERE attempt_id = ?').get(attemptId)
        const { data } = Content.safeParse(row)
        return data ? readDetails(data.content) : null
      }),
  }
}

/**
 * The JSON of `details`, a few events in each turn: thousands take long to write down, and the end of the answer is to
 * be shown first. Only events that have come by then are in it.
 */
async function* writtenDown({ events, ...rest }: RequestDetails): AsyncGenerator<string, void> {
  const count = events.length
  yield `${toExactJson(rest).slice(0, -1)},"events":[`
  for (let at = 0; at < count; at += EVENTS_AT_ONCE) {
    await setImmediate()
    const some = toExactJson(events.slice(at, Math.min(at + EVENTS_AT_ONCE, count))).slice(1, -1)
    yield at === 0 ? some : `,${some}`
  }
  yield ']}'
}

function readDetails(content: Uint8Array): RequestDetails | null {
  try {
    const text = inflateRawSync(content, { maxOutputLength: 256 * 1024 * 1024 }).toString('utf8')
    return RequestDetails.safeParse(fromExactJson(text)).data ?? null
  } catch {
    // Details that cannot be read are as good as none.
    return null
  }
}
