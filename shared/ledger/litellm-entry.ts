import { z } from 'zod'
import { jsonOf } from '../json-of.ts'
import { TICKS_PER_USD } from '../money/ticks.ts'
import { readUsage } from '../usage/token-usage.ts'
import { foreignRow, type ImportContext, type ReadEntry, refused, timeIn } from './import-entry.ts'

const SpendLog = z.looseObject({
  request_id: z.string().min(1).max(512),
  model: z.string().max(512).nullish(),
  model_group: z.string().max(512).nullish(),
  api_key: z.string().nullish(),
  spend: z.union([z.number(), z.string()]).nullish(),
  startTime: z.unknown().optional(),
  endTime: z.unknown().optional(),
  completionStartTime: z.unknown().optional(),
  prompt_tokens: z.number().nullish(),
  completion_tokens: z.number().nullish(),
  total_tokens: z.number().nullish(),
  metadata: z.unknown().optional(),
  status: z.string().nullish(),
  session_id: z.string().max(512).nullish(),
})
type SpendLog = z.infer<typeof SpendLog>

/** A row of LiteLLM's spend logs. What it reckoned is an estimate here: it is no bill of the provider. */
export function readLiteLlmEntry(entry: unknown, context: ImportContext): ReadEntry {
  const log = SpendLog.safeParse(entry).data
  if (!log) return refused('not-a-request')
  const name = log.model_group || log.model
  if (!name) return refused('no-model')
  const at = timeIn(log.startTime)
  if (at === null) return refused('no-time')
  // An empty text is no number, though JavaScript takes it for 0.
  const usd = String(log.spend ?? '').trim() === '' ? null : Number(log.spend)
  if (usd !== null && !(usd >= 0 && usd <= Number.MAX_SAFE_INTEGER)) return refused('bad-number')
  const usage = readUsage('chat', usageIn(log))
  if (usage === null && usd === null) return refused('no-usage')
  const failed = log.status === 'failure'
  const spent = usd === null ? 0n : BigInt(Math.round(usd * Number(TICKS_PER_USD)))
  const row = {
    ...foreignRow('litellm-spend', log.request_id, at, context),
    ...{ askedModel: withoutProvider(name), servedModel: log.model ? withoutProvider(log.model) : null },
    ...{ usage: usage && { ...usage, billed: null }, spent, key: redacted(log.api_key) },
    ...durationsOf(log, at),
    requestId: log.request_id,
  }
  if (failed && spent === 0n) return { kind: 'row', row: { ...row, state: 'rejected', complete: true } }
  if (usd === null) return { kind: 'row', row: { ...row, state: 'unknown' } }
  return { kind: 'row', row: { ...row, state: 'estimated', method: 'told-by-import', complete: true } }
}

/** What the provider told stands in the metadata, in newer versions; the columns know neither cached nor reasoning. */
function usageIn(log: SpendLog): unknown {
  const metadata = typeof log.metadata === 'string' ? jsonOf(log.metadata) : log.metadata
  const told = z.looseObject({ usage_object: z.looseObject({}) }).safeParse(metadata).data?.usage_object
  const { prompt_tokens, completion_tokens, total_tokens } = log
  return told ?? { prompt_tokens, completion_tokens, total_tokens }
}

function durationsOf(log: SpendLog, at: number): { firstTokenMs: number | null; durationMs: number | null } {
  const since = (value: unknown): number | null => {
    const time = timeIn(value)
    return time === null || time < at ? null : Math.round(time - at)
  }
  return { firstTokenMs: since(log.completionStartTime), durationMs: since(log.endTime) }
}

/** `xai/grok-4` is LiteLLM's way to say whose model it is. */
function withoutProvider(name: string): string {
  return name.replace(/^xai\//, '')
}

/** Mostly a hash, but nothing keeps a key from standing there: only its end is kept. */
function redacted(key: string | null | undefined): string | null {
  return key ? `...${key.slice(-4)}` : null
}
