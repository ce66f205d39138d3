import type { ReactNode } from 'react'
import type { Connection, KeyPlace, Profile } from '../../../shared/contract/connection.ts'
import { useConnectionAction } from '../../app/connections/use-connection-action.ts'
import { keyWords, useConnectionWords } from '../../app/connections/use-connection-words.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'

const moves = { keyring: 'keyring', session: 'session', weak: 'weak' } as const
const imports = { keyring: 'importKeyring', session: 'importSession', weak: 'importWeak' } as const

/** Where else the key can be kept: the keyring is offered when it appears, and an import is only ever offered. */
export function KeyPlaces({ connection, profile }: { connection: Connection; profile: Profile }): ReactNode {
  const { t } = useConnectionWords()
  const { state, run } = useConnectionAction()
  const { key } = profile
  if (key.kind !== 'present' || profile.moves.length === 0) return null
  const isImport = key.storage === 'environment'
  const couldBeSafer = key.storage !== 'keyring' && !isImport && profile.moves.includes('keyring')
  return (
    <section className="key-places" aria-label={t('connections:move.heading')}>
      <h3>{t('connections:move.heading')}</h3>
      {isImport && <p>{t('connections:move.importMeaning')}</p>}
      {isImport && profile.hiddenKey !== null && (
        <p className="warn">{t('connections:move.importReplaces', { lastFour: profile.hiddenKey })}</p>
      )}
      {couldBeSafer && <p className="keyring-offer">{t('connections:move.offer')}</p>}
      <ul>
        {profile.moves.map((to) => (
          <li key={to}>
            <button
              type="button"
              className="link-button"
              disabled={state.kind === 'working'}
              aria-describedby={`move-${to}`}
              onClick={() => void run((calls) => calls.moveKey({ to, profile: profile.id }))}
            >
              {t(`connections:move.${(isImport ? imports : moves)[to]}`)}
            </button>{' '}
            <span id={`move-${to}`} className="quiet">
              <PlaceMeaning to={to} backend={connection.keyring.backend} />
            </span>
          </li>
        ))}
      </ul>
      {state.kind === 'failed' && <FailureNotice failure={state.failure} />}
      <p role="status" className="quiet">
        {state.kind === 'done' && t('connections:move.moved', { how: keyWords(profile, t) })}
      </p>
    </section>
  )
}

function PlaceMeaning({ to, backend }: { to: KeyPlace; backend: string | null }): ReactNode {
  const { t } = useConnectionWords()
  return t(`connections:move.${to}Meaning`, { backend: backend ?? '–' })
}
