/** Counts of an OpenAI-shaped usage object as told; `null` = not told, or not a count. */
export type ToldCounts = {
  prompt: number | null
  cached: number | null
  output: number | null
  reasoning: number | null
  total: number | null
}

/** The whole prompt with the cached part inside it, and all output that is billed. */
export type WholeCounts = { prompt: number | null; cached: number | null; billedOutput: number | null }

/** Where an endpoint puts reasoning: inside the output count, or on top of it (reference 5.2). */
export type ReasoningPlace = 'inside' | 'on-top'

/**
 * Brings the two ways of counting cached and reasoning tokens into one. Servers differ, so what adds up to the total
 * decides (reference 5.2): first the endpoint's own way, then reasoning in the other place (a proxy that rewrites
 * usage), then a prompt count that leaves cached tokens out. When nothing adds up, the endpoint's own way holds, and
 * cached tokens are cut to the prompt. Without a total, more cached than prompt tokens means that they were left out.
 */
export function wholeCounts(told: ToldCounts, place: ReasoningPlace): WholeCounts {
  const outputs = possibleOutputs(told, place)
  const prompts = possiblePrompts(told)
  const fits = prompts.flatMap((prompt) => outputs.map((output) => ({ prompt, output })))
  const fitting = fits.find(({ prompt, output }) => prompt + output === told.total)
  const left = told.total === null && (told.cached ?? 0) > (told.prompt ?? 0)
  const prompt = fitting?.prompt ?? (left ? (prompts.at(-1) ?? null) : told.prompt)
  return {
    prompt,
    cached: told.cached === null || prompt === null ? told.cached : Math.min(told.cached, prompt),
    billedOutput: fitting?.output ?? outputs[0] ?? null,
  }
}

/**
 * Reasoning of an answer that does not tell it, as a gateway that keeps only the three sums of OpenAI's form: in chat the
 * total is prompt, completion and reasoning (reference 5.2), so it is what the other two leave. `null` when they leave
 * nothing, or just the cached tokens.
 */
export function untoldReasoning({ prompt, cached, output, reasoning, total }: ToldCounts): number | null {
  if (reasoning !== null || prompt === null || output === null || total === null) return null
  const left = total - prompt - output
  return left > 0 && left !== cached ? left : null
}

function possiblePrompts({ prompt, cached }: ToldCounts): number[] {
  if (prompt === null) return []
  return [prompt, prompt + (cached ?? 0)].filter(Number.isSafeInteger)
}

/** Reasoning that is more than the whole output cannot be inside it. */
function possibleOutputs({ output, reasoning }: ToldCounts, place: ReasoningPlace): number[] {
  if (output === null) return []
  const onTop = output + (reasoning ?? 0)
  const possible = place === 'on-top' ? [onTop, output] : [output, onTop]
  return possible.filter((count) => Number.isSafeInteger(count) && count >= (reasoning ?? 0))
}
