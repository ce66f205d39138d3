import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LearnedOverhead } from '../../../../shared/estimate/calibration.ts'
import type { Cost } from '../../../../shared/pricing/cost.ts'
import type { NumberTerm } from '../../../app/help/number-term.ts'
import { SecondAmount, SecondRate } from '../../../app/spend/second-amount.tsx'
import { MoneyText } from '../../../ui/money-text.tsx'
import { countText } from '../../../ui/number-text.ts'
import type { Expected } from './expected-cost.ts'

type CostFiguresProps = {
  expected: Expected
  /** The texts were counted by the server's tokenizer. */
  exact: boolean
  overhead: LearnedOverhead | null
  contextLength: number | null
}

/** The numbers of the card and the warnings that follow from them. */
export function CostFigures({ expected, exact, overhead, contextLength }: CostFiguresProps): ReactNode {
  const { t, i18n } = useTranslation(['playground', 'ui'])
  const count = (tokens: number) => countText(tokens, i18n.language)
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumSignificantDigits: 2 })
  const { prompt, images, contextShare, toLongContext, likely, largest } = expected
  return (
    <>
      <dl className="card-figures">
        <Figure
          explain="prompt-tokens"
          name={t('card.prompt')}
          about={t(exact ? 'card.counted' : 'card.estimated')}
        >
          <span className="num">{exact ? count(prompt) : t('live.about', { text: count(prompt) })}</span>
        </Figure>
        <Figure
          explain="likely-cost"
          name={t('card.likely')}
          about={t(`card.answer.${expected.answerFrom}`, { tokens: count(expected.answer) })}
        >
          <Money cost={likely} />
        </Figure>
        <Figure
          explain="largest-cost"
          name={t('card.largest')}
          about={
            expected.longest === null
              ? t('card.noLargest')
              : t('card.longest', { tokens: count(expected.longest) })
          }
        >
          <Money cost={largest} />
        </Figure>
        <Figure
          explain="context-share"
          name={t('card.context')}
          about={
            contextLength === null ? t('card.noContext') : t('card.window', { tokens: count(contextLength) })
          }
        >
          <span className="num">
            {contextShare === null ? t('ui:unknown') : percent.format(contextShare)}
          </span>
        </Figure>
      </dl>
      <p className="quiet" data-explain="prompt-overhead">
        {overhead === null ? t('card.noOverhead') : t('card.overhead', { tokens: count(overhead.tokens) })}
        {images > 0 && ` · ${t('card.images', { tokens: count(images) })}`}
        {toLongContext !== null &&
          toLongContext > 0 &&
          ` · ${t('card.toLong', { tokens: count(toLongContext) })}`}
      </p>
      <SecondRate />
      {likely.tier === 'long-context' && <p className="warn">{t('card.long')}</p>}
      {contextShare !== null && contextShare > 1 && <p className="warn">{t('card.tooLong')}</p>}
    </>
  )
}

type FigureProps = { explain: NumberTerm; name: string; about: string; children: ReactNode }

function Figure({ explain, name, about, children }: FigureProps): ReactNode {
  return (
    <div title={about}>
      <dt data-explain={explain}>{name}</dt>
      <dd>
        {children}
        <span className="visually-hidden">{about}</span>
      </dd>
    </div>
  )
}

function Money({ cost }: { cost: Cost | null }): ReactNode {
  const { t } = useTranslation(['playground', 'ui'])
  if (cost === null) return <MoneyText ticks={null} reason={t('card.noLargest')} />
  const unpriced = !cost.complete && cost.total === 0n
  return (
    <>
      <MoneyText ticks={unpriced ? null : cost.total} atLeast={!cost.complete} reason={t('bill.noPrices')} />
      <SecondAmount ticks={unpriced ? null : cost.total} atLeast={!cost.complete} />
    </>
  )
}
