import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { ParameterName } from '../../shared/chat/parameter-name.ts'
import type { UnsupportedStore } from '../services/unsupported-parameters.ts'
import type { Guard } from './guard.ts'
import { createStatements, Whole } from './statements.ts'

const Row = z.object({ model: z.string(), parameter: ParameterName, words: z.string(), at: Whole })

const ADD = `
  INSERT OR REPLACE INTO unsupported_parameter (origin, model, parameter, words, at) VALUES (?, ?, ?, ?, ?)
`

/** What servers refused, by their origin. */
export function createUnsupportedStore(database: DatabaseSync, guard: Guard): UnsupportedStore {
  const sql = createStatements(database)
  return {
    list: (origin) =>
      guard(() =>
        sql(
          'SELECT * FROM unsupported_parameter WHERE origin = ? ORDER BY at DESC, model, parameter LIMIT 1000',
        )
          .all(origin)
          .flatMap((row) => Row.safeParse(row).data ?? []),
      ),
    add: (origin, { model, parameter, words, at }) =>
      guard(() => {
        sql(ADD).run(origin, model, parameter, words, Math.round(at))
      }),
    remove: (origin, model, parameter) =>
      guard(() => {
        sql('DELETE FROM unsupported_parameter WHERE origin = ? AND model = ? AND parameter = ?').run(
          ...[origin, model, parameter],
        )
      }),
  }
}
