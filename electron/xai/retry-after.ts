const UNITS_MS: Record<string, number> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }

/**
 * How long the server asks to wait, in ms, or `null` when it does not say or says nonsense (negative, garbage).
 * `retry-after-ms`, then `retry-after` in seconds or as a date, then "Resets in: 3m 4s" in the server's words
 * (reference 5.6). A date is compared with the answer's own `date`: the clock of this computer may be wrong.
 */
export function retryAfterOf(headers: Headers, words: string | null, now: number): number | null {
  return (
    millisecondsOf(headers.get('retry-after-ms'), 1) ??
    millisecondsOf(headers.get('retry-after'), 1_000) ??
    untilDate(headers.get('retry-after'), headers.get('date'), now) ??
    resetsIn(words ?? '')
  )
}

function millisecondsOf(text: string | null, unitMs: number): number | null {
  if (text === null || !/^\d+(\.\d+)?$/.test(text.trim())) return null
  const ms = Number(text) * unitMs
  return Number.isFinite(ms) ? ms : null
}

function untilDate(text: string | null, serverDate: string | null, now: number): number | null {
  // `Date.parse` reads "-5" and "2" as dates; a real one has a weekday in letters.
  if (text === null || !/^[a-z]{3}/i.test(text.trim())) return null
  const at = Date.parse(text)
  const from = serverDate === null ? Number.NaN : Date.parse(serverDate)
  const ms = at - (Number.isNaN(from) ? now : from)
  return ms >= 0 ? ms : null
}

function resetsIn(words: string): number | null {
  const spans = /resets? in:?\s*((?:\d+(?:\.\d+)?\s*(?:ms|s|m|h|d)\b\s*)+)/i.exec(words)?.[1]
  if (spans === undefined) return null
  let ms = 0
  for (const [, amount, unit] of spans.matchAll(/(\d+(?:\.\d+)?)\s*(ms|s|m|h|d)/gi)) {
    ms += Number(amount) * (UNITS_MS[unit?.toLowerCase() ?? ''] ?? 0)
  }
  return Number.isFinite(ms) ? ms : null
}
