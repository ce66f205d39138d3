import { resolveModel } from '../../shared/catalog/alias.ts'
import type { Catalog } from '../../shared/contract/catalog.ts'
import type { Estimates } from '../../shared/contract/estimates.ts'
import { calibrate } from '../../shared/estimate/calibration.ts'
import { type EstimateSample, newest } from '../../shared/estimate/estimate-sample.ts'
import {
  estimatePrompt,
  learnedEstimate,
  type RawPrompt,
  rawPrompt,
} from '../../shared/estimate/prompt-estimate.ts'
import { TEXT_KINDS } from '../../shared/estimate/text-kind.ts'
import type { TokenUsage } from '../../shared/usage/usage-schema.ts'
import { catalogScopeOf } from './catalog-scope.ts'
import { editedText } from './edited-text.ts'
import type { EstimateStore } from './estimate-store.ts'
import { type Clock, ServiceFailure, type Target } from './ports.ts'
import type { ReportBug } from './report-bug.ts'

export type EstimatesPorts = {
  store: EstimateStore
  connection: { target(): Promise<Target> }
  catalog: { read(): Promise<Catalog> }
  clock: Clock
  reportBug: ReportBug
  /** Something was learned. */
  changed: () => void
}

/** A request that came to its end: what was sent, and the usage the server told. */
export type FinalRequest = {
  target: Target
  model: string
  prompt: RawPrompt
  usage: TokenUsage | null
}

export type EstimatesService = {
  /** Everything learned of the server in use. Throws what storing throws. */
  read(): Promise<Estimates>
  /** What a prompt is likely to count, hidden tokens included; never throws, `0` when storing fails. */
  promptTokens(request: { target: Target; modelId: string; prompt: RawPrompt }): number
  /** An exact count came: compares it with what would have been said before. Never throws. */
  learnFromCount(counted: { target: Target; model: string; text: string; tokens: number }): Promise<void>
  /** A request was billed. One whose prompt holds more than texts (images, tools) teaches nothing. Never throws. */
  learnFromRequest(request: FinalRequest): Promise<void>
}

/** Compares every estimate with the truth that came after it, and keeps the comparison. Tokens are whole numbers. */
export function createEstimatesService(ports: EstimatesPorts): EstimatesService {
  const { store, connection, catalog, clock, reportBug, changed } = ports
  const isEdit = editedText()

  async function learn(source: EstimateSample['source'], said: Said): Promise<void> {
    try {
      const { target, prompt, edited, actual } = said
      const { raw, kind } = prompt
      if (raw === 0 || actual === 0) return
      const origin = catalogScopeOf(target).origin
      const model = idOf(said.model, await catalog.read(), target)
      const known = store.load(origin).find((one) => one.model === model)?.samples ?? []
      const calibration = calibrate(known)
      const text = learnedEstimate(raw, kind, calibration).tokens
      const estimated = source === 'count' ? text : text + (calibration.overhead?.tokens ?? 0)
      const instead = edited !== null && isEdit(`${origin} ${model} ${kind}`, edited)
      store.add(origin, model, { source, kind, raw, estimated, actual, at: clock.now() }, instead)
      changed()
    } catch (error) {
      // What a disk refuses costs one comparison; the count or the answer it came from is what matters.
      if (!(error instanceof ServiceFailure)) reportBug('estimates', error)
    }
  }

  return {
    async read() {
      const target = await connection.target()
      const models = store
        .load(catalogScopeOf(target).origin)
        .map(({ model, samples }) => ({ model, samples: lookedAt(samples) }))
      return { host: new URL(target.baseUrl).host, demo: target.demo, models }
    },
    promptTokens({ target, modelId, prompt }) {
      try {
        const known = store.load(catalogScopeOf(target).origin).find((one) => one.model === modelId)
        return estimatePrompt(prompt, calibrate(known?.samples ?? [])).total
      } catch (error) {
        if (!(error instanceof ServiceFailure)) reportBug('estimates', error)
        return 0
      }
    },
    learnFromCount: ({ target, model, text, tokens }) =>
      learn('count', { target, model, prompt: rawPrompt([text]), edited: text, actual: tokens }),
    async learnFromRequest({ target, model, prompt, usage }) {
      if (usage === null || usage.promptTokens === null || hasMoreThanText(usage)) return
      await learn('request', { target, model, prompt, edited: null, actual: usage.promptTokens })
    },
  }
}

/** What `calibrate` looks at, in order: the rest is not worth sending. */
function lookedAt(samples: readonly EstimateSample[]): EstimateSample[] {
  const kept = new Set([
    ...newest(samples, ({ source }) => source === 'request'),
    ...TEXT_KINDS.flatMap((kind) =>
      newest(samples, (sample) => sample.source === 'count' && sample.kind === kind),
    ),
  ])
  return samples.filter((sample) => kept.has(sample))
}

/** `edited`: a text that may be the one before it, further written. */
type Said = { target: Target; model: string; prompt: RawPrompt; edited: string | null; actual: number }

function hasMoreThanText({ imageTokens, sources, serverToolCalls }: TokenUsage): boolean {
  return [imageTokens, sources, serverToolCalls].some((count) => (count ?? 0) > 0)
}

/** Aliases move, tokenizers belong to models: what is learned is kept by id where the list knows it. */
function idOf(name: string, { host, models }: Catalog, target: Target): string {
  const found = resolveModel(name, host === new URL(target.baseUrl).host ? models : [])
  return found.kind === 'unknown' ? name : found.model.id
}
