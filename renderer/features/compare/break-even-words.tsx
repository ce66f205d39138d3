import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { assertNever } from '../../../shared/assert-never.ts'
import type { Candidate } from '../../../shared/compare/candidate.ts'
import type { Crossing } from '../../../shared/compare/crossing.ts'
import type { Cheaper, Segment } from '../../../shared/compare/segment.ts'
import { mostTokens, tokensAt, tokensNow, type Variable } from '../../../shared/compare/variable.ts'
import { usageOf, type Workload } from '../../../shared/compare/workload.ts'
import { costOf } from '../../../shared/pricing/cost.ts'
import { usdText } from '../../app/spend/usd-text.ts'
import { TextWithIds } from './text-with-ids.tsx'
import { type PlaceTexts, usePlaceTexts } from './use-place-texts.ts'

type Pair = readonly [Candidate, Candidate]
type BreakEvenWordsProps = {
  pair: Pair
  workload: Workload
  variable: Variable
  crossings: readonly Crossing[]
  segments: readonly Segment[]
}

/** The break-even in sentences, with the exact costs on both sides of each crossing. */
export function BreakEvenWords({ pair, crossings, segments, ...how }: BreakEvenWordsProps): ReactNode {
  const { t } = useTranslation('compare')
  const places = usePlaceTexts(how.variable, how.workload)
  const ids = (sentence: string) => <TextWithIds text={sentence} ids={[pair[0].name, pair[1].name]} />
  const say = speaker(t, places, pair, how.workload, how.variable)
  return (
    <div className="break-even-words" data-explain="break-even">
      {crossings.length === 0 && <p>{ids(say.never(segments[0]?.cheaper ?? 'same'))}</p>}
      {crossings.map((crossing) => (
        <p key={crossing.above}>
          <strong>{ids(say.change(crossing))}</strong> {ids(say.proof(crossing))}
        </p>
      ))}
      <p className="quiet">{ids(say.now())}</p>
    </div>
  )
}

/** The sentences about one pair. */
function speaker(
  t: TFunction<'compare'>,
  places: PlaceTexts,
  [a, b]: Pair,
  workload: Workload,
  variable: Variable,
) {
  const cost = (candidate: Candidate, tokens: number) =>
    usdText(costOf(usageOf(tokensAt(workload, variable, tokens)), candidate.rates).total)
  const nameOf = (cheaper: Cheaper) => (cheaper === 'a' ? a.name : b.name)
  return {
    never: (cheaper: Cheaper) =>
      cheaper === 'same'
        ? t('breakEven.same')
        : t('breakEven.never', {
            model: nameOf(cheaper),
            from: places.full(0),
            to: places.full(mostTokens(workload, variable)),
          }),
    change: ({ at, before, after }: Crossing) => {
      if (after === 'same') return t('breakEven.becomesSame', { place: places.full(at) })
      const model = nameOf(after)
      return before === 'same'
        ? t('breakEven.stopsSame', { place: places.full(at), model })
        : t('breakEven.becomes', { place: places.full(at), model })
    },
    proof: ({ kind, at, above, below }: Crossing) => {
      switch (kind) {
        case 'equal':
          return t('breakEven.equal', { place: places.full(above), amount: cost(a, above) })
        case 'between':
          return t('breakEven.between', {
            exact: places.count(at),
            below: places.count(below),
            above: places.count(above),
            first: a.name,
            second: b.name,
            firstBelow: cost(a, below),
            secondBelow: cost(b, below),
            firstAbove: cost(a, above),
            secondAbove: cost(b, above),
          })
        case 'jump':
          return t('breakEven.jump', { place: places.full(above) })
        default:
          return assertNever(kind)
      }
    },
    now: () => {
      const tokens = tokensNow(workload, variable)
      return t('breakEven.now', {
        place: places.full(tokens),
        first: a.name,
        second: b.name,
        firstAmount: cost(a, tokens),
        secondAmount: cost(b, tokens),
      })
    },
  }
}
