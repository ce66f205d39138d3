import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { countText } from '../../ui/number-text.ts'
import { SentenceGap } from '../../ui/sentence-gap.tsx'

type Counted = { tokens: number; exact: boolean }

/** How many tokens the second text, or the second model, takes more or less than the first. */
export function Difference({ a, b }: { a: Counted; b: Counted }): ReactNode {
  const { t, i18n } = useTranslation('tokenizer')
  const difference = b.tokens - a.tokens
  const key = difference === 0 ? 'same' : difference > 0 ? 'more' : 'fewer'
  return (
    <p className="token-difference" data-explain="count-difference">
      {t(`difference.${key}`, {
        count: Math.abs(difference),
        tokens: countText(Math.abs(difference), i18n.language),
        part:
          a.tokens === 0
            ? ''
            : t('difference.part', { text: partText(difference / a.tokens, i18n.language) }),
      })}
      <SentenceGap />
      {!(a.exact && b.exact) && <span className="quiet">{t('difference.estimate')}</span>}
    </p>
  )
}

function partText(part: number, locale: string): string {
  return new Intl.NumberFormat(locale, {
    style: 'percent',
    maximumFractionDigits: 1,
    signDisplay: 'exceptZero',
  }).format(part)
}
