import { newestVersion } from '../../../../electron/storage/migrate.ts'
import { migrations } from '../../../../electron/storage/migrations/in-order.ts'
import type { Migration } from '../../../../electron/storage/migrations/migration.ts'

/** The schema version of this release. */
export const released = newestVersion(migrations)

/** The released steps and two that a later version could bring; `midway` is called inside the last. */
export function nextMigrations(midway: () => void = () => {}): readonly Migration[] {
  return [
    ...migrations,
    {
      version: released + 1,
      tables: ['note'],
      up: (database) => database.exec('CREATE TABLE note (message_id TEXT, text TEXT)'),
    },
    {
      version: released + 2,
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

/** The released steps up to `version`; `die` is called when all of that one is done and nothing of it is kept yet. */
export function killedInside(version: number, die: () => void): readonly Migration[] {
  const step = migrations.find((one) => one.version === version)
  if (step === undefined) throw new Error(`there is no step ${version}`)
  const up: Migration['up'] = (database) => {
    step.up(database)
    die()
  }
  return [...migrations.slice(0, version - 1), { ...step, up }]
}
