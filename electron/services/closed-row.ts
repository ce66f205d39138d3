import { createHash } from 'node:crypto'
import { assertNever } from '../../shared/assert-never.ts'
import type { Attempt } from '../../shared/contract/attempt.ts'
import type { Failure } from '../../shared/contract/failure.ts'
import { costsNothing } from '../../shared/ledger/costs-nothing.ts'
import type { EstimateMethod, LedgerDifference } from '../../shared/ledger/ledger-row.ts'
import { costOf } from '../../shared/pricing/cost.ts'
import { explainDifference } from '../../shared/pricing/difference.ts'
import type { Cost, Rates } from '../../shared/pricing/price-schema.ts'
import type { TokenUsage } from '../../shared/usage/usage-schema.ts'
import type { ClosedRow } from './ledger-ports.ts'

/** What else is known of the last try. */
type KnownOfTry = {
  /** What the app reckons that an answer used whose usage was never told; `null` = it cannot say. */
  estimate: () => TokenUsage | null
  /** The server has said that it works on it. */
  isAccepted: boolean
}

/** How the row of the last try ends, from the attempt as it is settled (reliability B3). */
export function closedRow(attempt: Attempt, known: KnownOfTry, quirks: readonly string[]): ClosedRow {
  const { estimate } = known
  const { state } = attempt
  const rest = restOf(attempt, quirks)
  switch (state.kind) {
    case 'complete': {
      const finishReason = state.finishReason
      if (attempt.usage === null) return { ...rest, ...estimated(attempt, estimate), finishReason }
      const { rates, ratesFor, serviceTier, usage } = attempt
      return { ...rest, ...finalOf({ usage, rates, ratesFor, serviceTier, attempt }), finishReason }
    }
    case 'stopped':
      // With a bill the rest of it was read silently after the person stopped it.
      if ((attempt.usage?.billed ?? null) === null) {
        const row = estimated(attempt, estimate)
        // What the server works on whole is made whole, whether it is fetched or not.
        return { ...rest, ...row, complete: row.complete && !known.isAccepted }
      }
      return { ...rest, ...finalOf({ ...attempt, usage: attempt.usage, attempt }) }
    case 'cut-off':
      return { ...rest, ...estimated(attempt, estimate), errorCode: state.failure.code }
    case 'failed':
      if (known.isAccepted) return { ...rest, ...UNKNOWN, errorCode: state.failure.code }
      return { ...rest, ...refusedOrUnknown(state.failure) }
    case 'unknown':
    case 'pending':
    case 'streaming':
      return { ...rest, ...UNKNOWN }
    default:
      return assertNever(state)
  }
}

/** How the row of a try ends that was refused, or never arrived, before the next one. */
export function refusedRow(failure: Failure, durationMs: number | null): ClosedRow {
  return {
    ...{ servedModel: null, usage: null, rates: null, ratesFor: 'asked', serviceTier: null },
    ...{ firstTokenMs: null, durationMs: wholeMs(durationMs), finishReason: null, quirks: [] },
    ...refusedOrUnknown(failure),
    requestId: failure.requestId,
  }
}

/** A short digest: equal parameters have equal ones, whatever the order of their names. */
export function parametersHash(parameters: object): string | null {
  const sorted = Object.entries(parameters)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  if (sorted.length === 0) return null
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex').slice(0, 16)
}

const UNPRICED = { computed: null, difference: null, spent: 0n } as const
const UNKNOWN = { state: 'unknown', method: null, ...UNPRICED, complete: false } as const

function refusedOrUnknown(failure: Failure) {
  const errorCode = failure.code
  if (!costsNothing(failure)) return { ...UNKNOWN, errorCode }
  return { state: 'rejected', method: null, ...UNPRICED, complete: true, errorCode } as const
}

function restOf(attempt: Attempt, quirks: readonly string[]) {
  const { servedModel, usage, rates, ratesFor, serviceTier, requestId } = attempt
  return {
    ...{ servedModel, usage, rates, ratesFor, serviceTier, requestId },
    firstTokenMs: wholeMs(attempt.firstTokenMs),
    durationMs: wholeMs(attempt.durationMs),
    ...{ finishReason: null, errorCode: null, quirks: [...quirks] },
  }
}

type Told = {
  usage: TokenUsage | null
  rates: Rates | null
  ratesFor: Attempt['ratesFor']
  serviceTier: string | null
  attempt: Attempt
}

function finalOf({ usage, rates, ratesFor, serviceTier, attempt }: Told) {
  const computed = usage && rates ? costOf(usage, rates, { serviceTier }) : null
  const billed = usage?.billed ?? null
  const isWhole = computed?.complete === true && ratesFor !== 'instead'
  return {
    ...({ state: 'final', method: null } as const),
    computed: computed && { ...computed, complete: isWhole },
    difference: usage && rates && computed && differenceOf(usage, rates, computed, attempt),
    spent: billed ?? computed?.total ?? 0n,
    complete: billed !== null || isWhole,
  }
}

function differenceOf(
  usage: TokenUsage,
  rates: Rates,
  computed: Cost,
  attempt: Attempt,
): LedgerDifference | null {
  if (usage.billed === null) return null
  // Names are not compared: whether an alias stands for the model that served is for the model list to say.
  const found = explainDifference({
    ...{ computed, billed: usage.billed, usage, rates, serviceTier: attempt.serviceTier },
  })
  return {
    ticks: found.delta,
    reason: found.kind,
    proven: found.kind === 'equal' || ('proven' in found && found.proven),
  }
}

/** Usage that came before the end is used as far as it goes; for the rest the texts are all there is to go by. */
function estimated(attempt: Attempt, estimate: KnownOfTry['estimate']) {
  const told = attempt.usage
  const isWhole = told !== null && told.promptTokens !== null && told.billedOutputTokens !== null
  const usage = isWhole ? told : withTold(estimate(), told)
  const { rates, serviceTier, ratesFor } = attempt
  if (usage === null || rates === null) return { ...UNKNOWN, usage }
  const method: EstimateMethod = isWhole ? 'usage-so-far' : 'text-estimate'
  const computed = costOf({ ...usage, billed: null }, rates, { serviceTier })
  const complete = computed.complete && ratesFor !== 'instead'
  return {
    ...({ state: 'estimated', method, usage, difference: null } as const),
    computed: { ...computed, complete },
    ...{ spent: computed.total, complete },
  }
}

/** The prompt or the output as the server told it in place of what was reckoned. */
function withTold(reckoned: TokenUsage | null, told: TokenUsage | null): TokenUsage | null {
  if (reckoned === null || told === null) return reckoned ?? told
  const { promptTokens, cachedTokens, imageTokens, billedOutputTokens, answerTokens, reasoningTokens } = told
  const usage = {
    ...reckoned,
    ...(promptTokens !== null && { promptTokens, cachedTokens, imageTokens }),
    ...(billedOutputTokens !== null && { billedOutputTokens, answerTokens, reasoningTokens }),
    ...{ sources: told.sources, serverToolCalls: told.serverToolCalls },
  }
  return { ...usage, totalTokens: (usage.promptTokens ?? 0) + (usage.billedOutputTokens ?? 0) }
}

function wholeMs(ms: number | null): number | null {
  return ms === null ? null : Math.max(0, Math.round(ms))
}
