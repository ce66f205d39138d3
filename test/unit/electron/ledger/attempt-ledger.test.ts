import { describe, expect, it } from 'vitest'
import { ServiceFailure } from '../../../../electron/services/ports.ts'
import { failureOf } from '../../../../shared/contract/failure.ts'
import { sampleUsage } from '../../../support/ledger-rows.ts'
import { everything, leaves, ledgerBench, refusal, settled } from './ledger-bench.ts'

const full = new ServiceFailure(failureOf('disk-full'))

describe('one row for each try', () => {
  it('is there before the try leaves, and says who asked for what', () => {
    const { follow, store } = ledgerBench()
    const followed = follow('press')
    expect(store.find('press/1')).toBeNull()
    followed.watch(leaves(1))
    expect(store.find('press/1')).toMatchObject({
      ...{ state: 'pending', attemptId: 'press', tryNumber: 1, conversationId: 'c1', messageId: 'm-press' },
      ...{
        protocol: 'chat',
        connection: 'default',
        key: expect.stringMatching(/^xai-\.\.\./),
        askedModel: 'grok-4',
      },
    })
  })

  it('is final with the bill, and counts times from its own try on', () => {
    const { follow, store } = ledgerBench()
    const followed = follow('press')
    followed.watch(leaves(1, 20))
    followed.watch(refusal(1, 320, failureOf('rate-limited', { status: 429, requestId: 'refused-1' })))
    followed.watch(leaves(2, 820))
    followed.settle(settled({ usage: sampleUsage({ billed: 7_000_000n }) }))
    expect(store.find('press/1')).toMatchObject({
      ...{ state: 'rejected', spent: 0n, complete: true, errorCode: 'rate-limited', durationMs: 300 },
      requestId: 'refused-1',
    })
    expect(store.find('press/2')).toMatchObject({
      ...{ state: 'final', spent: 7_000_000n, complete: true, firstTokenMs: 100, durationMs: 1100 },
      // 60 × 30000 + 40 × 7500 + 25 × 150000 = 5,850,000 by the rates.
      ...{ computed: { total: 5_850_000n }, difference: { ticks: 1_150_000n } },
    })
  })

  it('has the times of the answer itself where the first try succeeds', () => {
    const { follow, store } = ledgerBench()
    const followed = follow('press')
    followed.watch(leaves(1, 35))
    followed.settle(settled({ usage: sampleUsage(), firstTokenMs: 120, durationMs: 480 }))
    expect(store.find('press/1')).toMatchObject({ firstTokenMs: 120, durationMs: 480 })
  })

  it.each([
    [
      'stopped with usage so far',
      { state: { kind: 'stopped' }, usage: sampleUsage() },
      'estimated',
      'usage-so-far',
    ],
    ['stopped without any usage', { state: { kind: 'stopped' } }, 'estimated', 'text-estimate'],
    [
      'stopped and read on to its bill',
      { state: { kind: 'stopped' }, usage: sampleUsage({ billed: 9n }) },
      'final',
      null,
    ],
    ['cut off', { state: { kind: 'cut-off', failure: failureOf('cut-off') } }, 'estimated', 'text-estimate'],
    ['complete without usage', {}, 'estimated', 'text-estimate'],
    ['complete, of unknown rates', { rates: null }, 'unknown', null],
    [
      'refused',
      { state: { kind: 'failed', failure: failureOf('wrong-key', { status: 400 }) } },
      'rejected',
      null,
    ],
    ['never sent on', { state: { kind: 'failed', failure: failureOf('offline') } }, 'rejected', null],
    [
      'lost on the way',
      { state: { kind: 'failed', failure: failureOf('connection-lost') } },
      'unknown',
      null,
    ],
    [
      'silent until the limit',
      { state: { kind: 'failed', failure: failureOf('timed-out', { phase: 'headers' }) } },
      'unknown',
      null,
    ],
    [
      'never connected',
      { state: { kind: 'failed', failure: failureOf('timed-out', { phase: 'connect' }) } },
      'rejected',
      null,
    ],
    ...[500, 502, 504, 200].map(
      (status) =>
        [
          `answered with an error that may come after work (${status})`,
          { state: { kind: 'failed', failure: failureOf('unavailable', { status }) } },
          'unknown',
          null,
        ] as const,
    ),
    [
      'broken in the server',
      { state: { kind: 'failed', failure: failureOf('server-error', { status: 500 }) } },
      'unknown',
      null,
    ],
    [
      'refused for want of capacity',
      { state: { kind: 'failed', failure: failureOf('unavailable', { status: 503 }) } },
      'rejected',
      null,
    ],
    ['under way when the app ended', { state: { kind: 'unknown' } }, 'unknown', null],
  ] as const)('that was %s is %s', (_what, parts, state, method) => {
    const { follow, store, reader } = ledgerBench()
    const followed = follow('press')
    followed.watch(leaves(1))
    followed.settle(settled(parts))
    const row = store.find('press/1')
    expect(row).toMatchObject({ state, method })
    expect(reader.totals(everything).atLeast).toBe(state === 'unknown')
    if (state === 'estimated') expect(row?.spent).toBeGreaterThan(0n)
  })

  it.each([
    ['failed', { kind: 'failed', failure: failureOf('offline') }, 'unknown'],
    ['refused', { kind: 'failed', failure: failureOf('rate-limited') }, 'unknown'],
    ['stopped', { kind: 'stopped' }, 'estimated'],
  ] as const)(
    'of a deferred answer that was accepted and then %s is at least so much',
    (_, ending, state) => {
      const { follow, store, reader } = ledgerBench()
      const followed = follow('press', 'c1', 'deferred')
      const event = { kind: 'event', at: 0, sinceMs: 9, name: null, cut: false } as const
      followed.watch(leaves(1))
      followed.watch({ ...event, data: '{"request_id":"x"}' })
      followed.settle(settled({ state: ending }, ''))
      // The server works on it all the same.
      expect(store.find('press/1')).toMatchObject({ state, complete: false })
      expect(reader.totals(everything).atLeast).toBe(true)
    },
  )

  it('is closed once, and not at all when nothing left', () => {
    const { follow, store, reader } = ledgerBench()
    const never = follow('never')
    never.settle(settled())
    expect(reader.count(everything)).toBe(0)
    const followed = follow('press')
    followed.watch(leaves(1))
    followed.settle(settled({ usage: sampleUsage({ billed: 5n }) }))
    followed.settle(settled({ usage: sampleUsage({ billed: 6n }) }))
    expect(store.find('press/1')).toMatchObject({ spent: 5n })
  })

  it('keeps a try from leaving when it cannot be written', () => {
    const { follow } = ledgerBench({
      store: (store) => ({
        ...store,
        open: () => {
          throw full
        },
      }),
    })
    expect(() => follow('press').watch(leaves(1))).toThrow('disk-full')
  })

  it('is closed later when the disk refuses now, before the next try leaves at the latest', () => {
    let isFull = true
    const bench = ledgerBench({
      store: (store) => ({
        ...store,
        close(...args) {
          if (isFull) throw full
          return store.close(...args)
        },
      }),
    })
    const followed = bench.follow('press')
    followed.watch(leaves(1))
    followed.settle(settled({ usage: sampleUsage({ billed: 5n }) }))
    expect(bench.store.find('press/1')).toMatchObject({ state: 'pending' })
    bench.time.pass(5_000)
    expect(bench.store.find('press/1')).toMatchObject({ state: 'pending' })
    expect(bench.attempts.unsaved()).toBe(1)
    isFull = false
    bench.time.pass(5_000)
    expect(bench.store.find('press/1')).toMatchObject({ state: 'final', spent: 5n })
    expect(bench.attempts.unsaved()).toBe(0)
    expect(bench.bugs).toEqual([])
  })
})
