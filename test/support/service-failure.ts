import { ServiceFailure } from '../../electron/services/ports.ts'
import type { Failure } from '../../shared/contract/failure.ts'

/** The failure that an action ends in. Anything else it does is passed on, so the test fails with the real cause. */
export async function failureFrom(action: () => unknown): Promise<Failure> {
  try {
    await action()
  } catch (error) {
    if (error instanceof ServiceFailure) return error.failure
    throw error
  }
  throw new Error('nothing failed')
}
