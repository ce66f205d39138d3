import { fieldOf, isEntry, type JsonEntry, wholeNumber } from '../catalog/json-entry.ts'
import { count, countAt, sum } from './usage-field.ts'
import type { TokenUsage } from './usage-schema.ts'

/** What a usage object says beside tokens: sources, tool calls and the bill; `null` = not told (reference 5.2, 6.3). */
export function extrasOf(usage: JsonEntry): Pick<TokenUsage, 'sources' | 'serverToolCalls' | 'billed'> {
  const ticks = wholeNumber(fieldOf(usage, 'cost_in_usd_ticks'))
  return {
    sources: countAt(usage, ['num_sources_used']),
    serverToolCalls: countAt(usage, ['num_server_side_tools_used']) ?? toolCallsIn(usage),
    billed: ticks === null ? null : BigInt(ticks),
  }
}

/** Calls by kind of tool, for answers that do not give their number. */
function toolCallsIn(usage: JsonEntry): number | null {
  const byTool = fieldOf(usage, 'server_side_tool_usage_details')
  return isEntry(byTool) ? sum(Object.values(byTool).map(count)) : null
}
