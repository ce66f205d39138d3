import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { loadMessages } from '../../messages/index.ts'
import { useRpc } from '../../rpc.ts'
import { type AccessAnswer, accessOf } from './access-answer.ts'

await loadMessages('access')

export type KeyAccess = {
  /** Whether the key may call this endpoint with this model: pass every name of the model (`[id, ...aliases]`). */
  of: (endpoint: string, model?: string | readonly string[]) => AccessAnswer
  /** The sentence for an answer; `null` unless it is a refusal. Put it into a tooltip and a description. */
  words: (answer: AccessAnswer) => string | null
  /** The text of an `<option>`, which says so when the key may not use it. */
  optionText: (text: string, answer: AccessAnswer) => string
}

/**
 * What the key in use may do, the same everywhere in the app. For a view that loads lazily.
 *
 *     const access = useKeyAccess()
 *     const answer = access.of('chat', [model.id, ...model.aliases])
 *     <option value={id}>{access.optionText(id, answer)}</option>   // in a picker
 *     <AccessNote answer={answer} />                                 // below it: the reason, and the way to the grid
 *     <GuardedButton answer={answer} onClick={send}>Send</GuardedButton>
 *
 * Nothing is disabled by it: what the page knows can be older than what the server decides. With `ask: false` only what
 * was read already counts.
 */
export function useKeyAccess({ ask = true }: { ask?: boolean } = {}): KeyAccess {
  const { t } = useTranslation('access')
  const { query } = useRpc()
  const { data } = useQuery(query.connection.inspectKey.queryOptions({ enabled: ask }))
  return useMemo(() => {
    const words = (answer: AccessAnswer) =>
      answer.kind === 'refused' ? t(`reason.${answer.reason}`, { endpoint: answer.endpoint }) : null
    return {
      of: accessOf(data ?? null),
      words,
      optionText: (text, answer) => (answer.kind === 'refused' ? t('option', { text }) : text),
    }
  }, [data, t])
}
