import { z } from 'zod'
import type { LedgerQuery } from '../../shared/ledger/ledger-query.ts'
import type { RequestSums } from '../../shared/ledger/what-if.ts'
import { Rates } from '../../shared/pricing/price-schema.ts'
import { fromExactJson } from './exact-json.ts'
import { whereOf } from './ledger-where.ts'
import { type Statements, Whole } from './statements.ts'

/** The counts of a request as costOf takes them: no part is larger than what it is part of. */
const PARTS = `weight, spent, service_tier, rates_id, prompt_tokens AS prompt, billed_output_tokens AS output,
  min(coalesce(reasoning_tokens, 0), billed_output_tokens) AS reasoning, coalesce(image_tokens, 0) AS image,
  coalesce(sources, 0) AS sources, coalesce(server_tool_calls, 0) AS tools`
const PRICED = 'prompt_tokens IS NOT NULL AND billed_output_tokens IS NOT NULL'

const Sums = z.object({
  rates: z.string().nullable(),
  long: Whole,
  service_tier: z.string().nullable(),
  requests: Whole,
  actual: z.bigint(),
  prompt: Whole,
  cached: Whole,
  image: Whole,
  answer: Whole,
  reasoning: Whole,
  sources: Whole,
  tools: Whole,
})

export type SummedRequests = { groups: RequestSums[]; leftOut: number }

/**
 * The requests of the query added up by what decides their price: tier of service, rates, and whether each reaches the
 * long-context threshold. `rates` are used for all of them; `null` = the ones each had. `cachedPercent` in place of
 * what was cached.
 */
export function requestSums(
  sql: Statements,
  query: LedgerQuery,
  instead: { rates: Rates | null; cachedPercent: number | null },
): SummedRequests {
  const where = whereOf(query, 'raw')
  const { rates, cachedPercent } = instead
  const cached =
    cachedPercent === null ? 'min(coalesce(cached_tokens, 0), prompt_tokens)' : '(prompt_tokens * ?) / 100'
  const threshold = rates === null ? `(rates ->> '$.longContext.threshold')` : '?'
  const own = rates === null ? 'rates' : 'NULL'
  const text = `SELECT ${own} AS rates, coalesce(prompt >= ${threshold}, 0) AS long, service_tier,
    sum(weight) AS requests, sum(weight * spent) AS actual, sum(weight * prompt) AS prompt,
    sum(weight * cached) AS cached, sum(weight * min(image, prompt - cached)) AS image,
    sum(weight * (output - reasoning)) AS answer, sum(weight * reasoning) AS reasoning,
    sum(weight * sources) AS sources, sum(weight * tools) AS tools
    FROM (SELECT ${PARTS}, ${cached} AS cached FROM ledger
      WHERE ${where.sql} AND state IN ('final', 'estimated') AND ${PRICED} ${rates === null ? 'AND rates_id IS NOT NULL' : ''})
    LEFT JOIN ledger_rates ON ledger_rates.id = rates_id GROUP BY ${own === 'NULL' ? '' : 'rates_id, '}long, service_tier`
  const values = [
    ...(rates === null ? [] : [rates.longContext?.threshold ?? null]),
    // As an integer: SQLite would divide a floating-point number exactly.
    ...(cachedPercent === null ? [] : [BigInt(cachedPercent)]),
    ...where.values,
  ]
  const groups = sql(text)
    .all(...values)
    .map((raw) => sumsOf(Sums.parse(raw), rates))
  const all = sql(`SELECT coalesce(sum(weight), 0) AS requests FROM ledger
    WHERE ${where.sql} AND state IN ('final', 'estimated', 'unknown')`).get(...where.values)
  const priced = groups.reduce((sum, { requests }) => sum + requests, 0)
  return { groups, leftOut: Number(all?.['requests']) - priced }
}

function sumsOf(row: z.infer<typeof Sums>, rates: Rates | null): RequestSums {
  return {
    requests: row.requests,
    actual: row.actual,
    long: row.long === 1,
    serviceTier: row.service_tier,
    rates: rates ?? Rates.parse(fromExactJson(row.rates ?? '')),
    promptTokens: row.prompt,
    cachedTokens: row.cached,
    imageTokens: row.image,
    answerTokens: row.answer,
    reasoningTokens: row.reasoning,
    sources: row.sources,
    serverToolCalls: row.tools,
  }
}
