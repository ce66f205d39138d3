import { lazy, type ReactNode, Suspense, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { resolveModel } from '../../../shared/catalog/alias.ts'
import type { LanguageModel } from '../../../shared/catalog/model.ts'
import { isTextOnly } from '../../../shared/catalog/text-only.ts'
import type { Conversation } from '../../../shared/contract/conversation.ts'
import { useCatalog } from '../../app/use-catalog.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { SkeletonLines } from '../../ui/skeleton-lines.tsx'
import { AnswerAnnouncer } from './answer-announcer.tsx'
import { Composer } from './composer/composer.tsx'
import { useDraft } from './composer/use-draft.ts'
import { ConversationMessages } from './conversation-messages.tsx'
import { CopyAsMenu } from './copy/copy-as-menu.tsx'
import { CostCard } from './cost/cost-card.tsx'
import { imagesToUse } from './cost/use-prompt-facts.ts'
import type { FoundMessage } from './found-message.ts'
import type { MessageListHandle } from './messages/message-list.tsx'
import { useMessageActions } from './messages/use-message-actions.ts'
import { PressNotice } from './press-notice.tsx'
import { SetupBar } from './setup/setup-bar.tsx'
import { useSetup } from './setup/use-setup.ts'
import { SidePanel, type SideTab } from './side-panel.tsx'
import { conversationOf, useConversation } from './use-conversation.ts'
import { useTurn } from './use-turn.ts'

const SideBySide = lazy(async () => ({ default: (await import('./compare/side-by-side.tsx')).SideBySide }))

type ConversationPaneProps = {
  /** `null`: the one used last. */
  chosen: string | null
  /** A new conversation was asked for and is not there yet: what is typed and chosen now is meant for it. */
  beginning: boolean
  /** A message that was looked for. */
  found: FoundMessage | null
  /** A model from the address: `Try in Playground`. */
  wished: string | null
  /** Several models are asked at once, in place of the conversation. */
  sideBySide: boolean
  onSideBySide: (shown: boolean) => void
  onKnown: (conversationId: string) => void
  /** What is open beside the conversation. */
  side: SideTab | null
  onSide: (tab: SideTab | null) => void
  /** Files were dropped that look like conversations. */
  onConversationFiles: (files: readonly File[]) => void
}

/** The open conversation: its messages, the message box, and what sending would cost. */
export function ConversationPane(props: ConversationPaneProps): ReactNode {
  const { chosen, beginning, found, wished, sideBySide, onSideBySide, onKnown, side, onSide } = props
  const { t } = useTranslation('playground')
  const held = useConversation(chosen)
  const conversation = beginning ? null : conversationOf(held.state)
  const { models, demo } = useKnownModels()
  const setup = useSetup(conversation, models, wished)
  const turn = useTurn(conversation, setup.setup)
  const actions = useMessageActions(conversation)
  const list = useRef<MessageListHandle>(null)
  const id = conversation?.id ?? null
  useEffect(() => {
    if (id !== null) onKnown(id)
  }, [id, onKnown])
  if (sideBySide && setup.setup !== null) {
    return (
      <Suspense fallback={<SkeletonLines lines={6} />}>
        <SideBySide models={models} setup={setup.setup} onBack={() => onSideBySide(false)} />
      </Suspense>
    )
  }
  return (
    <div className="conversation-pane">
      <AnswerAnnouncer conversation={conversation} />
      <div className="conversation">
        {!beginning && held.state.kind === 'lost' && (
          <FailureNotice failure={held.state.failure} onRetry={held.listenAgain} kept={t('lost')} />
        )}
        {(beginning || held.state.kind === 'loading') && <SkeletonLines lines={4} />}
        {conversation !== null && (
          <ConversationMessages
            conversation={conversation}
            live={held.live}
            turn={turn}
            actions={actions}
            onOlder={held.readOlder}
            found={found}
            list={list}
          />
        )}
      </div>
      <PressNotice turn={turn} actions={actions} setup={setup.setup} />
      <SetupBar setup={setup} models={models} demo={demo} side={side} onSide={onSide} />
      <ConversationComposer
        beginning={beginning}
        conversation={conversation}
        setup={setup.setup}
        models={models}
        demo={demo}
        turn={turn}
        actions={actions}
        onSent={() => list.current?.toEnd()}
        onConversationFiles={props.onConversationFiles}
      />
      {side !== null && conversation !== null && setup.setup !== null && (
        <SidePanel
          tab={side}
          conversation={conversation}
          setup={setup.setup}
          model={modelOf(setup.setup.model, models)}
          demo={demo}
          onSet={setup.setParameter}
          onClose={() => onSide(null)}
        />
      )}
    </div>
  )
}

type ConversationComposerProps = {
  beginning: boolean
  conversation: Conversation | null
  setup: ReturnType<typeof useSetup>['setup']
  models: readonly LanguageModel[]
  demo: boolean
  turn: ReturnType<typeof useTurn>
  actions: ReturnType<typeof useMessageActions>
  onSent: () => void
  onConversationFiles: (files: readonly File[]) => void
}

function ConversationComposer(props: ConversationComposerProps): ReactNode {
  const { beginning, conversation, setup, models, demo, turn, actions, onSent } = props
  const held = useDraft(conversation?.id ?? null)
  return (
    <Composer
      held={held}
      underWay={turn.underWay}
      beginning={beginning}
      ready={setup !== null && conversation !== null}
      askable={setup !== null && conversation !== null && conversation.total > 0}
      textOnly={setup !== null && isTextOnly(setup.model, models)}
      onConversationFiles={props.onConversationFiles}
      onStop={() => void turn.stop()}
      onAsk={() => {
        onSent()
        void turn.ask(null)
      }}
      onSend={(draft) => {
        onSent()
        return turn.send(draft.text, imagesToUse(draft))
      }}
      onAdd={async (role, draft) => {
        const message = { role, text: draft.text, images: imagesToUse(draft), toolCallId: null }
        return (await actions.add(message)) ? 'accepted' : 'refused'
      }}
    >
      {setup !== null && conversation !== null && (
        <>
          <CopyAsMenu conversation={conversation} setup={setup} draft={held.draft} />
          <CostCard
            conversation={conversation}
            setup={setup}
            models={models}
            demo={demo}
            draft={held.draft}
          />
        </>
      )}
    </Composer>
  )
}

function useKnownModels(): { models: readonly LanguageModel[]; demo: boolean } {
  const { state } = useCatalog()
  return state.kind === 'known' ? state.catalog : { models: [], demo: false }
}

function modelOf(name: string, models: readonly LanguageModel[]): LanguageModel | null {
  const found = resolveModel(name, models)
  return found.kind === 'unknown' ? null : found.model
}
