import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyOutcome, anyPlace, openedRow } from '../../../support/ledger-rows.ts'
import { memoryLedger } from '../../../support/ports/memory-ledger.ts'
import { everything } from './ledger-bench.ts'

it('the histogram and the speeds of conversations are those of their rows', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anyPlace, anyOutcome), { maxLength: 30 }), (rows) => {
      const { store, reader } = memoryLedger()
      for (const [index, [place, outcome]] of rows.entries()) {
        store.open(openedRow(`r${index}`, place))
        store.close(`r${index}`, outcome)
      }
      const all = { ...everything, filter: { demo: false, conversations: ['c1', 'c2', ''] } }
      expect(reader.histogram(all)).toEqual(reader.histogram(everything))
      expect(reader.speeds(all)).toEqual(reader.speeds(everything))
      const one = { ...everything, filter: { demo: false, conversations: ['c1'] } }
      const own = reader.after(one, 0, 100)
      const { bins, unknown } = reader.histogram(one)
      const priced = own.filter(({ state }) => state === 'final' || state === 'estimated')
      expect(bins.reduce((sum, { requests }) => sum + requests, 0)).toBe(priced.length)
      expect(unknown).toBe(own.filter(({ state }) => state === 'unknown').length)
      for (const { from, to, requests } of bins) {
        expect(priced.filter(({ spent }) => spent >= from && spent < to)).toHaveLength(requests)
      }
    }),
    { numRuns: 40 },
  )
})
