import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { resolveModel } from '../../../shared/catalog/alias.ts'
import type { LanguageModel } from '../../../shared/catalog/model.ts'
import type { Attempt } from '../../../shared/contract/attempt.ts'
import { formatUsd } from '../../../shared/money/ticks.ts'
import { type Difference, explainDifference } from '../../../shared/pricing/difference.ts'
import { ratesOf } from '../../../shared/pricing/rates.ts'
import { useCatalog } from '../../app/use-catalog.ts'

/** Says whether the bill and the computed cost agree, and if not, by how much and why. Nothing when one is unknown. */
export function BillDifference({ attempt }: { attempt: Attempt }): ReactNode {
  const { state } = useCatalog()
  const models = state.kind === 'known' ? state.catalog.models : []
  const difference = differenceOf(attempt, models)
  return difference === null ? null : <DifferenceWords difference={difference} />
}

/** A lower bound cannot differ from a bill in a way that means something: only complete costs are compared. */
function differenceOf(attempt: Attempt, models: readonly LanguageModel[]): Difference | null {
  const { usage, rates, computed, askedModel, servedModel, serviceTier } = attempt
  if (usage === null || usage.billed === null || rates === null || computed?.complete !== true) return null
  const asked = resolveModel(askedModel, models)
  const named = servedModel === null ? null : resolveModel(servedModel, models)
  // A complete cost is by the served model's own price, so a name that is not listed is the one asked for with an effort.
  const served = named?.kind === 'unknown' ? asked : named
  const another = asked.kind !== 'unknown' && served !== null && idOf(asked) !== idOf(served)
  return explainDifference({
    computed,
    billed: usage.billed,
    usage,
    rates,
    serviceTier,
    askedModel: idOf(asked),
    servedModel: served === null ? null : idOf(served),
    otherRates: another ? [ratesOf(asked.model)] : [],
  })
}

function idOf(resolution: ReturnType<typeof resolveModel>): string {
  return resolution.kind === 'unknown' ? resolution.name : resolution.model.id
}

function DifferenceWords({ difference }: { difference: Difference }): ReactNode {
  const { t } = useTranslation('playground')
  const { kind, delta } = difference
  if (kind === 'equal') return <p className="bill-agrees">{t('difference.equal')}</p>
  const amount = formatUsd(delta < 0n ? -delta : delta)
  const size = delta > 0n ? t('difference.more', { amount }) : t('difference.less', { amount })
  return (
    <p className="bill-differs" data-explain="bill-difference">
      {size} <Reason difference={difference} />
    </p>
  )
}

function Reason({ difference }: { difference: Exclude<Difference, { kind: 'equal' }> }): ReactNode {
  const { t } = useTranslation('playground')
  if (difference.kind === 'unknown') return t('difference.unknown')
  return t(`difference.${difference.proven ? 'proven' : 'likely'}.${difference.kind}`)
}
