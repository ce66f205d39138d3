import { Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ParameterName } from '../../../../shared/chat/parameter-name.ts'
import type { Protocol } from '../../../../shared/chat/protocol.ts'
import type { UnsupportedParameter } from '../../../../shared/contract/chat.ts'
import type { ChatSetup } from '../../../../shared/contract/conversation.ts'
import type { DocsPage } from '../../../app/help/docs-pages.ts'
import { useRpc } from '../../../rpc.ts'
import { JsonParameter } from './json-parameter.tsx'
import { NumberParameter } from './number-parameter.tsx'
import { NUMBERS, readStops } from './parameter-facts.ts'
import { ParameterNote } from './parameter-note.tsx'
import { readTools } from './read-tools.ts'
import { ResponseFormat } from './response-format.tsx'
import type { Setup } from './use-setup.ts'

const DocsLink = lazy(async () => ({
  default: (await import('../../../app/help/docs-link.tsx')).DocsLink,
}))

type ParametersPanelProps = { setup: ChatSetup; efforts: readonly string[]; onSet: Setup['setParameter'] }

/** Everything that can be set for a request. What is left alone is not sent: the server's own default holds. */
export function ParametersPanel({ setup, efforts, onSet }: ParametersPanelProps): ReactNode {
  const { t } = useTranslation('playground')
  const { parameters, protocol } = setup
  const refused = useUnsupported(setup.model)
  const note = (name: ParameterName) => (
    <ParameterNote name={name} protocol={protocol} refused={refused.get(name) ?? null} />
  )
  return (
    <div className="parameters">
      <p className="quiet">{t('parameters.only')}</p>
      <Docs protocol={protocol} />
      {NUMBERS.map((facts) => (
        <NumberParameter
          key={`${facts.name} ${setup.model}`}
          facts={facts}
          value={parameters[facts.name]}
          note={note(facts.name)}
          onChange={(value) => onSet(facts.name, value)}
        />
      ))}
      <Effort
        value={parameters.reasoningEffort}
        efforts={efforts}
        note={note('reasoningEffort')}
        onSet={onSet}
      />
      <StopWords value={parameters.stop} note={note('stop')} onSet={onSet} />
      <Words name="user" value={parameters.user} note={note('user')} onSet={onSet} />
      <Words name="serviceTier" value={parameters.serviceTier} note={note('serviceTier')} onSet={onSet} />
      <ResponseFormat
        value={parameters.responseFormat}
        onChange={(value) => onSet('responseFormat', value)}
      />
      <JsonParameter
        label={t('parameters.name.tools')}
        hint={t('parameters.toolsHint')}
        value={parameters.tools}
        read={readTools}
        onChange={(value) => onSet('tools', value)}
      />
    </div>
  )
}

const PAGES: { readonly [Name in Protocol]?: DocsPage } = {
  chat: 'chat-reference',
  deferred: 'chat-reference',
  responses: 'two-apis',
  messages: 'legacy-reference',
  completions: 'legacy-reference',
  complete: 'legacy-reference',
}

/** The page of the documentation that has all parameters of the chosen API. */
function Docs({ protocol }: { protocol: Protocol }): ReactNode {
  const page = PAGES[protocol]
  if (page === undefined) return null
  return (
    <Suspense fallback={null}>
      <p>
        <DocsLink page={page} />
      </p>
    </Suspense>
  )
}

function useUnsupported(model: string): ReadonlyMap<ParameterName, UnsupportedParameter> {
  const { query } = useRpc()
  const { data = [] } = useQuery(query.chat.unsupported.queryOptions())
  return new Map(data.filter((one) => one.model === model).map((one) => [one.parameter, one]))
}

type StopWordsProps = {
  value: readonly string[] | undefined
  note: ReactNode
  onSet: Setup['setParameter']
}

/** Lines stay as they are typed while the box has the focus: a new one is empty at first and is not sent. */
function StopWords({ value, note, onSet }: StopWordsProps): ReactNode {
  const { t } = useTranslation('playground')
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <Textarea
      label={t('parameters.name.stop')}
      description={note}
      inputWrapperOrder={['label', 'input', 'description']}
      rows={2}
      placeholder={t('parameters.stopHint')}
      value={typed ?? (value ?? []).join('\n')}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        onSet('stop', readStops(event.currentTarget.value))
      }}
      onBlur={() => setTyped(null)}
    />
  )
}

type WordsProps = {
  name: 'user' | 'serviceTier'
  value: string | undefined
  note: ReactNode
  onSet: Setup['setParameter']
}

function Words({ name, value, note, onSet }: WordsProps): ReactNode {
  const { t } = useTranslation('playground')
  return (
    <TextInput
      label={t(`parameters.name.${name}`)}
      description={note}
      inputWrapperOrder={['label', 'input', 'description']}
      placeholder={name === 'serviceTier' ? t('parameters.tierHint') : t('parameters.default')}
      value={value ?? ''}
      onChange={(event) =>
        onSet(name, event.currentTarget.value === '' ? undefined : event.currentTarget.value)
      }
    />
  )
}

type EffortProps = {
  value: string | undefined
  efforts: readonly string[]
  note: ReactNode
  onSet: Setup['setParameter']
}

/** Levels come and go with models: those the list tells are offered, any other word can be typed. */
function Effort({ value, efforts, note, onSet }: EffortProps): ReactNode {
  const { t } = useTranslation('playground')
  return (
    <>
      <TextInput
        label={t('parameters.name.reasoningEffort')}
        description={note}
        inputWrapperOrder={['label', 'input', 'description']}
        placeholder={efforts.length === 0 ? t('parameters.default') : efforts.join(', ')}
        list="effort-levels"
        value={value ?? ''}
        onChange={(event) => {
          const level = event.currentTarget.value.trim()
          onSet('reasoningEffort', level === '' ? undefined : level)
        }}
      />
      <datalist id="effort-levels">
        {efforts.map((level) => (
          <option key={level} value={level} />
        ))}
      </datalist>
    </>
  )
}
