import { type ReactNode, useId, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { type ActionState, useConnectionAction } from './use-connection-action.ts'
import { useConnectionWords } from './use-connection-words.ts'

type Service = 'xai' | 'custom' | 'segmind'
const SERVICES: readonly Service[] = ['xai', 'custom', 'segmind']

/** A connection under a name of its own. It is put to use at once, so that its key can be entered for its host. */
export function AddConnection({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useConnectionWords()
  const [service, setService] = useState<Service>('xai')
  const [name, setName] = useState('')
  const [baseUrl, setBaseUrl] = useState('')
  const { state, run } = useConnectionAction()
  const add = async () => {
    const wanted = {
      name:
        name.trim() === '' ? suggestedName(service, baseUrl, t(`connections:add.${service}`)) : name.trim(),
      service: service === 'segmind' ? ('segmind' as const) : ('xai' as const),
      baseUrl: service === 'custom' ? baseUrl.trim() : null,
    }
    const done = await run(async (calls) => calls.use({ profile: (await calls.add(wanted)).id }))
    if (done !== null) onClose()
  }
  return (
    <form
      className="connection-form"
      aria-label={t('connections:add.heading')}
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <h3>{t('connections:add.heading')}</h3>
      <Segmented
        label={t('connections:add.service')}
        value={service}
        options={SERVICES.map((value) => ({ value, label: t(`connections:add.${value}`) }))}
        onChange={setService}
      />
      {service === 'segmind' && <p className="quiet">{t('connections:add.segmindHint')}</p>}
      <label>
        <span>{t('connections:add.name')}</span>
        <input
          type="text"
          className="plain-field"
          maxLength={100}
          dir="auto"
          value={name}
          placeholder={suggestedName(service, baseUrl, t(`connections:add.${service}`))}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </label>
      {service === 'custom' && <BaseUrlField value={baseUrl} onChange={setBaseUrl} state={state} />}
      {state.kind === 'failed' && !isInvalid(state) && <FailureNotice failure={state.failure} />}
      <div className="connection-actions">
        <button
          type="submit"
          className="link-button primary"
          disabled={state.kind === 'working' || (service === 'custom' && baseUrl.trim() === '')}
        >
          {t('connections:add.save')}
        </button>
        <Button onClick={onClose}>{t('connections:add.cancel')}</Button>
      </div>
    </form>
  )
}

type BaseUrlFieldProps = { value: string; onChange: (text: string) => void; state: ActionState }

function BaseUrlField({ value, onChange, state }: BaseUrlFieldProps): ReactNode {
  const { t } = useConnectionWords()
  const id = useId()
  const invalid = isInvalid(state)
  return (
    <div className="connection-field">
      <label>
        <span>{t('connections:add.baseUrl')}</span>
        <input
          type="text"
          inputMode="url"
          className="plain-field"
          autoComplete="off"
          spellCheck={false}
          aria-invalid={invalid}
          aria-describedby={id}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      </label>
      <p id={id} className={invalid ? 'bad' : 'quiet'} role={invalid ? 'alert' : undefined}>
        {t(invalid ? 'connections:add.invalid' : 'connections:add.baseUrlHint')}
      </p>
    </div>
  )
}

function isInvalid(state: ActionState): boolean {
  return state.kind === 'failed' && state.failure?.code === 'invalid-base-url'
}

/** The host tells custom connections apart; what cannot be read as an address has no host yet. */
function suggestedName(service: Service, baseUrl: string, label: string): string {
  if (service !== 'custom') return label
  return /^https?:\/\/([^/\s]{1,80})/i.exec(baseUrl.trim())?.[1] ?? label
}
