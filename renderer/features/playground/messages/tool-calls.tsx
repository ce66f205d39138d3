import { Textarea } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ToolCall } from '../../../../shared/contract/message.ts'
import { Button } from '../../../ui/button.tsx'
import { IdText } from '../../../ui/id-text.tsx'
import { useOneAtATime } from '../../../ui/use-one-at-a-time.ts'
import { prettyJson } from '../pretty-json.ts'

type ToolCallsProps = {
  calls: readonly ToolCall[]
  /** Puts typed results behind the answer and asks on; `null` when they were given or nothing can be sent now. */
  onResults: ((results: readonly { callId: string; text: string }[]) => Promise<void>) | null
}

/** The calls that the model asked for, and a box for what each gave: this app runs no tool itself. */
export function ToolCalls({ calls, onResults }: ToolCallsProps): ReactNode {
  const { t } = useTranslation('playground')
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const once = useOneAtATime()
  // Each press would put the results behind the answer once more.
  const send = () =>
    once(async () => onResults?.(calls.map(({ id }) => ({ callId: id, text: typed[id] ?? '' }))))
  return (
    <section className="tool-calls" aria-label={t('tools.label')}>
      {calls.map((call) => (
        <div key={call.id} className="tool-call">
          <p>
            {t('tools.calls')} <IdText>{call.name}</IdText>
          </p>
          <pre>{prettyJson(call.arguments)}</pre>
          {onResults !== null && (
            <Textarea
              label={t('tools.result', { name: call.name })}
              rows={2}
              value={typed[call.id] ?? ''}
              onChange={(event) => setTyped({ ...typed, [call.id]: event.currentTarget.value })}
            />
          )}
        </div>
      ))}
      {onResults !== null && (
        <Button
          onClick={() => void send()}
          inactive={calls.some(({ id }) => (typed[id] ?? '').trim() === '')}
        >
          {t('tools.send')}
        </Button>
      )}
    </section>
  )
}
