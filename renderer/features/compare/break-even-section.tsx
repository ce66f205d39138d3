import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { breakEven } from '../../../shared/compare/break-even.ts'
import type { Candidate } from '../../../shared/compare/candidate.ts'
import { isComparable, type Sheet, type SheetRow } from '../../../shared/compare/cost-sheet.ts'
import { type Variable, variables } from '../../../shared/compare/variable.ts'
import type { Workload } from '../../../shared/compare/workload.ts'
import { Segmented } from '../../ui/segmented.tsx'
import { BreakEvenPicture } from './break-even-picture.tsx'
import { BreakEvenWords } from './break-even-words.tsx'
import type { ImageActions } from './use-file-actions.ts'

type BreakEvenSectionProps = {
  sheet: Sheet
  variable: Variable
  /** Whom the address names; `null` where it names nobody. */
  first: string | null
  second: string | null
  onVariable: (variable: Variable) => void
  onPair: (first: string, second: string) => void
  images: ImageActions
}

/** Where one of two models becomes cheaper than the other: in exact words, and drawn. */
export function BreakEvenSection(props: BreakEvenSectionProps): ReactNode {
  const { t } = useTranslation('compare')
  const { sheet, variable, images } = props
  const pair = chosenPair(sheet.rows, [props.first, props.second])
  return (
    <section className="compare-section break-even" aria-label={t('breakEven.heading')}>
      <header className="compare-head">
        <h2>{t('breakEven.heading')}</h2>
        <Segmented
          label={t('breakEven.variable')}
          value={variable}
          options={variables.map((value) => ({ value, label: t(`breakEven.variables.${value}`) }))}
          onChange={props.onVariable}
        />
      </header>
      {pair === null ? (
        <p className="quiet">{t('breakEven.needTwo')}</p>
      ) : (
        <>
          <PairPicker rows={sheet.rows} pair={pair} onChange={props.onPair} />
          <BreakEvenOfPair pair={pair} workload={sheet.workload} variable={variable} images={images} />
        </>
      )}
    </section>
  )
}

/** The pair of the address; where one of it is not there, the first models that can be compared. */
function chosenPair(
  rows: readonly SheetRow[],
  [first, second]: readonly [string | null, string | null],
): readonly [Candidate, Candidate] | null {
  const all = rows.map(({ candidate }) => candidate)
  const comparable = rows.filter(isComparable).map(({ candidate }) => candidate)
  const named = (name: string | null) => all.find((candidate) => candidate.name === name)
  const a = named(first) ?? comparable.find(({ name }) => name !== second) ?? all[0]
  const cost = (name: string | undefined) =>
    rows.find(({ candidate }) => candidate.name === name)?.cost.request.total
  // Two that cost the same have no crossing to show, so the first one with another cost is taken.
  const others = comparable.filter(({ name }) => cost(name) !== cost(a?.name))
  const b = named(second) ?? [...others, ...comparable, ...all].find(({ name }) => name !== a?.name)
  return a === undefined || b === undefined || a === b ? null : [a, b]
}

type PairPickerProps = {
  rows: readonly SheetRow[]
  pair: readonly [Candidate, Candidate]
  onChange: (first: string, second: string) => void
}

function PairPicker({ rows, pair: [a, b], onChange }: PairPickerProps): ReactNode {
  const { t } = useTranslation('compare')
  const select = (label: string, value: string, other: string, choose: (name: string) => void) => (
    <label>
      {label}
      <select value={value} onChange={(event) => choose(event.currentTarget.value)}>
        {rows.map(({ candidate: { name } }) => (
          <option key={name} value={name} disabled={name === other}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
  return (
    <div className="pair-picker">
      {select(t('breakEven.a'), a.name, b.name, (name) => onChange(name, b.name))}
      {select(t('breakEven.b'), b.name, a.name, (name) => onChange(a.name, name))}
    </div>
  )
}

type BreakEvenOfPairProps = {
  pair: readonly [Candidate, Candidate]
  workload: Workload
  variable: Variable
  images: ImageActions
}

function BreakEvenOfPair({ pair: [a, b], workload, variable, images }: BreakEvenOfPairProps): ReactNode {
  const { t } = useTranslation('compare')
  const result = useMemo(() => breakEven(a.rates, b.rates, workload, variable), [a, b, workload, variable])
  if (result.kind === 'not-comparable') return <p>{t('breakEven.notComparable')}</p>
  const shared = { pair: [a, b], workload, variable, crossings: result.crossings } as const
  return (
    <>
      <BreakEvenWords {...shared} segments={result.segments} />
      <BreakEvenPicture {...shared} images={images} />
    </>
  )
}
