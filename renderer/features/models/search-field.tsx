import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/icon.tsx'

type SearchFieldProps = { text: string; onText: (text: string) => void; onLeave: () => void }

/** Search as one types; the down arrow goes on into the table. */
export function SearchField({ text, onText, onLeave }: SearchFieldProps): ReactNode {
  const { t } = useTranslation('models')
  return (
    <label className="search-field">
      <Icon name="search" />
      <input
        type="search"
        aria-label={t('search')}
        placeholder={t('searchHint')}
        value={text}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') onLeave()
        }}
        spellCheck={false}
      />
    </label>
  )
}
