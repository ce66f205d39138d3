import { describe, expect, it } from 'vitest'
import { readAnswerHeaders } from '../../../../electron/xai/answer-headers.ts'
import { createRedactor } from '../../../../electron/xai/redact.ts'
import { retryAfterOf } from '../../../../electron/xai/retry-after.ts'
import { CANARY } from './wire-under-test.ts'

const NOON = Date.UTC(2026, 9, 12, 12, 0, 0)
const at = (ms: number) => new Date(NOON + ms).toUTCString()

describe('retryAfterOf', () => {
  it.each<[Record<string, string>, string | null, number | null]>([
    [{}, null, null],
    [{ 'retry-after': '2' }, null, 2_000],
    [{ 'retry-after': '0.5' }, null, 500],
    [{ 'retry-after': '0' }, null, 0],
    [{ 'retry-after': '3600' }, null, 3_600_000],
    [{ 'retry-after-ms': '250', 'retry-after': '9' }, null, 250],
    [{ 'retry-after': '-5' }, null, null],
    [{ 'retry-after': 'soon' }, null, null],
    [{ 'retry-after': '1e999' }, null, null],
    [{ 'retry-after': at(7_000) }, null, 7_000],
    [{ 'retry-after': at(-7_000) }, null, null],
    // The server's clock is a day ahead of ours: only the difference counts.
    [{ 'retry-after': at(86_400_000 + 5_000), date: at(86_400_000) }, null, 5_000],
    [{}, 'Requests per Minute (actual/limit): 101/60. Resets in: 3m 4s', 184_000],
    [{}, 'Resets in 1h 2m.', 3_720_000],
    [{}, 'resets in: 500ms', 500],
    [{}, 'Your limit resets in the morning', null],
    [{ 'retry-after': '1' }, 'Resets in: 3m', 1_000],
  ])('reads %j and %j as %s ms', (headers, words, expected) => {
    expect(retryAfterOf(new Headers(headers), words, NOON)).toBe(expected)
  })
})

describe('readAnswerHeaders', () => {
  it('reads the counts, and keeps unknown apart from zero', () => {
    const headers = new Headers({
      'x-request-id': ' 0d2f-1 ',
      'x-ratelimit-limit-requests': '480',
      'x-ratelimit-remaining-requests': '0',
      'x-ratelimit-limit-tokens': '-1',
      'x-ratelimit-remaining-tokens': '1e3',
      'x-remaining-credits': ' 99.997 ',
    })
    expect(readAnswerHeaders(headers, createRedactor(CANARY))).toEqual({
      requestId: '0d2f-1',
      limitRequests: 480,
      remainingRequests: 0,
      limitTokens: null,
      remainingCredits: '99.997',
      remainingTokens: null,
    })
  })

  it('never passes on a request id that is too long or holds the key', () => {
    const headers = new Headers({ 'x-request-id': `${CANARY}${'a'.repeat(5_000)}` })
    const { requestId } = readAnswerHeaders(headers, createRedactor(CANARY))
    expect(requestId).toMatch(/^\[removed\]a+$/)
    expect(requestId).toHaveLength(200)
  })
})
