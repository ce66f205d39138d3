import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CloseButton } from '../../ui/close-button.tsx'
import { IdText } from '../../ui/id-text.tsx'
import { PRICE_PACKAGE } from './price-package.ts'
import type { VendorModel } from './vendor-prices.ts'

type ChosenReferenceProps = {
  name: string
  /** `null`: the package does not know it. */
  model: VendorModel | null
  onRemove: () => void
}

/** One reference column's model and what its prices leave out. */
export function ChosenReference({ name, model, onRemove }: ChosenReferenceProps): ReactNode {
  const { t } = useTranslation('compare')
  return (
    <li className="chosen-model" data-usable={model !== null}>
      <IdText>{name}</IdText>
      {model === null && (
        <span className="warn">{t('reference.unknown', { package: PRICE_PACKAGE.name })}</span>
      )}
      {model?.cacheWrites === true && <span className="quiet">{t('reference.cacheWrites')}</span>}
      {model?.timeOfDay === true && <span className="quiet">{t('reference.timeOfDay')}</span>}
      <CloseButton label={t('choose.remove', { name })} onClick={onRemove} />
    </li>
  )
}
