import { lazy, type ReactNode, Suspense, useDeferredValue, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { resolveModel } from '../../../shared/catalog/alias.ts'
import type { LanguageModel } from '../../../shared/catalog/model.ts'
import { learnedEstimate } from '../../../shared/estimate/prompt-estimate.ts'
import { type Calibrations, useCalibrations } from '../../app/use-calibrations.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { CostOfText } from './cost/cost-of-text.tsx'
import { Difference } from './difference.tsx'
import { FilesTable } from './files/files-table.tsx'
import { type RawText, useRawText } from './raw-text.ts'
import { SlotModel, SlotText } from './slot-fields.tsx'
import { TokenizerSlot } from './tokenizer-slot.tsx'
import { freshTable, modelOf, type SlotName, type TokenizerState, textOf } from './tokenizer-state.ts'
import type { TokenizerStore } from './tokenizer-store.ts'

const EstimatesPanel = lazy(async () => ({
  default: (await import('./estimates/estimates-panel.tsx')).EstimatesPanel,
}))

type TokenizerContentProps = {
  state: TokenizerState
  store: TokenizerStore
  models: readonly LanguageModel[]
  demo: boolean
}

export function TokenizerContent({ state, store, models, demo }: TokenizerContentProps): ReactNode {
  const { t } = useTranslation('tokenizer')
  const calibrations = useCalibrations(models)
  // A long text is estimated after it is on screen.
  const rawA = useRawText(useDeferredValue(state.a.text))
  const rawB = useRawText(useDeferredValue(textOf(state, 'b')))
  const exact = useMemo(() => exactCounts(state, models), [state, models])
  const shared = { state, store, models, calibrations }
  const counted = (name: SlotName, raw: RawText) => countOf(state, name, raw, calibrations)
  return (
    <>
      {state.layout !== 'two-models' && <SlotModel {...{ state, store, models }} name="a" />}
      {state.layout !== 'two-texts' && <SlotText {...{ state, store }} name="a" />}
      {state.layout !== 'one' && <Difference a={counted('a', rawA)} b={counted('b', rawB)} />}
      <div className="tokenizer-slots" data-two={state.layout !== 'one'}>
        <TokenizerSlot {...shared} name="a" raw={rawA} />
        {state.layout !== 'one' && <TokenizerSlot {...shared} name="b" raw={rawB} />}
      </div>
      {state.files !== null && (
        <FilesTable
          run={state.files}
          {...{ models, demo, calibrations }}
          onCancel={store.files.cancel}
          onClear={store.files.clear}
        />
      )}
      {models.length > 0 && state.a.text !== '' && (
        <CostOfText {...{ models, demo, exact, calibrations }} raw={rawA.tokens} kind={rawA.kind} />
      )}
      <Disclosure label={t('estimates.heading')}>
        <Suspense>
          <EstimatesPanel calibrations={calibrations} demo={demo} model={idOf(modelOf(state, 'a'), models)} />
        </Suspense>
      </Disclosure>
    </>
  )
}

/** Exact counts of the first text by model id: of one model, or of both that are shown. */
function exactCounts(state: TokenizerState, models: readonly LanguageModel[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const name of ['a', 'b'] as const) {
    const table = freshTable(state, name)
    const id = idOf(modelOf(state, name), models)
    if (table !== null && id !== null && table.source === state.a.text) counts.set(id, table.count)
  }
  return counts
}

function idOf(name: string | null, models: readonly LanguageModel[]): string | null {
  if (name === null) return null
  const found = resolveModel(name, models)
  return found.kind === 'unknown' ? name : found.model.id
}

/** Nothing needs no counting: an empty text is known to have no tokens. */
function countOf(state: TokenizerState, name: SlotName, raw: RawText, calibrations: Calibrations) {
  if (textOf(state, name) === '') return { tokens: 0, exact: true }
  const table = freshTable(state, name)
  if (table !== null) return { tokens: table.count, exact: true }
  const calibration = calibrations.of(modelOf(state, name) ?? '')
  return { tokens: learnedEstimate(raw.tokens, raw.kind, calibration).tokens, exact: false }
}
