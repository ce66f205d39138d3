import { type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Attempt } from '../../../shared/contract/attempt.ts'
import type { Choice } from '../../../shared/contract/message.ts'
import { SecondAmount, SecondRate } from '../../app/spend/second-amount.tsx'
import { CopyShownTable } from '../../ui/copy-shown-table.tsx'
import { DemoMark } from '../../ui/demo-mark.tsx'
import { MoneyText } from '../../ui/money-text.tsx'
import { BillDifference } from './bill-difference.tsx'
import { isUnpriced } from './cost-rows.ts'
import { CostTable } from './cost-table.tsx'

type BillProps = {
  attempt: Attempt
  /** It is one of several answers that this bill is for. */
  choice: Choice | null
  /** It was stopped and is still read, for its bill. */
  readingOn: boolean
}

/** What the answer cost: `Billed` and `Computed` side by side, what explains a difference, and the parts. */
export function Bill({ attempt, choice, readingOn }: BillProps): ReactNode {
  const { t } = useTranslation('playground')
  const bill = useRef<HTMLFieldSetElement>(null)
  const { computed, usage } = attempt
  const instead = computed !== null && attempt.ratesFor === 'instead'
  const atLeast = computed?.complete === false && !instead
  const unpriced = atLeast && isUnpriced(computed)
  const ended = attempt.state.kind === 'complete'
  return (
    <fieldset ref={bill} className="bill" aria-label={t('bill.label')}>
      <dl className="bill-figures">
        <div>
          <dt title={t('bill.billedMeaning')} data-explain="billed">
            {t('bill.billed')}
          </dt>
          <dd>
            <MoneyText
              ticks={usage?.billed ?? null}
              reason={ended ? t('bill.notBilled') : t('bill.stillOpen')}
            />
            <SecondAmount ticks={usage?.billed ?? null} />
            {attempt.demo && <DemoMark />}
          </dd>
        </div>
        <div>
          <dt title={t('bill.computedMeaning')} data-explain="computed">
            {t('bill.computed')}
          </dt>
          <dd>
            <MoneyText
              ticks={unpriced ? null : (computed?.total ?? null)}
              atLeast={atLeast}
              reason={usage === null ? t('bill.noUsage') : t('bill.noPrices')}
            />
            <SecondAmount ticks={unpriced ? null : (computed?.total ?? null)} atLeast={atLeast} />
            {attempt.demo && <DemoMark />}
          </dd>
        </div>
      </dl>
      <SecondRate />
      {choice !== null && <p className="quiet">{t('bill.ofChoices', { count: choice.count })}</p>}
      {readingOn ? (
        <p className="quiet">{t('bill.readingOn')}</p>
      ) : (
        ended && usage === null && <p className="quiet">{t('bill.noUsageAtAll')}</p>
      )}
      <BillDifference attempt={attempt} />
      {computed?.tier === 'long-context' && <p className="quiet">{t('bill.longContext')}</p>}
      {instead && (
        <p className="quiet">
          {t('bill.instead', { served: attempt.servedModel ?? '', asked: attempt.askedModel })}
        </p>
      )}
      {atLeast && <p className="quiet">{t(unpriced ? 'bill.unpriced' : 'bill.incomplete')}</p>}
      {usage !== null && (
        <>
          <CopyShownTable within={bill} />
          <CostTable usage={usage} cost={computed} atLeast={atLeast} />
        </>
      )}
    </fieldset>
  )
}
