import { useMutation } from '@tanstack/react-query'
import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { allNames, resolveModel } from '../../../../shared/catalog/alias.ts'
import type { LanguageModel } from '../../../../shared/catalog/model.ts'
import type { ChatSetup, Conversation } from '../../../../shared/contract/conversation.ts'
import { learnedEstimate } from '../../../../shared/estimate/prompt-estimate.ts'
import { endpointOf } from '../../../../shared/permissions/endpoint-of.ts'
import { AccessNote } from '../../../app/access/access-note.tsx'
import { useKeyAccess } from '../../../app/access/use-key-access.ts'
import { useCalibrations } from '../../../app/use-calibrations.ts'
import { failureOfError, useRpc } from '../../../rpc.ts'
import { Button } from '../../../ui/button.tsx'
import { DemoMark } from '../../../ui/demo-mark.tsx'
import { FailureNotice } from '../../../ui/failure-notice.tsx'
import type { Draft } from '../composer/use-draft.ts'
import { BudgetLeft } from './budget-left.tsx'
import { CostFigures } from './cost-figures.tsx'
import { expectedCost } from './expected-cost.ts'
import { imagesToUse, usePromptFacts } from './use-prompt-facts.ts'

type CostCardProps = {
  conversation: Pick<Conversation, 'id' | 'total'>
  setup: ChatSetup
  models: readonly LanguageModel[]
  demo: boolean
  draft: Draft
}

/**
 * What sending would cost, before it is sent: an estimate at once, the exact count when it is asked for. Rendered again
 * when one of these is another, not with each piece of an answer that grows.
 */
export const CostCard = memo(ShownCost, isSame)

function isSame(before: CostCardProps, now: CostCardProps): boolean {
  return (
    before.conversation.id === now.conversation.id &&
    before.conversation.total === now.conversation.total &&
    before.setup.model === now.setup.model &&
    before.setup.protocol === now.setup.protocol &&
    before.setup.parameters === now.setup.parameters &&
    before.models === now.models &&
    before.demo === now.demo &&
    before.draft === now.draft
  )
}

function ShownCost({ conversation, setup, models, demo, draft }: CostCardProps): ReactNode {
  const { t } = useTranslation('playground')
  const { query } = useRpc()
  const access = useKeyAccess()
  const calibration = useCalibrations(models).of(setup.model)
  const facts = usePromptFacts(conversation, setup, draft)
  const count = useMutation(query.chat.countPrompt.mutationOptions())
  const asked = {
    conversationId: conversation.id,
    model: setup.model,
    text: draft.text,
    images: imagesToUse(draft),
  }
  const counted =
    count.variables !== undefined && sameAsked(count.variables, asked) ? (count.data ?? null) : null
  const found = resolveModel(setup.model, models)
  const endpoint = endpointOf(setup.protocol)
  if (facts === null) return <section className="cost-card" aria-label={t('card.label')} aria-busy="true" />
  const overhead = facts.turns === 0 ? null : calibration.overhead
  const texts =
    (counted?.tokens ?? learnedEstimate(facts.raw, facts.kind, calibration).tokens) + (overhead?.tokens ?? 0)
  const expected =
    found.kind === 'unknown'
      ? null
      : expectedCost({
          model: found.model,
          parameters: setup.parameters,
          texts,
          images: facts.images,
          likely: facts.answer,
        })
  return (
    <section className="cost-card" aria-label={t('card.label')}>
      {found.kind === 'unknown' || expected === null ? (
        <p className="quiet">{t('card.unknownModel', { name: setup.model })}</p>
      ) : (
        <CostFigures
          expected={expected}
          exact={counted !== null}
          overhead={overhead}
          contextLength={found.model.contextLength}
        />
      )}
      <BudgetLeft conversationId={conversation.id} expected={facts.held} />
      {demo && <DemoMark />}
      <Button
        kind="plain"
        inactive={count.isPending || facts.turns === 0}
        onClick={() => count.mutate(asked)}
      >
        {t('card.count')}
      </Button>
      {endpoint !== null && <AccessNote answer={access.of(endpoint, allNames(setup.model, models))} />}
      {count.isError && <FailureNotice failure={failureOfError(count.error)} />}
    </section>
  )
}

type Asked = { conversationId: string; model: string; text: string; images: readonly { hash: string }[] }

function sameAsked(before: Asked, now: Asked): boolean {
  const key = ({ conversationId, model, text, images }: Asked) =>
    JSON.stringify([conversationId, model, text, images.map(({ hash }) => hash)])
  return key(before) === key(now)
}
