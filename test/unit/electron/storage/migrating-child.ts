import { openStorage } from '../../../../electron/storage/open-storage.ts'
import { nextMigrations } from './next-migration.ts'

// Migrates and kills itself inside the second step, as a power cut could.
const [folder = ''] = process.argv.slice(2)
openStorage({
  folder,
  now: Date.now,
  migrations: nextMigrations(() => process.kill(process.pid, 'SIGKILL')),
})
