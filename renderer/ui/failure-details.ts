import type { Failure } from '../../shared/contract/failure.ts'

/** Plain text for a report. A `Failure` was redacted in main and holds no key, so all of it may be copied. */
export function failureDetails(failure: Failure): string {
  const lines: [string, string | number | null | undefined][] = [
    ['code', failure.code],
    ['phase', failure.phase],
    ['status', failure.status],
    ['event', failure.event],
    ['request id', failure.requestId],
    ['retry after (ms)', failure.retryAfterMs],
    ['server words', failure.serverWords],
  ]
  return lines
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')
}
