import { expect, it } from 'vitest'
import { failureDetails } from '../../../../renderer/ui/failure-details.ts'
import { failureOf } from '../../../../shared/contract/failure.ts'

it('lists what is known, one line each, and leaves out what is not', () => {
  const failure = failureOf('rate-limited', { status: 429, requestId: 'r-1', retryAfterMs: 0 })
  expect(failureDetails(failure)).toBe(
    'code: rate-limited\nstatus: 429\nrequest id: r-1\nretry after (ms): 0',
  )
})

it('names the event that could not be read', () => {
  const failure = failureOf('malformed-answer', { event: 7, serverWords: '{' })
  expect(failureDetails(failure)).toBe('code: malformed-answer\nevent: 7\nserver words: {')
})
