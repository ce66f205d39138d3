import { type ReactNode, useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LanguageModel } from '../../../../shared/catalog/model.ts'
import { learnedEstimate } from '../../../../shared/estimate/prompt-estimate.ts'
import type { TextKind } from '../../../../shared/estimate/text-kind.ts'
import { formatUsd } from '../../../../shared/money/ticks.ts'
import type { Calibrations } from '../../../app/use-calibrations.ts'
import { widestFraction } from '../../../ui/decimal-alignment.ts'
import { DemoMark } from '../../../ui/demo-mark.tsx'
import { countText } from '../../../ui/number-text.ts'
import { SentenceGap } from '../../../ui/sentence-gap.tsx'
import { NumberField } from '../number-field.tsx'
import { CostLine } from './cost-line.tsx'
import { costRows } from './cost-rows.ts'
import { useAllowed } from './use-allowed.ts'

type CostOfTextProps = {
  models: readonly LanguageModel[]
  demo: boolean
  /** Exact tokens of the text by model id. */
  exact: ReadonlyMap<string, number>
  raw: number
  kind: TextKind
  calibrations: Calibrations
}

const MOST_TIMES = 1_000_000_000
const MOST_ANSWER_TOKENS = 10_000_000

/** What sending this text costs on every model the key may use. */
export function CostOfText({ models, demo, exact, raw, kind, calibrations }: CostOfTextProps): ReactNode {
  const { t, i18n } = useTranslation('tokenizer')
  const id = useId()
  const [times, setTimes] = useState(1)
  const [answerTokens, setAnswerTokens] = useState(0)
  const permissions = useAllowed()
  const { rows, notAllowed } = useMemo(
    () =>
      costRows({
        ...{ models, permissions, exact, times, answerTokens },
        standIn: standInOf(exact),
        estimate: (model) => learnedEstimate(raw, kind, calibrations.of(model)),
      }),
    [models, permissions, exact, times, answerTokens, raw, kind, calibrations],
  )
  const decimals = {
    prompt: widestFraction(rows.map(({ prompt }) => (prompt === null ? null : formatUsd(prompt)))),
    all: widestFraction(rows.map(({ all }) => formatUsd(all))),
  }
  return (
    <section className="cost-of-text">
      <header className="cost-head">
        <h2 id={id}>
          {t('cost.heading')} {demo && <DemoMark />}
        </h2>
        <NumberField
          label={t('cost.times')}
          value={times}
          least={1}
          most={MOST_TIMES}
          invalid={t('cost.timesInvalid', { most: countText(MOST_TIMES, i18n.language) })}
          onChange={setTimes}
        />
        <NumberField
          label={t('cost.answerTokens')}
          value={answerTokens}
          least={0}
          most={MOST_ANSWER_TOKENS}
          invalid={t('cost.answerInvalid', { most: countText(MOST_ANSWER_TOKENS, i18n.language) })}
          onChange={setAnswerTokens}
        />
      </header>
      <div className="token-table-scroll">
        <table className="token-table" aria-labelledby={id}>
          <thead>
            <tr>
              <th scope="col">{t('cost.model')}</th>
              <th scope="col" className="num" data-explain="token-count">
                {t('cost.tokens')}
              </th>
              <th scope="col" className="num" data-explain="text-cost">
                {t('cost.prompt')}
              </th>
              <th scope="col" className="num" data-explain="text-cost">
                {t('cost.all', { count: times, times: countText(times, i18n.language) })}
              </th>
              <th scope="col" className="num" data-explain="context-share">
                {t('cost.share')}
              </th>
              <th scope="col" data-explain="estimate-error">
                {t('cost.notes')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <CostLine key={row.id} row={row} decimals={decimals} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="quiet">
        {t('cost.textOnly')}
        <SentenceGap />
        {rows.some(({ longContext }) => longContext) && t('cost.longContextNote')}
        <SentenceGap />
        {notAllowed > 0 && t('cost.notAllowed', { count: notAllowed })}
      </p>
    </section>
  )
}

function standInOf(exact: ReadonlyMap<string, number>): { model: string; tokens: number } | null {
  for (const [model, tokens] of exact) return { model, tokens }
  return null
}
