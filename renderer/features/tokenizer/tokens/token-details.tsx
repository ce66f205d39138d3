import type { ReactNode } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { countText } from '../../../ui/number-text.ts'
import { characterName } from './character-name.ts'
import { spokenText } from './chip-pieces.ts'
import { hexOf, shownToken } from './shown-token.ts'
import type { TokenTable } from './token-table.ts'

const MOST_SHOWN = 120

type TokenDetailsProps = { table: TokenTable; index: number | null; stale: boolean }

/** All there is to know of the token under the pointer or the cursor; its place is kept when there is none. */
export function TokenDetails({ table, index, stale }: TokenDetailsProps): ReactNode {
  const { t, i18n } = useTranslation('tokenizer')
  const token = index === null ? null : shownToken(table, index)
  if (token === null)
    return <p className="token-details quiet">{t(stale ? 'details.stale' : 'details.none')}</p>
  const number = (value: number) => countText(value, i18n.language)
  const names = namesIn(token.text)
  const end = token.byteStart + token.bytes.length
  return (
    <p className="token-details" data-explain="token-place">
      <Trans
        t={t}
        i18nKey="details.token"
        values={{ number: number(token.index + 1), all: number(table.count), id: token.id }}
        components={{ id: <strong className="mono" /> }}
      />
      <bdi className="mono token-details-text">{cut(spokenText(token.text.slice(0, MOST_SHOWN)))}</bdi>
      {token.sharedBy > 1 && (
        <span>{t('details.shared', { place: token.place + 1, count: token.sharedBy })}</span>
      )}
      {names.length > 0 && <span>{names.join(', ')}</span>}
      <span className="mono">
        {token.bytes.length === 0 ? t('details.noBytes') : cut(hexOf(token.bytes.subarray(0, 40)))}
      </span>
      <span className="quiet">
        {t('details.place', {
          from: number(token.start),
          to: number(token.end),
          byteFrom: number(token.byteStart),
          byteTo: number(end),
        })}
      </span>
      {token.invalid && <span className="token-warning">{t('details.invalid')}</span>}
    </p>
  )
}

function cut(text: string): string {
  return text.length <= MOST_SHOWN ? text : `${text.slice(0, MOST_SHOWN)}…`
}

/** What cannot be seen in the text, each with its code point. */
function namesIn(text: string): string[] {
  const names = [...text].slice(0, 40).flatMap((character) => {
    const codePoint = character.codePointAt(0) ?? 0
    const name = characterName(codePoint)
    const code = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`
    return name === null ? [] : [name.name.includes(code) ? name.name : `${code} ${name.name}`]
  })
  return [...new Set(names)].slice(0, 4)
}
