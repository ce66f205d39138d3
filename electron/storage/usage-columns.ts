import type { SQLInputValue } from 'node:sqlite'
import { z } from 'zod'
import type { TokenUsage } from '../../shared/usage/usage-schema.ts'
import { Flag, Whole } from './statements.ts'

const Count = Whole.nullable()

/** What a request used, as `attempt` and `ledger` hold it: `usage_told` parts no usage at all from one without counts. */
export const UsageRow = z.object({
  usage_told: Flag,
  prompt_tokens: Count,
  cached_tokens: Count,
  image_tokens: Count,
  answer_tokens: Count,
  reasoning_tokens: Count,
  billed_output_tokens: Count,
  total_tokens: Count,
  sources: Count,
  server_tool_calls: Count,
  billed_ticks: z.bigint().nullable(),
})

/** `bounded` leaves out a bill that the table cannot hold, `counted` counts that nobody believes. */
export function usageColumns(
  usage: TokenUsage | null,
  bounded: (ticks: bigint | null) => bigint | null,
  counted = (tokens: number | null) => tokens,
): Record<string, SQLInputValue> {
  return {
    usage_told: usage ? 1 : 0,
    prompt_tokens: counted(usage?.promptTokens ?? null),
    cached_tokens: counted(usage?.cachedTokens ?? null),
    image_tokens: counted(usage?.imageTokens ?? null),
    answer_tokens: counted(usage?.answerTokens ?? null),
    reasoning_tokens: counted(usage?.reasoningTokens ?? null),
    billed_output_tokens: counted(usage?.billedOutputTokens ?? null),
    total_tokens: counted(usage?.totalTokens ?? null),
    sources: counted(usage?.sources ?? null),
    server_tool_calls: counted(usage?.serverToolCalls ?? null),
    billed_ticks: bounded(usage?.billed ?? null),
  }
}

export function usageOf(row: z.infer<typeof UsageRow>): TokenUsage | null {
  if (!row.usage_told) return null
  return {
    promptTokens: row.prompt_tokens,
    cachedTokens: row.cached_tokens,
    imageTokens: row.image_tokens,
    answerTokens: row.answer_tokens,
    reasoningTokens: row.reasoning_tokens,
    billedOutputTokens: row.billed_output_tokens,
    totalTokens: row.total_tokens,
    sources: row.sources,
    serverToolCalls: row.server_tool_calls,
    billed: row.billed_ticks,
  }
}
