import { type ImageFormula, imageFormulas } from './image-tokens.ts'
import { DEFAULT_WORKLOAD } from './presets.ts'
import { WORKLOAD_LIMITS, type Workload, type WorkloadImages, type WorkloadReasoning } from './workload.ts'

/** The keys of an address that hold a workload. */
export const workloadKeys = [
  'requests',
  'prompt',
  'cached',
  'answer',
  'reasoning',
  'images',
  'imageTokens',
] as const
type WorkloadKey = (typeof workloadKeys)[number]

/**
 * A workload as the texts of an address: counts in digits, shares in hundredths of a percent, reasoning with the unit
 * `t` (tokens) or `s` (share), images as `2x1280x720`. `readWorkload` gives exactly the same workload back.
 */
export function workloadTexts(workload: Workload): Record<WorkloadKey, string> {
  const { images, reasoning } = workload
  return {
    requests: String(workload.requestsPerDay),
    prompt: String(workload.promptTokens),
    cached: String(workload.cachedShare),
    answer: String(workload.answerTokens),
    reasoning: reasoning.kind === 'tokens' ? `${reasoning.tokens}t` : `${reasoning.share}s`,
    images: `${images.count}x${images.width}x${images.height}`,
    imageTokens: images.formula,
  }
}

/** What is read of an address: `URLSearchParams`, which this realm does not have. */
type AddressTexts = { get(key: string): string | null }

/**
 * The workload in an address. Never throws: what is missing or senseless is as in the default workload, and a number
 * above its limit is the limit.
 */
export function readWorkload(address: AddressTexts): Workload {
  const count = (key: WorkloadKey, limit: number, otherwise: number) =>
    readCount(address.get(key), limit) ?? otherwise
  return {
    requestsPerDay: count('requests', WORKLOAD_LIMITS.requestsPerDay, DEFAULT_WORKLOAD.requestsPerDay),
    promptTokens: count('prompt', WORKLOAD_LIMITS.promptTokens, DEFAULT_WORKLOAD.promptTokens),
    cachedShare: count('cached', WORKLOAD_LIMITS.cachedShare, DEFAULT_WORKLOAD.cachedShare),
    answerTokens: count('answer', WORKLOAD_LIMITS.answerTokens, DEFAULT_WORKLOAD.answerTokens),
    reasoning: readReasoning(address.get('reasoning')) ?? DEFAULT_WORKLOAD.reasoning,
    images: {
      ...(readImages(address.get('images')) ?? DEFAULT_WORKLOAD.images),
      formula: readFormula(address.get('imageTokens')),
    },
  }
}

/** A whole number from 0 to `limit` written in digits; larger ones become the limit. */
function readCount(text: string | null | undefined, limit: number): number | null {
  return text && /^\d{1,12}$/.test(text) ? Math.min(Number(text), limit) : null
}

function readReasoning(text: string | null): WorkloadReasoning | null {
  const [, digits, unit] = /^(\d+)([ts])$/.exec(text ?? '') ?? []
  if (unit === 's') {
    const share = readCount(digits, WORKLOAD_LIMITS.reasoningShare)
    return share === null ? null : { kind: 'share', share }
  }
  const tokens = readCount(digits, WORKLOAD_LIMITS.reasoningTokens)
  return tokens === null ? null : { kind: 'tokens', tokens }
}

function readImages(text: string | null): Omit<WorkloadImages, 'formula'> | null {
  const [, many, wide, high] = /^(\d+)x(\d+)x(\d+)$/.exec(text ?? '') ?? []
  const count = readCount(many, WORKLOAD_LIMITS.imageCount)
  const width = readCount(wide, WORKLOAD_LIMITS.imageSide)
  const height = readCount(high, WORKLOAD_LIMITS.imageSide)
  if (count === null || width === null || height === null) return null
  return { count, width: Math.max(1, width), height: Math.max(1, height) }
}

function readFormula(text: string | null): ImageFormula {
  return imageFormulas.find((formula) => formula === text) ?? DEFAULT_WORKLOAD.images.formula
}
