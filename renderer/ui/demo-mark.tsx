import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** Marks a number or list that comes from the built-in demo server. */
export function DemoMark(): ReactNode {
  const { t } = useTranslation('ui')
  return (
    <span className="demo-mark" title={t('demoMeaning')}>
      {t('demo')}
    </span>
  )
}
