import type { DatabaseSync } from 'node:sqlite'
import { setImmediate } from 'node:timers/promises'
import { promisify } from 'node:util'
import { deflateRaw, inflateRawSync } from 'node:zlib'
import { z } from 'zod'
import { RequestDetails } from '../../shared/contract/request-details.ts'
import type { DetailsStore } from '../services/request-details.ts'
import { fromExactJson, toExactJson } from './exact-json.ts'
import type { Guard } from './guard.ts'
import { createStatements } from './statements.ts'
import { inTransaction } from './transaction.ts'

/** Of this many answers, and of none that takes more than this many bytes on disk. */
const KEPT = 200
const MOST_BYTES = 4 * 1024 * 1024

const deflated = promisify(deflateRaw)

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
      // Thousands of events take long to write down: the end of the answer is shown first, and they are deflated aside.
      await setImmediate()
      const content = await deflated(Buffer.from(toExactJson(details), 'utf8'))
      if (content.length > MOST_BYTES) return
      guard(() =>
        inTransaction(database, () => {
          sql(SAVE).run(details.attemptId, content)
          sql(THIN_OUT).run()
        }),
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

function readDetails(content: Uint8Array): RequestDetails | null {
  try {
    const text = inflateRawSync(content, { maxOutputLength: 256 * 1024 * 1024 }).toString('utf8')
    return RequestDetails.safeParse(fromExactJson(text)).data ?? null
  } catch {
    // Details that cannot be read are as good as none.
    return null
  }
}
