import { memo, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { countText } from '../../../ui/number-text.ts'
import { Segmented } from '../../../ui/segmented.tsx'
import { SentenceGap } from '../../../ui/sentence-gap.tsx'
import type { Match } from './find-tokens.ts'
import type { ChipFace } from './line-layout.ts'
import { TokenActions } from './token-actions.tsx'
import { TokenDetails } from './token-details.tsx'
import { TokenList } from './token-list.tsx'
import { TokenSearch } from './token-search.tsx'
import type { TokenTable } from './token-table.ts'

type TokenViewProps = {
  table: TokenTable
  /** The text has changed since: these are the tokens of the one before. */
  stale: boolean
  /** Which of two views this is; `null` when it is the only one. */
  number: number | null
}

const FACES: readonly ChipFace[] = ['text', 'ids', 'bytes']

/** The tokens of one text: chips, details of one, search, copy and export. */
export const TokenView = memo(function TokenView({ table, stale, number }: TokenViewProps): ReactNode {
  const { t } = useTranslation('tokenizer')
  const [face, setFace] = useState<ChipFace>('text')
  const [match, setMatch] = useState<Match | null>(null)
  const [pointed, setPointed] = useState<number | null>(null)
  const [cursor, setCursor] = useState<number | null>(null)
  const [of, setOf] = useState(table)
  // Other tokens: a place among the old ones means nothing.
  if (of !== table) {
    setOf(table)
    setMatch(null)
    setPointed(null)
    setCursor(null)
  }
  const named = (label: string) => (number === null ? label : t('numbered', { label, number }))
  const goTo = (found: Match | null) => {
    setMatch(found)
    if (found !== null) setCursor(found.first)
  }
  return (
    <section className="token-view" aria-label={named(t('tokens'))} data-stale={stale}>
      <div className="token-tools">
        <Segmented
          label={named(t('face.label'))}
          value={face}
          options={FACES.map((value) => ({ value, label: t(`face.${value}`) }))}
          onChange={setFace}
        />
        <TokenSearch table={table} label={named(t('search.label'))} onMatch={goTo} />
        <TokenActions table={table} />
      </div>
      <Mismatch table={table} />
      <TokenDetails table={table} index={pointed ?? cursor} stale={stale} />
      <TokenList
        table={table}
        face={face}
        label={named(t('listLabel', { model: table.model }))}
        cursor={cursor}
        match={match}
        onCursor={setCursor}
        onPoint={setPointed}
      />
    </section>
  )
})

/** Where the server's tokens are not the text, and what was not sent as typed. */
function Mismatch({ table }: { table: TokenTable }): ReactNode {
  const { t, i18n } = useTranslation('tokenizer')
  const { mismatch, replaced } = table
  return (
    <>
      {mismatch !== null && (
        <p role="alert" className="token-warning">
          {t('mismatch', { at: countText(mismatch.at, i18n.language) })}
          <SentenceGap />
          {mismatch.withoutBytes > 0 && t('withoutBytes', { count: mismatch.withoutBytes })}
        </p>
      )}
      {replaced > 0 && <p className="token-warning">{t('replaced', { count: replaced })}</p>}
    </>
  )
}
