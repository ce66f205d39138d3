import { migrations } from '../../../../electron/storage/migrations/in-order.ts'
import type { Migration } from '../../../../electron/storage/migrations/migration.ts'

/** The released steps and two that a later version could bring; `midway` is called inside the last. */
export function nextMigrations(midway: () => void = () => {}): readonly Migration[] {
  return [
    ...migrations,
    {
      version: 2,
      tables: ['note'],
      up: (database) => database.exec('CREATE TABLE note (message_id TEXT, text TEXT)'),
    },
    {
      version: 3,
      tables: [],
      up: (database) => {
        database.exec('INSERT INTO note SELECT id, text FROM message')
        database.exec(`UPDATE message SET text = 'moved'`)
        midway()
        database.exec('ALTER TABLE note ADD COLUMN pinned INTEGER')
      },
    },
  ]
}
