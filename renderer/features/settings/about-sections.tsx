import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { About, StorageState } from '../../../shared/contract/about.ts'
import { failureOfError, useRpc } from '../../rpc.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { SkeletonLines } from '../../ui/skeleton-lines.tsx'
import { exactTime } from '../../ui/time-text.ts'
import { SettingsSection } from './settings-section.tsx'

/** Where data is kept and how it is, and the versions of what this app is made of. */
export function AboutSections(): ReactNode {
  const { t } = useTranslation('settings')
  const { query } = useRpc()
  const about = useQuery(query.about.read.queryOptions())
  const waiting = about.isError ? (
    <FailureNotice failure={failureOfError(about.error)} onRetry={() => void about.refetch()} />
  ) : (
    <SkeletonLines lines={3} />
  )
  return (
    <>
      <SettingsSection heading={t('data.heading')}>
        {about.data === undefined ? waiting : <Data about={about.data} />}
      </SettingsSection>
      <SettingsSection heading={t('about.heading')}>
        {about.data === undefined ? <SkeletonLines lines={3} /> : <Versions about={about.data} />}
      </SettingsSection>
    </>
  )
}

function Data({ about }: { about: About }): ReactNode {
  const { t } = useTranslation('settings')
  return (
    <dl className="facts">
      <dt>{t('data.folder')}</dt>
      <dd>
        <code className="data-folder">{about.dataFolder}</code>{' '}
        <CopyButton text={about.dataFolder} label={t('data.copyFolder')} />
      </dd>
      <dt>{t('data.state')}</dt>
      <dd>
        <StorageWords state={about.storage} />
      </dd>
    </dl>
  )
}

function StorageWords({ state }: { state: StorageState }): ReactNode {
  const { t, i18n } = useTranslation('settings')
  if (state.kind === 'ok') return t('data.ok')
  if (state.kind === 'memory-only') return t(`data.memory-only.${state.why}`)
  if (state.backupFrom === null) return t('data.recoveredEmpty', { file: state.keptAs })
  return t('data.recovered', { when: exactTime(state.backupFrom, i18n.language), file: state.keptAs })
}

const parts = ['version', 'electron', 'chromium', 'node', 'sqlite'] as const

function Versions({ about }: { about: About }): ReactNode {
  const { t } = useTranslation('settings')
  return (
    <dl className="facts">
      {parts.map((part) => (
        <div key={part} className="version">
          <dt>{t(`about.${part}`)}</dt>
          <dd className="mono">{about[part]}</dd>
        </div>
      ))}
    </dl>
  )
}
