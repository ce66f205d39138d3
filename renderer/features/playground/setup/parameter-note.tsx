import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ParameterName } from '../../../../shared/chat/parameter-name.ts'
import type { Protocol } from '../../../../shared/chat/protocol.ts'
import type { UnsupportedParameter } from '../../../../shared/contract/chat.ts'
import { useRpc } from '../../../rpc.ts'

type ParameterNoteProps = { name: ParameterName; protocol: Protocol; refused: UnsupportedParameter | null }

/** What is known against a parameter: the server refused it for this model, or the API chosen has no place for it. */
export function ParameterNote({ name, protocol, refused }: ParameterNoteProps): ReactNode {
  const { t } = useTranslation('playground')
  const { query } = useRpc()
  const queries = useQueryClient()
  const { mutate } = useMutation(
    query.chat.supportAgain.mutationOptions({
      onSuccess: (left) => queries.setQueryData(query.chat.unsupported.queryKey(), left),
    }),
  )
  if (refused !== null) {
    return (
      <span className="warn">
        {t('parameters.refused', { model: refused.model, words: refused.words })}{' '}
        <button
          type="button"
          className="plain-button"
          onClick={() => mutate({ model: refused.model, parameter: name })}
        >
          {t('parameters.tryAgain')}
        </button>
      </span>
    )
  }
  if (NO_PLACE[protocol].includes(name)) return <span className="quiet">{t('parameters.noPlace')}</span>
  return null
}

const SAMPLING: readonly ParameterName[] = ['seed', 'frequencyPenalty', 'presencePenalty', 'n']

/** Parameters that a protocol has no field for (reference 5.4, 6, 9): they are not sent with it. */
const NO_PLACE: Record<Protocol, readonly ParameterName[]> = {
  chat: [],
  deferred: [],
  responses: [...SAMPLING, 'stop'],
  messages: [...SAMPLING, 'reasoningEffort', 'responseFormat', 'serviceTier'],
  completions: ['reasoningEffort', 'responseFormat', 'tools', 'serviceTier'],
  complete: [...SAMPLING, 'reasoningEffort', 'responseFormat', 'tools', 'serviceTier'],
  segmind: [
    ...SAMPLING,
    'temperature',
    'topP',
    'maxCompletionTokens',
    'stop',
    'reasoningEffort',
    'responseFormat',
    'tools',
    'user',
    'serviceTier',
  ],
}
