import './playground.css'
import { Button } from '@mantine/core'
import { type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { LanguageModel } from '../../../shared/catalog/model.ts'
import type { Conversation } from '../../../shared/contract/conversation.ts'
import { useAddressState } from '../../app/use-address-state.ts'
import { useCatalog } from '../../app/use-catalog.ts'
import { ViewHeading } from '../../app/view-heading.tsx'
import { useRpc } from '../../rpc.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { SkeletonLines, StatePanel } from '../../ui/state-panel.tsx'
import { AnswerAnnouncer } from './answer-announcer.tsx'
import { Composer } from './composer.tsx'
import { MessageList, type MessageListHandle } from './message-list.tsx'
import { modelToAsk } from './model-choice.ts'
import { ModelPicker } from './model-picker.tsx'
import { type ConversationState, conversationOf, useConversation } from './use-conversation.ts'
import { useStable } from './use-stable.ts'
import { type Turn, useTurn } from './use-turn.ts'

/** One conversation with one model: ask, watch the answer come, see what it cost. */
export function PlaygroundView(): ReactNode {
  const { state, open, listenAgain } = useConversation()
  const conversation = conversationOf(state)
  const turn = useTurn(conversation, open)
  const { models, demo } = useKnownModels()
  const choice = useModelChoice(conversation, models)
  const list = useRef<MessageListHandle>(null)
  const { model } = choice
  const retry = useStable(() => {
    if (model !== null) void turn.retry(model)
  })
  return (
    <div className="playground">
      <ViewHeading view="playground">
        <NewConversation turn={turn} empty={conversation === null || conversation.messages.length === 0} />
      </ViewHeading>
      <AnswerAnnouncer conversation={conversation} />
      <ConversationArea
        state={state}
        onListenAgain={listenAgain}
        onRetry={model === null || turn.underWay ? null : retry}
        list={list}
      />
      <PressNotice turn={turn} />
      {model === null ? (
        <NoModel />
      ) : (
        <ModelPicker models={models} demo={demo} value={model} onChange={choice.choose} />
      )}
      <Composer
        underWay={turn.underWay}
        ready={model !== null && conversation !== null}
        onStop={turn.stop}
        onSend={async (text) => {
          if (model === null) return 'refused'
          list.current?.toEnd()
          return turn.send(model, text)
        }}
      />
    </div>
  )
}

function useKnownModels(): { models: readonly LanguageModel[]; demo: boolean } {
  const { state } = useCatalog()
  return state.kind === 'known' ? state.catalog : { models: [], demo: false }
}

function useModelChoice(conversation: Conversation | null, models: readonly LanguageModel[]) {
  const { state } = useAddressState()
  const [chosen, choose] = useState<string | null>(null)
  const model = modelToAsk({ chosen, address: state.get('model'), conversation }, models)
  return { model, choose }
}

function NewConversation({ turn, empty }: { turn: Turn; empty: boolean }): ReactNode {
  const { t } = useTranslation('playground')
  return (
    <Button variant="default" disabled={turn.underWay || empty} onClick={turn.startNew}>
      {t('newConversation')}
    </Button>
  )
}

type ConversationAreaProps = {
  state: ConversationState
  onListenAgain: () => void
  onRetry: (() => void) | null
  list: React.Ref<MessageListHandle>
}

function ConversationArea({ state, onListenAgain, onRetry, list }: ConversationAreaProps): ReactNode {
  const { t } = useTranslation('playground')
  const openLink = useOpenLink()
  const conversation = conversationOf(state)
  return (
    <div className="conversation">
      {state.kind === 'lost' && (
        <FailureNotice failure={state.failure} onRetry={onListenAgain} kept={t('lost')} />
      )}
      {state.kind === 'loading' && <SkeletonLines lines={4} />}
      {conversation !== null && conversation.messages.length === 0 && (
        <StatePanel heading={t('empty.heading')}>
          <p>{t('empty.text')}</p>
        </StatePanel>
      )}
      {conversation !== null && conversation.messages.length > 0 && (
        <MessageList
          key={conversation.id}
          ref={list}
          conversation={conversation}
          onRetry={onRetry}
          onOpenLink={openLink}
        />
      )}
    </div>
  )
}

/** The main process shows the host and asks; a link that it refuses or the person declines needs no more words. */
function useOpenLink(): (url: string) => void {
  const { client } = useRpc()
  return useStable((url: string) => {
    client.about.openLink({ url }).catch(() => undefined)
  })
}

function PressNotice({ turn: { press } }: { turn: Turn }): ReactNode {
  const { t } = useTranslation('playground')
  if (press.kind !== 'refused') return null
  const kept = press.what === 'send' ? { kept: t('sendKept') } : {}
  return <FailureNotice failure={press.failure} {...kept} />
}

function NoModel(): ReactNode {
  const { t } = useTranslation('playground')
  return (
    <p className="no-model">
      {t('noModels')} <Link href="/models">{t('toModels')}</Link>
    </p>
  )
}
