import { describe, expect, it } from 'vitest'
import { startDemoApi } from '../../electron/demo/demo-api.ts'
import { ServiceFailure } from '../../electron/services/ports.ts'
import { Failure } from '../../shared/contract/failure.ts'
import { type BodyReader, bodyReaders } from '../support/body-readers.ts'
import { cpuMs } from '../support/cpu-time.ts'
import { faultSeed, howMany } from '../support/fault-run.ts'
import { demoTarget } from '../support/ports/sample-target.ts'
import { recordedApi } from '../support/recorded-api.ts'
import { seededRandom } from '../support/seeded-random.ts'

const BODIES = howMany('TOKENBOOK_FAULT_BODIES', { short: 2_200, long: 100_000 })
const EACH = Math.ceil(BODIES / bodyReaders.length)
const KEY = 'xai-CANARYxx7Qd93kLmZp0WvT4yRb8NcF2hJ6sA'
/** Of the processor: far more than any body takes; what repeats work for each field or bracket would take minutes. */
const LONGEST_MS = 5_000

describe(`${EACH * bodyReaders.length} spoiled bodies from seed ${faultSeed}`, () => {
  it.each(bodyReaders.map((reader, at) => ({ name: reader.name, reader, at })))(
    'read as $name are a sound value or a typed failure, and nothing else',
    async ({ reader, at }) => {
      const { spoiled, target } = await recordingOf(reader)
      let whole = 0
      for (let body = 0; body < EACH; body += 1) {
        const seed = faultSeed + at * 1_000_000 + body
        const began = cpuMs()
        const outcome = await reader
          .read(spoiled(seededRandom(seed)), target)
          .catch((error: unknown) => ({ error }))
        if (typeof outcome === 'object') expectTypedFailure(outcome.error, seed)
        else if (outcome) whole += 1
        expect(cpuMs() - began, `time of seed ${seed}`).toBeLessThan(LONGEST_MS)
      }
      // Faults that are never seen would prove nothing, and so would bodies of which nothing is left to read.
      expect(whole).toBeGreaterThan(EACH / 100)
      expect(whole).toBeLessThan(EACH)
      expect(Object.keys(Object.prototype)).toEqual([])
    },
    60 * 60_000,
  )
})

/** The right answers of the demo to everything that the reader asks; it reads them whole. */
async function recordingOf({ read }: BodyReader) {
  const demo = await startDemoApi({ pacing: 'none', ids: 'unique', key: KEY })
  const api = recordedApi()
  const target = demoTarget({ baseUrl: demo.baseUrl, key: KEY })
  expect(await read(api.record, target)).toBe(true)
  await demo.close()
  return { spoiled: api.spoiled, target }
}

function expectTypedFailure(error: unknown, seed: number): void {
  if (!(error instanceof ServiceFailure)) throw new Error(`seed ${seed}`, { cause: error })
  const { budget: _, ...failure } = Failure.parse(error.failure)
  expect(JSON.stringify(failure)).not.toContain(KEY)
}
