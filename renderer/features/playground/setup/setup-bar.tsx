import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { LanguageModel } from '../../../../shared/catalog/model.ts'
import { Button } from '../../../ui/button.tsx'
import { ModelPicker } from '../model-picker.tsx'
import type { SideTab } from '../side-panel.tsx'
import { changedCount } from './parameter-facts.ts'
import { ProtocolSelect } from './protocol-select.tsx'
import type { Setup } from './use-setup.ts'

type SetupBarProps = {
  setup: Setup
  models: readonly LanguageModel[]
  demo: boolean
  side: SideTab | null
  onSide: (tab: SideTab | null) => void
}

/** Who is asked and how. */
export function SetupBar({ setup, models, demo, side, onSide }: SetupBarProps): ReactNode {
  const { t } = useTranslation('playground')
  const known = setup.setup
  if (known === null) {
    return (
      <p className="no-model">
        {t('noModels')} <Link href="/models">{t('toModels')}</Link>
      </p>
    )
  }
  const changed = changedCount(known.parameters)
  const toggle = (tab: SideTab) => onSide(side === tab ? null : tab)
  return (
    <div className="setup-bar">
      <ModelPicker models={models} demo={demo} value={known.model} onChange={setup.chooseModel} />
      <ProtocolSelect value={known.protocol} onChange={setup.chooseProtocol} />
      <div className="setup-buttons">
        <Button expanded={side === 'parameters'} onClick={() => toggle('parameters')}>
          {changed === 0 ? t('parameters.label') : t('parameters.changed', { count: changed })}
        </Button>
        <Button expanded={side === 'costs'} onClick={() => toggle('costs')}>
          {t('costs.label')}
        </Button>
      </div>
    </div>
  )
}
