import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Calibration } from '../../../../shared/estimate/calibration.ts'
import { TEXT_KINDS } from '../../../../shared/estimate/text-kind.ts'
import { countText } from '../../../ui/number-text.ts'
import { learnedWords, overheadWords } from '../learned-words.ts'

/** The factor for each kind of text, and what a request adds. */
export function LearnedTable({ calibration }: { calibration: Calibration }): ReactNode {
  const { t, i18n } = useTranslation('tokenizer')
  const { ratios, overhead } = calibration
  const factor = new Intl.NumberFormat(i18n.language, { minimumFractionDigits: 3, maximumFractionDigits: 3 })
  return (
    <table className="token-table" aria-label={t('estimates.learned')}>
      <thead>
        <tr>
          <th scope="col">{t('estimates.kind')}</th>
          <th scope="col" className="num" data-explain="learned-factor">
            {t('estimates.factor')}
          </th>
          <th scope="col" data-explain="estimate-error">
            {t('estimates.rests')}
          </th>
        </tr>
      </thead>
      <tbody>
        {TEXT_KINDS.map((kind) => (
          <tr key={kind}>
            <th scope="row">{t(`kinds.${kind}`)}</th>
            <td className="num">{factor.format(ratios[kind].ratio)}</td>
            <td>{learnedWords(ratios[kind], t, i18n.language)}</td>
          </tr>
        ))}
        <tr>
          <th scope="row" data-explain="prompt-overhead">
            {t('estimates.overhead')}
          </th>
          <td className="num">
            {overhead === null ? t('estimates.notYet') : `+${countText(overhead.tokens, i18n.language)}`}
          </td>
          <td>{overhead === null ? t('overhead.unknown') : overheadWords(overhead, t, i18n.language)}</td>
        </tr>
      </tbody>
    </table>
  )
}
