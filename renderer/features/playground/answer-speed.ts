import type { Attempt } from '../../../shared/contract/attempt.ts'

/**
 * Visible answer tokens per second between the first text and the end. `null` when a count or a time is unknown, when
 * the answer did not end by the server's word (then its tokens are not final), or when it came all at once.
 */
export function answerSpeed({ state, usage, firstTokenMs, durationMs }: Attempt): number | null {
  const tokens = usage?.answerTokens ?? null
  if (state.kind !== 'complete' || tokens === null || firstTokenMs === null || durationMs === null)
    return null
  const ms = durationMs - firstTokenMs
  return ms > 0 ? (tokens * 1000) / ms : null
}
