import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { countText } from '../../../ui/number-text.ts'
import { Segmented } from '../../../ui/segmented.tsx'
import type { GridState } from './use-grid-state.ts'

const SHOWS = ['all', 'usable', 'refused'] as const

/** Narrows the rows by name and by answer; says how many are left. */
export function GridFilter({
  state,
  shown,
  all,
}: {
  state: GridState
  shown: number
  all: number
}): ReactNode {
  const { t, i18n } = useTranslation('apiKey')
  const count = (value: number) => countText(value, i18n.language)
  return (
    <div className="grid-filter">
      <FilterField find={state.find} onFind={state.setFind} />
      <Segmented
        label={t('grid.show.label')}
        value={state.show}
        options={SHOWS.map((value) => ({ value, label: t(`grid.show.${value}`) }))}
        onChange={state.setShow}
      />
      <span role="status" className="quiet" data-explain="permission-count">
        {t('grid.count', { shown: count(shown), all: count(all) })}
      </span>
    </div>
  )
}

/** What is typed shows at once; the address and the rows follow. */
function FilterField({ find, onFind }: { find: string; onFind: (text: string) => void }): ReactNode {
  const { t } = useTranslation('apiKey')
  const [typed, setTyped] = useState(find)
  const [known, setKnown] = useState(find)
  if (known !== find) {
    setKnown(find)
    setTyped(find)
  }
  return (
    <input
      type="search"
      className="grid-find"
      aria-label={t('grid.find')}
      placeholder={t('grid.find')}
      value={typed}
      spellCheck={false}
      onChange={(event) => {
        const text = event.currentTarget.value
        setTyped(text)
        setKnown(text)
        onFind(text)
      }}
    />
  )
}
