import { type ReactNode, useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { countText } from '../../../ui/number-text.ts'
import { findTokens, type Match, MOST_MATCHES } from './find-tokens.ts'
import type { TokenTable } from './token-table.ts'

type TokenSearchProps = { table: TokenTable; label: string; onMatch: (match: Match | null) => void }

/** Finds text or, written `#1749`, an id. Enter goes to the next match, Shift and Enter to the one before. */
export function TokenSearch({ table, label, onMatch }: TokenSearchProps): ReactNode {
  const { t, i18n } = useTranslation('tokenizer')
  const id = useId()
  const [wanted, setWanted] = useState('')
  const [place, setPlace] = useState(0)
  const matches = useMemo(() => findTokens(table, wanted), [table, wanted])
  const go = (to: number) => {
    if (matches.length === 0) return
    const next = (to + matches.length) % matches.length
    setPlace(next)
    onMatch(matches[next] ?? null)
  }
  const search = (text: string) => {
    setWanted(text)
    setPlace(0)
    onMatch(findTokens(table, text)[0] ?? null)
  }
  const number = (value: number) => countText(value, i18n.language)
  const shown = Math.min(place, Math.max(0, matches.length - 1))
  return (
    // biome-ignore lint/a11y/useSemanticElements: the search element is no landmark before Chrome 118
    <div role="search" aria-label={label} className="token-search">
      <input
        id={id}
        type="search"
        aria-label={label}
        placeholder={t('search.hint')}
        autoComplete="off"
        spellCheck={false}
        value={wanted}
        onChange={(event) => search(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) go(shown + (event.shiftKey ? -1 : 1))
        }}
      />
      <Button onClick={() => go(shown - 1)} inactive={matches.length === 0}>
        {t('search.previous')}
      </Button>
      <Button onClick={() => go(shown + 1)} inactive={matches.length === 0}>
        {t('search.next')}
      </Button>
      <span role="status" className="quiet num" data-explain="token-place">
        {wanted === ''
          ? ''
          : matches.length === 0
            ? t('search.none')
            : t(matches.length === MOST_MATCHES ? 'search.placeOfMany' : 'search.place', {
                place: number(shown + 1),
                count: matches.length,
                all: number(matches.length),
              })}
      </span>
    </div>
  )
}
