import { type EstimateSample, newest } from './estimate-sample.ts'
import { medianSlope, type Weighted, weightedMedian } from './median.ts'
import { TEXT_KINDS, type TextKind } from './text-kind.ts'

/** What the ratio was learned from; `nothing`: it is 1. */
type LearnedFrom = 'this-kind' | 'other-kinds' | 'requests' | 'nothing'

export type LearnedRatio = {
  /** Exact tokens for each token of `estimateTokens`. */
  ratio: number
  from: LearnedFrom
  /** Exact counts of this kind of text that were looked at. */
  samples: number
  /** Each of them lay within this part of the exact count (0.02 = 2 %); `null` when they are too few to say. */
  within: number | null
}

export type LearnedOverhead = {
  /** Tokens a request adds to its texts: the hidden system prompt and the format (reference 4, 5.2). */
  tokens: number
  /** Billed requests that were looked at. */
  samples: number
  /** Each of them lay within this part of the billed prompt; `null` when they are too few to say. */
  within: number | null
}

/** What is known of one model. */
export type Calibration = { ratios: Record<TextKind, LearnedRatio>; overhead: LearnedOverhead | null }

/** With fewer samples an error would be a guess about a guess. */
const FEWEST_FOR_ERROR = 3
/** In a shorter text one token more or less is already five percent. */
const SHORTEST_FOR_ERROR = 20
const LOWEST_RATIO = 0.1
const HIGHEST_RATIO = 10
/** Requests tell the ratio only when their prompts differ by so many tokens. */
const PROMPTS_APART = 64

/**
 * Learns from what was counted and billed: per kind of text the median ratio, and the median of what the bill had on
 * top. Medians, because a prompt with something in it that the app does not know of is an outlier, not news. Each error
 * is measured on a sample that its own fit has not seen. Every number is finite, whatever the samples are.
 */
export function calibrate(samples: readonly EstimateSample[]): Calibration {
  const requests = newest(samples, ({ source }) => source === 'request')
  const ratio = (kind: TextKind) => learnedRatio(samples, requests, kind)
  const ratios: Calibration['ratios'] = {
    prose: ratio('prose'),
    code: ratio('code'),
    cjk: ratio('cjk'),
    json: ratio('json'),
  }
  return { ratios, overhead: learnedOverhead(requests, ratios) }
}

function learnedRatio(
  samples: readonly EstimateSample[],
  requests: readonly EstimateSample[],
  kind: TextKind,
): LearnedRatio {
  const own = newest(samples, (sample) => sample.source === 'count' && sample.kind === kind)
  const ratio = ratioOf(own)
  if (ratio !== null) {
    const within = largestError(own, (others) => {
      const seen = ratioOf(others)
      return seen === null ? null : ({ raw }) => seen * raw
    })
    return { ratio, from: 'this-kind', samples: own.length, within }
  }
  const others = TEXT_KINDS.flatMap((other) =>
    newest(samples, (sample) => sample.source === 'count' && sample.kind === other),
  )
  const ofOthers = ratioOf(others)
  if (ofOthers !== null) return { ratio: ofOthers, from: 'other-kinds', samples: 0, within: null }
  const points = requests.map(({ raw, actual }) => ({ x: raw, y: actual }))
  const slope = requests.length < FEWEST_FOR_ERROR ? null : medianSlope(points, PROMPTS_APART)
  return slope === null
    ? { ratio: 1, from: 'nothing', samples: 0, within: null }
    : { ratio: clamped(slope), from: 'requests', samples: 0, within: null }
}

function learnedOverhead(
  requests: readonly EstimateSample[],
  ratios: Calibration['ratios'],
): LearnedOverhead | null {
  const overhead = (seen: readonly EstimateSample[]) =>
    weightedMedian(seen.map((sample) => surplusOf(sample, ratios)))
  const tokens = overhead(requests)
  if (tokens === null) return null
  const within = largestError(requests, (others) => {
    const added = overhead(others)
    return added === null ? null : ({ kind, raw }) => ratios[kind].ratio * raw + Math.max(0, added)
  })
  return { tokens: Math.max(0, Math.round(tokens)), samples: requests.length, within }
}

/**
 * A short prompt tells more: in a long one a small error of the ratio is larger than any overhead. But never so much more
 * that a few of them could outvote all others.
 */
function surplusOf({ kind, raw, actual }: EstimateSample, ratios: Calibration['ratios']): Weighted {
  return { value: actual - ratios[kind].ratio * raw, weight: 1 / (1_000 + raw) }
}

function ratioOf(samples: readonly EstimateSample[]): number | null {
  const ratio = weightedMedian(
    samples.map(({ raw, actual }) => ({ value: actual / raw, weight: Math.sqrt(raw) })),
  )
  return ratio === null ? null : clamped(ratio)
}

function clamped(ratio: number): number {
  return Math.min(HIGHEST_RATIO, Math.max(LOWEST_RATIO, ratio))
}

type Fit = (others: readonly EstimateSample[]) => ((sample: EstimateSample) => number) | null

/** The largest relative error when each sample is foretold from the others; `null` when too few are long enough. */
function largestError(samples: readonly EstimateSample[], foretellFrom: Fit): number | null {
  const errors = samples.flatMap((sample, index) => {
    if (sample.actual < SHORTEST_FOR_ERROR) return []
    const foretell = foretellFrom(samples.filter((_, other) => other !== index))
    return foretell === null ? [] : [Math.abs(foretell(sample) - sample.actual) / sample.actual]
  })
  return errors.length < FEWEST_FOR_ERROR ? null : Math.max(...errors)
}
