import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { KeyFacts } from '../../../shared/contract/key-facts.ts'
import { SentenceGap } from '../../ui/sentence-gap.tsx'
import { UnknownValue } from '../../ui/unknown-value.tsx'

const flags = ['teamBlocked', 'apiKeyBlocked', 'apiKeyDisabled'] as const

/** The three things that can stop a key, what each means, and — when it is so — what to do. */
export function KeyFlags({ facts }: { facts: KeyFacts }): ReactNode {
  const { t } = useTranslation('apiKey')
  const free = flags.every((flag) => facts[flag] === false)
  return (
    <section aria-label={t('flags.label')}>
      <h3>{t('flags.label')}</h3>
      {free && <p className="key-usable">{t('facts.usable')}</p>}
      <dl className="key-flags">
        {flags.map((flag) => (
          <Flag key={flag} flag={flag} value={facts[flag]} />
        ))}
      </dl>
    </section>
  )
}

function Flag({ flag, value }: { flag: (typeof flags)[number]; value: boolean | null }): ReactNode {
  const { t } = useTranslation('apiKey')
  return (
    <div data-set={value === true}>
      <dt>{t(`flags.${flag}.name`)}</dt>
      <dd>
        <strong>
          {value === null ? (
            <UnknownValue reason={t('facts.notTold')} />
          ) : (
            t(value ? 'facts.yes' : 'facts.no')
          )}
        </strong>
        <SentenceGap />
        <span className="quiet">{t(`flags.${flag}.meaning`)}</span>
        {value === true && <p>{t(`flags.${flag}.next`)}</p>}
      </dd>
    </div>
  )
}
