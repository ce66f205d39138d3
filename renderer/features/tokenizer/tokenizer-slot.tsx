import type { ReactNode } from 'react'
import { useDeferredValue, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { LanguageModel } from '../../../shared/catalog/model.ts'
import { learnedEstimate } from '../../../shared/estimate/prompt-estimate.ts'
import type { Calibrations } from '../../app/use-calibrations.ts'
import type { RawText } from './raw-text.ts'
import { SlotCount } from './slot-count.tsx'
import { SlotModel, SlotText } from './slot-fields.tsx'
import {
  freshTable,
  MOST_CHARACTERS,
  modelOf,
  type SlotName,
  type TokenizerState,
  textOf,
} from './tokenizer-state.ts'
import type { TokenizerStore } from './tokenizer-store.ts'
import { TokenView } from './tokens/token-view.tsx'

type TokenizerSlotProps = {
  name: SlotName
  state: TokenizerState
  store: TokenizerStore
  models: readonly LanguageModel[]
  calibrations: Calibrations
  raw: RawText
}

/** One text on one model: what differs from the other slot, how many tokens, and the tokens. */
export function TokenizerSlot({
  name,
  state,
  store,
  models,
  calibrations,
  raw,
}: TokenizerSlotProps): ReactNode {
  const { t } = useTranslation('tokenizer')
  const slot = state[name]
  const text = textOf(state, name)
  const fresh = freshTable(state, name)
  const model = modelOf(state, name)
  const calibration = calibrations.of(model ?? '')
  const estimate = useMemo(() => learnedEstimate(raw.tokens, raw.kind, calibration), [raw, calibration])
  // The chips come right after the numbers, in slices, so that no task of the page becomes long.
  const table = useDeferredValue(slot.table)
  return (
    <div className="tokenizer-slot">
      {state.layout === 'two-models' && <SlotModel {...{ name, state, store, models }} />}
      {state.layout === 'two-texts' && <SlotText {...{ name, state, store }} />}
      <SlotCount
        model={model}
        text={text}
        exact={slot.exact}
        table={fresh}
        estimate={estimate}
        calibration={calibration}
        tooLong={text.length > MOST_CHARACTERS}
        onRetry={store.count}
        onStop={store.stop}
      />
      {text !== '' &&
        (table === null ? (
          <p className="token-place quiet">{t('tokensHere')}</p>
        ) : (
          <TokenView
            table={table}
            stale={fresh !== table}
            number={state.layout === 'one' ? null : name === 'a' ? 1 : 2}
          />
        ))}
    </div>
  )
}
