import type { Era } from './demo-model.ts'
import type { Generation } from './generation.ts'

/**
 * `usage` of a chat completion (reference 5.2): reasoning is on top of `completion_tokens`. `completion` counts what has
 * been sent so far, for the era that repeats usage in every chunk.
 */
export function chatUsage(
  generation: Generation,
  era: Era,
  completion = generation.counts.completion,
): object {
  const { prompt, image, cached, reasoning, sources } = generation.counts
  return {
    prompt_tokens: prompt,
    completion_tokens: completion,
    total_tokens: prompt + completion + reasoning,
    prompt_tokens_details: {
      text_tokens: prompt - image,
      audio_tokens: 0,
      image_tokens: image,
      cached_tokens: cached,
    },
    ...(era === 'A' ? {} : laterDetails(reasoning, sources)),
    ...(generation.ticks === null ? {} : { cost_in_usd_ticks: Number(generation.ticks) }),
  }
}

function laterDetails(reasoning: number, sources: number): object {
  return {
    completion_tokens_details: {
      reasoning_tokens: reasoning,
      audio_tokens: 0,
      accepted_prediction_tokens: 0,
      rejected_prediction_tokens: 0,
    },
    num_sources_used: sources,
  }
}
