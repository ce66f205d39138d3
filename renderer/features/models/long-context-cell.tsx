import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { assertNever } from '../../../shared/assert-never.ts'
import { countText } from '../../ui/number-text.ts'
import type { LongContextText } from './price-texts.ts'

/** Input and output price of a long prompt; where there is no such tier it says so, which is not "unknown". */
export function LongContextCell({ text }: { text: LongContextText }): ReactNode {
  const { t, i18n } = useTranslation(['models', 'ui'])
  switch (text.kind) {
    case 'none':
      return (
        <td className="num quiet" title={t('models:noTierMeaning')}>
          {t('models:noTier')}
        </td>
      )
    case 'unknown':
      return (
        <td className="num unknown" title={t('ui:unknownMeaning', { reason: t('models:whyUnknown.tier') })}>
          {t('ui:unknown')}
        </td>
      )
    case 'prices':
      return (
        <td className="num" title={t('models:tier', { threshold: countText(text.threshold, i18n.language) })}>
          {text.input ?? t('ui:unknown')} / {text.output ?? t('ui:unknown')}
        </td>
      )
    default:
      return assertNever(text)
  }
}
