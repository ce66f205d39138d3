import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ViewHeading } from '../../app/view-heading.tsx'

export function UsageView(): ReactNode {
  const { t } = useTranslation('notYet')
  return (
    <>
      <ViewHeading view="usage" />
      <p className="quiet">{t('usage')}</p>
    </>
  )
}
