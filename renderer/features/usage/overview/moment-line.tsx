import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Age } from '../../../ui/age.tsx'
import { useImport } from '../transfer/use-import.ts'

type MomentLineProps = { readAt: number; isRenewing: boolean }

/** Where the numbers below come from, how old they are, and whether newer ones are on their way. Keeps its height. */
export function MomentLine({ readAt, isRenewing }: MomentLineProps): ReactNode {
  const { t } = useTranslation('usage')
  const { state } = useImport()
  return (
    <p className="usage-moment quiet">
      {t('moment.source')} <Age at={readAt} />
      {state.kind === 'reading' && <span className="warn"> · {t('moment.importing')}</span>}
      <span className="usage-renewing" data-renewing={isRenewing} aria-hidden={!isRenewing}>
        {t('moment.renewing')}
      </span>
    </p>
  )
}
