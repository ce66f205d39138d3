import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { LanguageModel } from '../../../shared/catalog/model.ts'
import type { ChatSetup, Conversation } from '../../../shared/contract/conversation.ts'
import { Button } from '../../ui/button.tsx'
import { useEscape } from '../../ui/use-escape.ts'
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
  useEscape(onClose, true, 'view')
  useFocusBack()
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

/** What had the focus when the panel came has it again when the panel goes and takes the focus with it. */
function useFocusBack(): void {
  useEffect(() => {
    const opener = document.activeElement
    return () => {
      const isLost = document.activeElement === null || document.activeElement === document.body
      if (isLost && opener instanceof HTMLElement && opener.isConnected) opener.focus()
    }
  }, [])
}
