import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { countText } from '../../ui/number-text.ts'
import { dayOfUnixSeconds } from '../../ui/time-text.ts'

function UnknownCell({ reason, numeric }: { reason: string; numeric: boolean }): ReactNode {
  const { t } = useTranslation('ui')
  return (
    <td className={numeric ? 'num unknown' : 'unknown'} title={t('unknownMeaning', { reason })}>
      {t('unknown')}
    </td>
  )
}

/** Other names of the model; all of them in the tooltip when they do not fit. */
export function AliasesCell({ aliases }: { aliases: readonly string[] }): ReactNode {
  const { t } = useTranslation('models')
  if (aliases.length === 0) {
    return (
      <td className="quiet" title={t('noAliases')}>
        {t('none')}
      </td>
    )
  }
  const text = aliases.join(', ')
  return (
    <td className="aliases-cell" title={text}>
      <span className="mono">{text}</span>
    </td>
  )
}

export function ModalitiesCell({ modalities }: { modalities: readonly string[] }): ReactNode {
  const { t } = useTranslation('models')
  if (modalities.length === 0) return <UnknownCell reason={t('whyUnknown.modalities')} numeric={false} />
  return <td>{modalities.join(', ')}</td>
}

export function CountCell({ count, whyUnknown }: { count: number | null; whyUnknown: string }): ReactNode {
  const { i18n } = useTranslation()
  if (count === null) return <UnknownCell reason={whyUnknown} numeric />
  return <td className="num">{countText(count, i18n.language)}</td>
}

/** `created` is Unix seconds. */
export function CreatedCell({ created }: { created: number | null }): ReactNode {
  const { t, i18n } = useTranslation('models')
  if (created === null) return <UnknownCell reason={t('whyUnknown.created')} numeric />
  return <td className="num">{dayOfUnixSeconds(created, i18n.language)}</td>
}
