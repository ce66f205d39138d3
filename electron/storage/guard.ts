import { isDamage, storageFailure } from './storage-failure.ts'

/** Runs one store operation; what the disk refuses comes out as `ServiceFailure`, bugs come out as they are. */
export type Guard = <T>(work: () => T) => T

/** `onDamage` hears of a broken file met while reading, so that the next start can check all of it. */
export function createGuard(onDamage: () => void): Guard {
  return (work) => {
    try {
      return work()
    } catch (error) {
      if (isDamage(error)) onDamage()
      throw storageFailure(error) ?? error
    }
  }
}
