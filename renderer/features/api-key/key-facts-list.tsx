import type { ReactNode } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import type { KeyFacts } from '../../../shared/contract/key-facts.ts'
import { Age } from '../../ui/age.tsx'
import { IdText } from '../../ui/id-text.tsx'
import { exactTime } from '../../ui/time-text.ts'
import { UnknownValue } from '../../ui/unknown-value.tsx'

/** Name, ids and times of the key. */
export function KeyFactsList({ facts }: { facts: KeyFacts }): ReactNode {
  const { t } = useTranslation('apiKey')
  return (
    <dl className="facts">
      <dt>{t('facts.name')}</dt>
      <dd>
        <Name name={facts.name} />
      </dd>
      <dt>{t('facts.redacted')}</dt>
      <dd>
        <Id id={facts.redactedApiKey} />
      </dd>
      <dt>{t('facts.team')}</dt>
      <dd>
        <Id id={facts.teamId} />
      </dd>
      <dt>{t('facts.owner')}</dt>
      <dd>
        <Id id={facts.userId} />
      </dd>
      <dt>{t('facts.keyId')}</dt>
      <dd>
        <Id id={facts.apiKeyId} />
      </dd>
      <dt>{t('facts.created')}</dt>
      <dd>
        <Time text={facts.createTime} />
      </dd>
      <dt>{t('facts.modified')}</dt>
      <dd>
        <Time text={facts.modifyTime} />
      </dd>
      <dt>{t('facts.modifiedBy')}</dt>
      <dd>
        <Id id={facts.modifiedBy} />
      </dd>
      {facts.me === 'read' && <MeFacts facts={facts} />}
    </dl>
  )
}

/** What only `/v1/me` says (reference 3). */
function MeFacts({ facts: { zdrStatus, oauthClientId } }: { facts: KeyFacts }): ReactNode {
  const { t } = useTranslation('apiKey')
  return (
    <>
      <dt>{t('facts.zdr')}</dt>
      <dd>
        <ZdrStatus status={zdrStatus} />
      </dd>
      {oauthClientId !== null && (
        <>
          <dt>{t('facts.oauth')}</dt>
          <dd>
            <Id id={oauthClientId} />
          </dd>
        </>
      )}
    </>
  )
}

function ZdrStatus({ status }: { status: string | null }): ReactNode {
  const { t } = useTranslation('apiKey')
  switch (status) {
    case null:
      return <UnknownValue reason={t('facts.notTold')} />
    case 'no_zdr':
    case 'zdr':
    case 'pii_scrubbing':
      return t(`facts.zdrStatus.${status}`)
    default:
      return <IdText>{status}</IdText>
  }
}

/** The name is free text of any length and script; an empty one is not an unknown one. */
function Name({ name }: { name: string | null }): ReactNode {
  const { t } = useTranslation('apiKey')
  if (name === null) return <UnknownValue reason={t('facts.notTold')} />
  if (name.trim() === '') return <span className="quiet">{t('facts.noName')}</span>
  return <bdi className="key-name">{name}</bdi>
}

function Id({ id }: { id: string | null }): ReactNode {
  const { t } = useTranslation('apiKey')
  return id === null || id === '' ? <UnknownValue reason={t('facts.notTold')} /> : <IdText>{id}</IdText>
}

/** The API's own text of a time. What is not a time is shown as it came; it can be blank (reference 3). */
function Time({ text }: { text: string | null }): ReactNode {
  const { t, i18n } = useTranslation('apiKey')
  if (text === null || text.trim() === '') return <UnknownValue reason={t('facts.notTold')} />
  const at = Date.parse(text)
  if (Number.isNaN(at)) return <IdText>{text}</IdText>
  return (
    <Trans
      t={t}
      i18nKey="facts.timeAndAge"
      values={{ time: exactTime(at, i18n.language) }}
      components={{ age: <Age at={at} /> }}
    />
  )
}
