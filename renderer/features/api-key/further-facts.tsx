import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { KeyFacts } from '../../../shared/contract/key-facts.ts'

/** Fields of the answers that this version has no words for, as they came. */
export function FurtherFacts({ further }: { further: KeyFacts['further'] }): ReactNode {
  const { t } = useTranslation('apiKey')
  if (further.length === 0) return null
  return (
    <section aria-label={t('further.label')}>
      <h3>{t('further.label')}</h3>
      <p className="quiet">{t('further.explained')}</p>
      <dl className="facts further-facts">
        {further.map(({ from, name, value }) => (
          <div key={`${from} ${name}`} className="further-fact">
            <dt>
              <bdi className="mono">{name}</bdi>{' '}
              <span className="quiet">{from === 'me' ? '/v1/me' : '/v1/api-key'}</span>
            </dt>
            <dd>
              <bdi className="mono">{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
