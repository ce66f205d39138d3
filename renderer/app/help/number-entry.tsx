import type { ReactNode } from 'react'
import { DocsLink } from './docs-link.tsx'
import type { Help } from './help-context.tsx'
import { NUMBER_FACTS } from './number-facts.ts'
import type { NumberTerm } from './number-term.ts'
import { NUMBER_WORDS } from './number-words.ts'
import { SourceWords } from './source-words.tsx'
import { useHelpWords } from './use-help-words.ts'

type NumberEntryProps = {
  term: NumberTerm
  chosen: boolean
  onFind: () => void
  showGlossary: Help['showGlossary']
}

/** One kind of number. Its name is a button that finds it on the page. */
export function NumberEntry({ term, chosen, onFind, showGlossary }: NumberEntryProps): ReactNode {
  const { t } = useHelpWords()
  const { from, docs } = NUMBER_FACTS[term]
  const words = NUMBER_WORDS[term] ?? []
  return (
    <li data-term={term} className="numbers-entry" aria-current={chosen}>
      <h3>
        <button type="button" className="plain-button" onClick={onFind}>
          {t(`numbers:${term}.name`)}
        </button>
      </h3>
      <p>{t(`numbers:${term}.meaning`)}</p>
      <dl>
        <dt>{t('help:panel.formula')}</dt>
        <dd>{t(`numbers:${term}.formula`)}</dd>
        <dt>{t('help:panel.source')}</dt>
        <dd>
          {from.map((source) => (
            <SourceWords key={source} source={source} />
          ))}
        </dd>
        {words.length > 0 && (
          <>
            <dt>{t('help:panel.words')}</dt>
            <dd>
              {words.map((word) => (
                <button
                  key={word}
                  type="button"
                  className="plain-button"
                  aria-haspopup="dialog"
                  onClick={() => showGlossary(word)}
                >
                  {t(`glossary:${word}.name`)}
                </button>
              ))}
            </dd>
          </>
        )}
      </dl>
      {docs !== null && <DocsLink page={docs} />}
    </li>
  )
}
