import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LanguageModel } from '../../../shared/catalog/model.ts'
import type { ChatSetup, Conversation } from '../../../shared/contract/conversation.ts'
import { Button } from '../../ui/button.tsx'
import { ConversationCosts } from './costs/conversation-costs.tsx'
import { ParametersPanel } from './setup/parameters-panel.tsx'
import type { Setup } from './setup/use-setup.ts'

export type SideTab = 'parameters' | 'costs'

type SidePanelProps = {
  tab: SideTab
  conversation: Conversation
  setup: ChatSetup
  model: LanguageModel | null
  demo: boolean
  onSet: Setup['setParameter']
  onClose: () => void
}

/** What is looked at beside the conversation: the parameters, or what it cost. */
export function SidePanel({
  tab,
  conversation,
  setup,
  model,
  demo,
  onSet,
  onClose,
}: SidePanelProps): ReactNode {
  const { t } = useTranslation('playground')
  const label = t(`${tab}.label`)
  return (
    <aside className="side-panel" aria-label={label}>
      <div className="side-head">
        <h2>{label}</h2>
        <Button onClick={onClose}>{t('close')}</Button>
      </div>
      {tab === 'parameters' ? (
        <ParametersPanel setup={setup} efforts={model?.reasoningEfforts ?? []} onSet={onSet} />
      ) : (
        <ConversationCosts conversation={conversation} demo={demo} />
      )}
    </aside>
  )
}
