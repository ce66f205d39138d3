import { Textarea } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ComparisonColumn } from '../../../../shared/contract/comparisons.ts'
import type { ChatSetup } from '../../../../shared/contract/conversation.ts'
import type { Message } from '../../../../shared/contract/message.ts'
import { SecondAmount } from '../../../app/spend/second-amount.tsx'
import { useRpc } from '../../../rpc.ts'
import { IdText } from '../../../ui/id-text.tsx'
import { MoneyText } from '../../../ui/money-text.tsx'
import { countText } from '../../../ui/number-text.ts'
import { UnknownValue } from '../../../ui/unknown-value.tsx'
import { AnswerSources } from '../answer-sources.tsx'
import { answerSpeed } from '../answer-speed.ts'
import { AnswerText } from '../answer-text.tsx'
import { AttemptOutcome } from '../attempt-outcome.tsx'
import { LiveFacts } from '../live/live-facts.tsx'
import { secondsText } from '../live/seconds-text.ts'
import { conversationOf, useConversation } from '../use-conversation.ts'
import { useStable } from '../use-stable.ts'
import { parametersText } from './comparison-table.ts'
import { spentOn } from './spent-on.ts'
import { useNote } from './use-note.ts'

type AnswerColumnProps = {
  column: ComparisonColumn
  voted: boolean
  onVote: (position: number | null) => void
  onNote: (text: string) => void
}

/** One answer of the comparison, live: text, cost, time to first token, speed and length. */
export function AnswerColumn({ column, voted, onVote, onNote }: AnswerColumnProps): ReactNode {
  const { t } = useTranslation('playground')
  const { client } = useRpc()
  const { state, live } = useConversation(column.conversationId)
  const openLink = useStable((url: string) => {
    client.about.openLink({ url }).catch(() => undefined)
  })
  const answer = conversationOf(state)?.messages.findLast(({ role }) => role === 'assistant') ?? column.answer
  const { note, change, leave } = useNote(column.note, onNote)
  const { model, parameters } = column.setup
  const changed = parametersText(parameters)
  return (
    <article className="answer-column" aria-label={model}>
      <h3>
        <IdText>{model}</IdText>
      </h3>
      {changed !== '' && <p className="quiet">{changed}</p>}
      {column.state !== 'started' && <p className="warn">{t(`compare.state.${column.state}`)}</p>}
      {answer !== null && (
        <ColumnAnswer answer={answer} setup={column.setup} live={live} onOpenLink={openLink} />
      )}
      <label className="check-line">
        <input
          type="checkbox"
          checked={voted}
          onChange={(event) => onVote(event.currentTarget.checked ? column.position : null)}
        />
        {t('compare.vote')}
      </label>
      <Textarea
        aria-label={t('compare.noteColumn', { model })}
        placeholder={t('compare.note')}
        rows={2}
        maxLength={20_000}
        value={note}
        onChange={(event) => change(event.currentTarget.value)}
        onBlur={leave}
      />
    </article>
  )
}

type ColumnAnswerProps = {
  answer: Message
  setup: ChatSetup
  live: ReturnType<typeof useConversation>['live']
  onOpenLink: (url: string) => void
}

function ColumnAnswer({ answer, setup, live, onOpenLink }: ColumnAnswerProps): ReactNode {
  const { attempt } = answer
  const kind = attempt?.state.kind
  const growing = kind === 'pending' || kind === 'streaming'
  return (
    <div className="answer" aria-busy={growing}>
      {growing ? <LiveFacts progress={live?.progress ?? null} /> : <EndFacts answer={answer} />}
      <AnswerText text={answer.text} growing={growing} onOpenLink={onOpenLink} />
      {!growing && answer.sources.length > 0 && (
        <AnswerSources urls={answer.sources} onOpenLink={onOpenLink} />
      )}
      {attempt !== null && <AttemptOutcome attempt={attempt} protocol={setup.protocol} onRetry={null} />}
    </div>
  )
}

function EndFacts({ answer: { attempt } }: { answer: Message }): ReactNode {
  const { t, i18n } = useTranslation('playground')
  if (attempt === null) return null
  const speed = answerSpeed(attempt)
  const tokens = attempt.usage?.answerTokens ?? null
  const { ticks, exact } = spentOn(attempt)
  const oneDecimal = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 })
  return (
    <fieldset className="live-facts" aria-label={t('facts.label')}>
      <dl>
        <div>
          <dt data-explain="message-cost">{t('compare.cost')}</dt>
          <dd>
            <MoneyText ticks={ticks} atLeast={!exact} reason={t('bill.noPrices')} />{' '}
            <SecondAmount ticks={ticks} atLeast={!exact} />
          </dd>
        </div>
        <div>
          <dt data-explain="first-token">{t('compare.firstToken')}</dt>
          <dd>
            {secondsText(attempt.firstTokenMs, i18n.language) ?? <UnknownValue reason={t('facts.noFirst')} />}
          </dd>
        </div>
        <div>
          <dt data-explain="answer-speed">{t('compare.speed')}</dt>
          <dd>{speed === null ? <UnknownValue reason={t('facts.noSpeed')} /> : oneDecimal.format(speed)}</dd>
        </div>
        <div>
          <dt data-explain="answer-length">{t('compare.length')}</dt>
          <dd>
            {tokens === null ? (
              <UnknownValue reason={t('bill.noTokens')} />
            ) : (
              countText(tokens, i18n.language)
            )}
          </dd>
        </div>
      </dl>
    </fieldset>
  )
}
