import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'

type NoMatchProps = { text: string; columns: number; onClear: () => void }

/** One row in the place of those that the search left out. */
export function NoMatch({ text, columns, onClear }: NoMatchProps): ReactNode {
  const { t } = useTranslation('models')
  return (
    <tr className="no-match">
      <td colSpan={columns}>
        {t('noMatch', { text })}{' '}
        <Button kind="plain" onClick={onClear}>
          {t('clearSearch')}
        </Button>
      </td>
    </tr>
  )
}
