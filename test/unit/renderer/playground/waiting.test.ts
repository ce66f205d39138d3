import { describe, expect, it } from 'vitest'
import { waitingOf } from '../../../../renderer/features/playground/waiting.ts'
import { failureOf } from '../../../../shared/contract/failure.ts'

const AT = 1_790_000_000_000
const failure = failureOf('rate-limited', { status: 429 })
const retry = { failedAt: AT + 500, waitMs: 12_000, maxTries: 3, failure }

describe('waitingOf', () => {
  it.each([
    [0, { kind: 'first-word' }],
    [9_999, { kind: 'first-word' }],
    [10_000, { kind: 'long', ms: 10_000 }],
    [-86_400_000, { kind: 'first-word' }],
  ])('says after %i ms without an answer: %j', (ms, expected) => {
    expect(waitingOf({ startedAt: AT, retries: [] }, AT + ms)).toEqual(expected)
  })

  it.each([
    [500, { kind: 'next-try', leftMs: 12_000, next: 2, most: 3, failure }],
    [12_499, { kind: 'next-try', leftMs: 1, next: 2, most: 3, failure }],
    [12_500, { kind: 'trying-again', next: 2, most: 3, failure }],
    [22_500, { kind: 'long', ms: 10_000 }],
    // A clock that was set back does not make the wait longer than it was.
    [-86_400_000, { kind: 'next-try', leftMs: 12_000, next: 2, most: 3, failure }],
  ])('counts down to the second try, %i ms after the start', (ms, expected) => {
    expect(waitingOf({ startedAt: AT, retries: [retry] }, AT + ms)).toEqual(expected)
  })

  it('counts the tries from the last one that failed', () => {
    const again = { ...retry, failedAt: AT + 20_000 }
    expect(waitingOf({ startedAt: AT, retries: [retry, again] }, AT + 21_000)).toMatchObject({
      kind: 'next-try',
      next: 3,
      leftMs: 11_000,
    })
  })
})
