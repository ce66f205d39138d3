import type { Workload } from './workload.ts'

const noImages: Workload['images'] = { count: 0, width: 1024, height: 1024, formula: 'patches-32' }

const chat: Workload = {
  requestsPerDay: 2_000,
  promptTokens: 1_800,
  cachedShare: 6_000,
  images: noImages,
  answerTokens: 350,
  reasoning: { kind: 'tokens', tokens: 150 },
}

/**
 * Starting points for common work. The numbers are rounded orders of magnitude of our own, made to be changed: a chat
 * re-sends its history, retrieval puts long fresh passages into each prompt, an agent re-reads the same files.
 */
export const workloadPresets = {
  chat,
  rag: {
    requestsPerDay: 5_000,
    promptTokens: 12_000,
    cachedShare: 1_500,
    images: noImages,
    answerTokens: 450,
    reasoning: { kind: 'tokens', tokens: 200 },
  },
  agent: {
    requestsPerDay: 3_000,
    promptTokens: 60_000,
    cachedShare: 8_500,
    images: noImages,
    answerTokens: 900,
    reasoning: { kind: 'share', share: 7_000 },
  },
  extraction: {
    requestsPerDay: 20_000,
    promptTokens: 2_500,
    cachedShare: 4_000,
    images: noImages,
    answerTokens: 180,
    reasoning: { kind: 'tokens', tokens: 0 },
  },
  vision: {
    requestsPerDay: 1_000,
    promptTokens: 600,
    cachedShare: 2_000,
    images: { count: 2, width: 1_280, height: 720, formula: 'patches-32' },
    answerTokens: 300,
    reasoning: { kind: 'tokens', tokens: 100 },
  },
} as const satisfies Record<string, Workload>
export type PresetName = keyof typeof workloadPresets

export const presetNames = ['chat', 'rag', 'agent', 'extraction', 'vision'] as const satisfies PresetName[]

/** What the view starts with. */
export const DEFAULT_WORKLOAD: Workload = chat

/** The preset that a workload equals in every number, or `null`. */
export function presetOf(workload: Workload): PresetName | null {
  return presetNames.find((name) => isSame(workloadPresets[name], workload)) ?? null
}

function isSame(one: Workload, other: Workload): boolean {
  return JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other))
}

function inOrder({ images, reasoning, ...counts }: Workload): unknown[] {
  return [
    counts.requestsPerDay,
    counts.promptTokens,
    counts.cachedShare,
    counts.answerTokens,
    // Without images their size means nothing.
    images.count === 0 ? 0 : [images.count, images.width, images.height, images.formula],
    reasoning.kind === 'tokens' ? reasoning.tokens : [reasoning.share],
  ]
}
