import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ViewHeading } from '../../app/view-heading.tsx'

export function TokenizerView(): ReactNode {
  const { t } = useTranslation('notYet')
  return (
    <>
      <ViewHeading view="tokenizer" />
      <p className="quiet">{t('tokenizer')}</p>
    </>
  )
}
