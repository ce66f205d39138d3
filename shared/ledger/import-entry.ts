import { z } from 'zod'
import { costOf } from '../pricing/cost.ts'
import type { Rates } from '../pricing/price-schema.ts'
import { readUsage } from '../usage/token-usage.ts'
import type { TokenUsage } from '../usage/usage-schema.ts'
import type { LedgerRow } from './ledger-row.ts'
import type { ImportFormat, RefusalReason } from './transfer-schema.ts'

/** A row without its place in the ledger, which gives it that. */
export type ImportedRow = Omit<LedgerRow, 'sequence' | 'day'>

export type ImportContext = {
  /** Made of the entry's own text, for entries without an id: the same entry has the same. */
  textId: () => string
  /** Minutes east of UTC here at that time. */
  utcOffset: (at: number) => number
  /** Today's rates of a model by any of its names; `null` = not in the list. */
  ratesOf: (model: string) => Rates | null
}

export type ReadEntry = { kind: 'row'; row: ImportedRow } | { kind: 'refused'; reason: RefusalReason }

/** Longer names are no names. */
const Name = z.string().min(1).max(512)
const Id = z.union([z.string().min(1).max(512), z.number()]).transform(String)

export const refused = (reason: RefusalReason): ReadEntry => ({ kind: 'refused', reason })

/** What is the same for all rows of other programs. */
export function foreignRow(
  format: ImportFormat,
  id: string,
  at: number,
  context: ImportContext,
): Pick<ImportedRow, 'id' | 'at'> & Omit<ImportedRow, 'askedModel' | 'servedModel' | 'usage' | 'state'> {
  return {
    ...{ id: `${format}/${id}`, kind: 'request', corrects: null, method: null, source: format },
    ...{ at: Math.round(at), utcOffset: context.utcOffset(at), attemptId: `${format}/${id}`, tryNumber: 1 },
    ...{ conversationId: null, messageId: null, protocol: 'chat', connection: format, host: '', demo: false },
    ...{ key: null, rates: null, ratesFor: 'asked', computed: null, difference: null },
    ...{ spent: 0n, complete: false, serviceTier: null, firstTokenMs: null, durationMs: null },
    ...{ finishReason: null, requestId: null, errorCode: null, parametersHash: null, quirks: [] },
  }
}

const Answer = z.looseObject({
  id: Id.optional(),
  request_id: Id.optional(),
  object: z.string().optional(),
  type: z.unknown().optional(),
  model: Name.optional(),
  created: z.unknown().optional(),
  created_at: z.unknown().optional(),
  timestamp: z.unknown().optional(),
  time: z.unknown().optional(),
  usage: z.unknown().optional(),
  service_tier: z.string().max(40).nullish(),
})

/**
 * An answer as the API gave it, a line of a log that holds model, time and usage, or an entry of a batch's output. The
 * bill in it holds; without one its tokens are priced with today's list, and marked so.
 */
export function readOpenAiEntry(entry: unknown, context: ImportContext): ReadEntry {
  const outer = z
    .looseObject({ response: z.looseObject({ body: z.unknown() }).optional() })
    .safeParse(entry).data
  const answer = Answer.safeParse(outer?.response?.body ?? entry).data
  if (!answer) return refused('not-a-request')
  if (answer.model === undefined) return refused('no-model')
  const at = timeIn(answer.created ?? answer.created_at ?? answer.timestamp ?? answer.time)
  if (at === null) return refused('no-time')
  const protocol = protocolOf(answer)
  const usage = readUsage(protocol, answer.usage ?? null)
  if (usage === null) return refused('no-usage')
  const id = answer.id ?? answer.request_id ?? context.textId()
  const row = { ...foreignRow('openai-usage', id, at, context), protocol }
  const serviceTier = answer.service_tier ?? null
  const names = { askedModel: answer.model, servedModel: answer.model, serviceTier }
  return {
    kind: 'row',
    row: { ...row, ...names, requestId: answer.request_id ?? null, ...priced(usage, names, context) },
  }
}

/** By its own word, else by the names of its counts: they tell what each form puts inside which (reference 5.2, 6). */
function protocolOf({ object, type, usage }: z.infer<typeof Answer>): 'chat' | 'responses' | 'messages' {
  if (object === 'response') return 'responses'
  if (type === 'message') return 'messages'
  const counts = z.looseObject({}).safeParse(usage).data ?? {}
  if (!('output_tokens' in counts) || 'completion_tokens' in counts) return 'chat'
  return 'cache_read_input_tokens' in counts || 'cache_creation_input_tokens' in counts
    ? 'messages'
    : 'responses'
}

type Names = { servedModel: string; serviceTier: string | null }

function priced(usage: TokenUsage, { servedModel, serviceTier }: Names, context: ImportContext) {
  const rates = context.ratesOf(servedModel)
  const computed = rates && costOf(usage, rates, { serviceTier })
  const { billed } = usage
  if (billed !== null) return { state: 'final', usage, spent: billed, complete: true } as const
  if (computed === null) return { state: 'unknown', usage } as const
  const { total: spent, complete } = computed
  return { state: 'estimated', method: 'priced-at-import', usage, rates, computed, spent, complete } as const
}

/** A time in seconds or ms since 1970, or as text; `null` when it is none, or lies before the API or far ahead. */
export function timeIn(value: unknown): number | null {
  const number =
    typeof value === 'number' ? value : typeof value === 'string' ? timeInText(value) : Number.NaN
  const at = number < 100_000_000_000 ? number * 1000 : number
  return at > EARLIEST && at < LATEST ? at : null
}

const EARLIEST = Date.UTC(2020, 0, 1)
const LATEST = Date.UTC(2100, 0, 1)

/** Times without a zone are UTC: that is how servers write them. */
function timeInText(text: string): number {
  if (/^\d{9,13}(?:\.\d+)?$/.test(text)) return Number(text)
  const hasZone = /(?:Z|[+-]\d{2}:?\d{2})$/i.test(text.trim())
  return Date.parse(hasZone ? text.trim() : `${text.trim().replace(' ', 'T')}Z`)
}
