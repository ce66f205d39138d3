import { openStorage } from '../../../../electron/storage/open-storage.ts'
import { killedInside, nextMigrations } from './next-migration.ts'

// Migrates and kills itself as a power cut could: inside the released step that is named, or inside the second one that
// a later version could bring.
const [folder = '', step] = process.argv.slice(2)
const die = (): void => void process.kill(process.pid, 'SIGKILL')
openStorage({
  folder,
  now: Date.now,
  migrations: step === undefined ? nextMigrations(die) : killedInside(Number(step), die),
})
