import './help.css'
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { countText } from '../../ui/number-text.ts'
import { useEscape } from '../../ui/use-escape.ts'
import type { Help } from './help-context.tsx'
import { NumberEntry } from './number-entry.tsx'
import type { NumberTerm } from './number-term.ts'
import { useHelpWords } from './use-help-words.ts'
import { useMarkedNumbers } from './use-marked-numbers.ts'
import { type PageNumber, usePageNumbers } from './use-page-numbers.ts'
import { usePointedNumber } from './use-pointed-number.ts'

type NumbersPanelProps = { onClose: () => void; showGlossary: Help['showGlossary'] }

/** Every kind of number on the page in reading order: what it means, how it comes about, from where, and how old that is. */
export function NumbersPanel({ onClose, showGlossary }: NumbersPanelProps): ReactNode {
  const { t, i18n } = useHelpWords()
  const panel = useRef<HTMLElement>(null)
  const numbers = usePageNumbers()
  const [chosen, choose] = useState<NumberTerm | null>(null)
  const close = useReturnedFocus(panel, onClose)
  useEscape(close)
  useMarkedNumbers(numbers.find(({ term }) => term === chosen) ?? null)
  usePointedNumber(
    panel,
    useCallback((term) => {
      choose(term)
      const entry = panel.current?.querySelector(`[data-term="${term}"]`)
      entry?.scrollIntoView({ block: 'nearest' })
    }, []),
  )
  const find = (number: PageNumber) => {
    choose(number.term)
    number.labels[0]?.element.scrollIntoView({ block: 'center', inline: 'center' })
  }
  return (
    <aside ref={panel} className="numbers-panel" aria-label={t('help:panel.label')} tabIndex={-1}>
      <header className="numbers-head">
        <h2>{t('help:panel.label')}</h2>
        <Button onClick={() => showGlossary('first')}>{t('help:glossary.name')}</Button>
        <Button onClick={close}>{t('help:panel.close')}</Button>
      </header>
      <p className="quiet">{t('help:panel.hint')}</p>
      <p className="quiet" role="status">
        {numbers.length === 0
          ? t('help:panel.none')
          : t('help:panel.count', {
              count: numbers.length,
              shown: countText(numbers.length, i18n.language),
            })}
      </p>
      <ul className="numbers-list">
        {numbers.map((number) => (
          <NumberEntry
            key={number.term}
            term={number.term}
            chosen={number.term === chosen}
            onFind={() => find(number)}
            showGlossary={showGlossary}
          />
        ))}
      </ul>
    </aside>
  )
}

/** The panel has the focus when it opens; when it is closed, what had it before gets it back, if it is still there. */
function useReturnedFocus(panel: React.RefObject<HTMLElement | null>, onClose: () => void): () => void {
  const before = useRef<Element | null>(null)
  useEffect(() => {
    before.current = document.activeElement
    panel.current?.focus({ preventScroll: true })
    return () => {
      if (before.current instanceof HTMLElement && before.current.isConnected) before.current.focus()
    }
  }, [panel])
  return onClose
}
