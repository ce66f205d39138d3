import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ViewHeading } from '../../app/view-heading.tsx'

export function CompareView(): ReactNode {
  const { t } = useTranslation('notYet')
  return (
    <>
      <ViewHeading view="compare" />
      <p className="quiet">{t('compare')}</p>
    </>
  )
}
