import './words.ts'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { safeLink } from './answer/safe-link.ts'

type AnswerSourcesProps = {
  /** As the server gave them: hostile by assumption. */
  urls: readonly string[]
  onOpenLink: (url: string) => void
}

/** Where the server says that an answer comes from. What is no safe link stands there as text. */
export function AnswerSources({ urls, onOpenLink }: AnswerSourcesProps): ReactNode {
  const { t } = useTranslation('playground')
  const heading = useId()
  return (
    <section className="answer-sources" aria-labelledby={heading}>
      <h3 id={heading}>{t('sources')}</h3>
      <ol>
        {urls.map((url) => (
          <li key={url}>
            <SourceLine url={url} onOpenLink={onOpenLink} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function SourceLine({ url, onOpenLink }: { url: string; onOpenLink: (url: string) => void }): ReactNode {
  const link = safeLink(url)
  if (link === null) return <bdi className="quiet">{url}</bdi>
  return (
    <button type="button" className="answer-link" title={link.url} onClick={() => onOpenLink(link.url)}>
      {link.host} <span className="answer-host">{link.url}</span>
    </button>
  )
}
