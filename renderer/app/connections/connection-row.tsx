import { type ReactNode, useState } from 'react'
import type { Profile } from '../../../shared/contract/connection.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { IdText } from '../../ui/id-text.tsx'
import { RemoveConnection } from './remove-connection.tsx'
import { RenameConnection } from './rename-connection.tsx'
import { useConnectionAction } from './use-connection-action.ts'
import { keyWords, profileName, useConnectionWords } from './use-connection-words.ts'

/** One connection. The demo is always there and cannot be changed. */
export function ConnectionRow({ profile, active }: { profile: Profile; active: boolean }): ReactNode {
  const { t } = useConnectionWords()
  const [doing, setDoing] = useState<'nothing' | 'renaming' | 'removing'>('nothing')
  const close = () => setDoing('nothing')
  return (
    <li className="connection-row" data-active={active}>
      <div className="connection-facts">
        <strong>
          <bdi>{profileName(profile, t)}</bdi>
        </strong>
        {active && <span className="in-use">{t('connections:inUse')}</span>}
        <span className="quiet">
          {t(`connections:kind.${profile.kind}`)}
          {profile.kind !== 'demo' && (
            <>
              {' · '}
              <IdText>{profile.host}</IdText>
            </>
          )}
          {` · ${keyWords(profile, t)}`}
        </span>
      </div>
      {doing === 'nothing' && <RowActions profile={profile} active={active} onDo={setDoing} />}
      {doing === 'renaming' && <RenameConnection profile={profile} onClose={close} />}
      {doing === 'removing' && <RemoveConnection profile={profile} onClose={close} />}
    </li>
  )
}

type RowActionsProps = {
  profile: Profile
  active: boolean
  onDo: (what: 'renaming' | 'removing') => void
}

function RowActions({ profile, active, onDo }: RowActionsProps): ReactNode {
  const { t } = useConnectionWords()
  const { state, run } = useConnectionAction()
  const { id, name, kind } = profile
  return (
    <>
      <div className="connection-actions">
        {!active && (
          <NamedButton
            label={t('connections:useNamed', { name })}
            disabled={state.kind === 'working'}
            onClick={() => void run((calls) => calls.use({ profile: id }))}
          >
            {t('connections:use')}
          </NamedButton>
        )}
        {kind !== 'demo' && (
          <>
            <NamedButton label={t('connections:renameNamed', { name })} onClick={() => onDo('renaming')}>
              {t('connections:rename')}
            </NamedButton>
            <NamedButton label={t('connections:removeNamed', { name })} onClick={() => onDo('removing')}>
              {t('connections:remove')}
            </NamedButton>
          </>
        )}
      </div>
      {state.kind === 'failed' && <FailureNotice failure={state.failure} />}
    </>
  )
}

type NamedButtonProps = { label: string; disabled?: boolean; onClick: () => void; children: ReactNode }

/** Several buttons of one kind are told apart by their accessible names. */
function NamedButton({ label, disabled = false, onClick, children }: NamedButtonProps): ReactNode {
  return (
    <button type="button" className="link-button" aria-label={label} disabled={disabled} onClick={onClick}>
      {children}
    </button>
  )
}
