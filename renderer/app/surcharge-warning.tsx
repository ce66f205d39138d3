import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { surchargePercentOf } from '../../shared/pricing/regional-surcharge.ts'

/** Says where `host` is known to bill more than its list; nothing where it is not. */
export function SurchargeWarning({ host }: { host: string }): ReactNode {
  const { t } = useTranslation('ui')
  const percent = surchargePercentOf(host)
  return percent === 0 ? null : <p className="warn">{t('surcharge', { host, percent })}</p>
}
