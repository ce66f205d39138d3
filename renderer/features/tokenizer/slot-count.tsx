import type { ReactNode } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { assertNever } from '../../../shared/assert-never.ts'
import type { Calibration } from '../../../shared/estimate/calibration.ts'
import type { TextEstimate } from '../../../shared/estimate/prompt-estimate.ts'
import { DemoMark } from '../../ui/demo-mark.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { countText } from '../../ui/number-text.ts'
import { learnedWords, overheadWords } from './learned-words.ts'
import type { ExactState } from './tokenizer-state.ts'
import type { TokenTable } from './tokens/token-table.ts'

type SlotCountProps = {
  /** The model to count on; `null` while there is none. */
  model: string | null
  /** Of the slot, or of the one whose text it shares. */
  text: string
  exact: ExactState
  /** The exact tokens of this text, when they are known. */
  table: TokenTable | null
  estimate: TextEstimate
  calibration: Calibration
  tooLong: boolean
  onRetry: () => void
  onStop: () => void
}

/** How many tokens a text is: exactly, or about how many and how far that may be off. */
export function SlotCount(props: SlotCountProps): ReactNode {
  const { text, table, estimate, calibration } = props
  const { t, i18n } = useTranslation('tokenizer')
  const number = (value: number) => countText(value, i18n.language)
  const tokens = table?.count ?? estimate.tokens
  return (
    <div className="slot-count">
      <p data-explain="token-count">
        <Trans
          t={t}
          i18nKey={table === null && text !== '' ? 'about' : 'exact'}
          count={tokens}
          values={{ tokens: number(text === '' ? 0 : tokens) }}
          components={{ n: <strong className="token-total" /> }}
        />{' '}
        {table?.demo === true && <DemoMark />}
        {table === null && text !== '' && (
          <span className="quiet" data-explain="estimate-error">
            {t(`kinds.${estimate.kind}`)} · {learnedWords(estimate.ratio, t, i18n.language)}
          </span>
        )}
      </p>
      {text === '' && <p className="quiet">{t('empty')}</p>}
      {text !== '' && tokens > 0 && (
        <p className="quiet" data-explain="characters">
          {t('facts', {
            characters: number(text.length),
            perToken: ratioText(text.length / tokens, i18n.language),
          })}
        </p>
      )}
      <Overhead text={text} tokens={tokens} calibration={calibration} exact={table !== null} />
      <div className="slot-progress">
        <Progress {...props} />
      </div>
    </div>
  )
}

function ratioText(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value)
}

type OverheadProps = { text: string; tokens: number; calibration: Calibration; exact: boolean }

/** A request bills more than its text: hidden tokens, as learned from bills (reference 4). */
function Overhead({ text, tokens, calibration, exact }: OverheadProps): ReactNode {
  const { t, i18n } = useTranslation('tokenizer')
  const number = (value: number) => countText(value, i18n.language)
  const { overhead } = calibration
  if (text === '') return null
  if (overhead === null) return <p className="quiet">{t('overhead.unknown')}</p>
  const rests = overheadWords(overhead, t, i18n.language)
  return (
    <p className="quiet" data-explain="prompt-overhead">
      {t(exact ? 'overhead.exact' : 'overhead.about', {
        text: number(tokens),
        overhead: number(overhead.tokens),
        rests,
      })}
    </p>
  )
}

function Progress({ model, exact, tooLong, onRetry, onStop }: SlotCountProps): ReactNode {
  const { t } = useTranslation('tokenizer')
  if (tooLong) return <p className="token-warning">{t('tooLong')}</p>
  switch (exact.kind) {
    case 'none':
    case 'counted':
      return null
    case 'waiting':
      return <p className="quiet">{t('waiting')}</p>
    case 'counting':
      return (
        <p className="quiet late" role="status">
          {t('counting')}{' '}
          <button type="button" className="plain-button" onClick={onStop}>
            {t('stop')}
          </button>
        </p>
      )
    case 'failed':
      return (
        <FailureNotice
          failure={exact.failure}
          onRetry={onRetry}
          kept={t('estimateStays')}
          asked={{ endpoint: 'tokenize', model }}
        />
      )
    default:
      return assertNever(exact)
  }
}
