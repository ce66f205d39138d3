import type { KeySlot } from '../services/ports.ts'
import { eraseKeyFromBackups } from './backups.ts'
import type { Engine } from './engine.ts'
import type { StoragePaths } from './storage-paths.ts'
import type { Beside } from './thread/beside.ts'

/** What is copied of the database, and back: one copy after the other, as each looks at what the one before it left. */
export type Copies = {
  /** Makes a backup; throws what the disk refuses. */
  backUp(): Promise<void>
  /** See `copyForRestore` of backups.ts. */
  copyForRestore(id: string): Promise<void>
  /** Takes the key of this slot out of every backup, those that are being made included. */
  eraseKey(slot: KeySlot): void
  /** Resolves when no copy is under way. */
  settled(): Promise<void>
}

type Parts = {
  beside: Beside
  engine: Engine
  paths: StoragePaths
  /** UTC ms. */
  now: () => number
}

export function createCopies({ beside, engine, paths, now }: Parts): Copies {
  let last: Promise<unknown> = Promise.resolve()
  let underWay = 0
  const erasedMeanwhile: KeySlot[] = []

  function inTurn<T>(copy: () => Promise<T>): Promise<T> {
    underWay += 1
    const done = last
      .then(copy)
      .finally(() => beside.end())
      .finally(() => {
        underWay -= 1
        eraseLate()
      })
    last = done.catch(() => undefined)
    return done
  }
  /** A copy holds what was there when it began: also a key that was forgotten since. */
  function eraseLate(): void {
    for (const slot of erasedMeanwhile.splice(0)) eraseKeyFromBackups(engine, paths, slot)
  }

  return {
    backUp: () => inTurn(() => beside.ask('backUp', now())),
    copyForRestore: (id) => inTurn(() => beside.ask('copyForRestore', id)),
    eraseKey(slot) {
      if (underWay > 0) erasedMeanwhile.push(slot)
      eraseKeyFromBackups(engine, paths, slot)
    },
    async settled() {
      await last
    },
  }
}
