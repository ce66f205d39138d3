import './connections.css'
import { type ReactNode, useState } from 'react'
import type { Connection } from '../../../shared/contract/connection.ts'
import { Button } from '../../ui/button.tsx'
import { AddConnection } from './add-connection.tsx'
import { ConnectionRow } from './connection-row.tsx'
import { useConnectionWords } from './use-connection-words.ts'

/** Every connection that is kept: which one is in use, its host and key, and what can be done with it. */
export function ConnectionsSection({ connection }: { connection: Connection }): ReactNode {
  const { t } = useConnectionWords()
  const [adding, setAdding] = useState(false)
  const { profiles, active } = connection
  const standsIn = connection.kind === 'demo' && profiles.find(({ id }) => id === active)?.kind !== 'demo'
  return (
    <section className="card connections" aria-label={t('connections:heading')}>
      <h2>{t('connections:heading')}</h2>
      <p className="quiet">{t('connections:explained')}</p>
      <ul className="connection-list">
        {profiles.map((profile) => (
          <ConnectionRow key={profile.id} profile={profile} active={profile.id === active} />
        ))}
      </ul>
      {standsIn && <p className="warn">{t('connections:standIn', { host: hostOf(connection.baseUrl) })}</p>}
      {adding ? (
        <AddConnection onClose={() => setAdding(false)} />
      ) : (
        <div>
          <Button onClick={() => setAdding(true)}>{t('connections:add.open')}</Button>
        </div>
      )}
    </section>
  )
}

function hostOf(baseUrl: string): string {
  return new URL(baseUrl).host
}
