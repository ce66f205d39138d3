import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** `–` with the reason as tooltip and accessible description: unknown is never zero and never empty. */
export function UnknownValue({ reason }: { reason: string }): ReactNode {
  const { t } = useTranslation('ui')
  return (
    <span className="unknown" title={t('unknownMeaning', { reason })}>
      {t('unknown')}
    </span>
  )
}
