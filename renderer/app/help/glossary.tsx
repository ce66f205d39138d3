import './help.css'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { countText } from '../../ui/number-text.ts'
import { rank } from '../palette/rank.ts'
import type { GlossaryWord } from './number-words.ts'
import { type GlossaryLine, useGlossaryLines } from './use-glossary-lines.ts'
import { useHelpWords } from './use-help-words.ts'

type GlossaryProps = { word: GlossaryWord | 'first'; onClose: () => void }

/** Every word of the field and every kind of number, to be searched by name and meaning. */
export function Glossary({ word, onClose }: GlossaryProps): ReactNode {
  const { t, i18n } = useHelpWords()
  const [typed, setTyped] = useState('')
  const list = useRef<HTMLElement>(null)
  const { words, numbers } = useGlossaryLines()
  const foundWords = rank(words, typed)
  const foundNumbers = rank(numbers, typed)
  const found = foundWords.length + foundNumbers.length
  useEffect(() => {
    list.current?.querySelector(`[data-word="${word}"]`)?.scrollIntoView({ block: 'start' })
  }, [word])
  return (
    <Dialog label={t('help:glossary.name')} onClose={onClose}>
      <div className="glossary-head">
        <h2>{t('help:glossary.name')}</h2>
        <Button onClick={onClose}>{t('help:glossary.close')}</Button>
      </div>
      <input
        type="search"
        className="glossary-search"
        data-autofocus
        aria-label={t('help:glossary.search')}
        placeholder={t('help:glossary.search')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard */}
      <section ref={list} className="glossary-list" aria-label={t('help:glossary.name')} tabIndex={0}>
        <Part heading={t('help:glossary.words')} lines={foundWords} chosen={word} />
        <Part heading={t('help:glossary.numbers')} lines={foundNumbers} chosen={null} />
      </section>
      <p className="glossary-foot" role="status">
        {found === 0
          ? t('help:glossary.none')
          : t('help:glossary.found', { count: found, shown: countText(found, i18n.language) })}
      </p>
    </Dialog>
  )
}

type PartProps = { heading: string; lines: readonly GlossaryLine[]; chosen: string | null }

function Part({ heading, lines, chosen }: PartProps): ReactNode {
  if (lines.length === 0) return null
  return (
    <>
      <h3>{heading}</h3>
      <dl>
        {lines.map(({ id, name, meaning, formula }) => (
          <div key={id} data-word={chosen === null ? undefined : id} data-chosen={id === chosen}>
            <dt>{name}</dt>
            <dd>{meaning}</dd>
            {formula !== null && <dd className="quiet">{formula}</dd>}
          </div>
        ))}
      </dl>
    </>
  )
}
