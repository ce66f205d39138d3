import type { ReactNode } from 'react'
import { Trans } from 'react-i18next'
import { assertNever } from '../../../shared/assert-never.ts'
import { Age } from '../../ui/age.tsx'
import { useCatalog } from '../use-catalog.ts'
import { LearnedWords } from './learned-words.tsx'
import type { Source } from './number-facts.ts'
import { useHelpWords } from './use-help-words.ts'
import { useKeyReadAt, useLatestAnswerAt, useLatestSampleAt, useLimitsReadAt } from './use-source-times.ts'

/** Where a number comes from, and how old that is now. */
export function SourceWords({ source }: { source: Source }): ReactNode {
  return (
    <span className="numbers-source">
      <Name source={source} /> · <SourceAge source={source} />
      {source === 'estimate' && (
        <>
          {' · '}
          <LearnedWords />
        </>
      )}
    </span>
  )
}

function Name({ source }: { source: Source }): ReactNode {
  const { t } = useHelpWords()
  const { state } = useCatalog()
  const catalog = state.kind === 'known' ? state.catalog : null
  const host = catalog?.host ?? ''
  if (source !== 'prices') return t(`help:source.${source}`, { host })
  if (catalog?.demo === true) return t('help:source.pricesDemo')
  return t(catalog?.from === 'documentation' ? 'help:source.pricesDocumented' : 'help:source.prices', {
    host,
  })
}

function SourceAge({ source }: { source: Source }): ReactNode {
  const { t } = useHelpWords()
  switch (source) {
    case 'prices':
      return <PricesAge />
    case 'bill':
    case 'ledger':
    case 'clock':
      return <AnswerAge />
    case 'count':
    case 'estimate':
      return <SampleAge source={source} />
    case 'headers':
      return <LimitsAge />
    case 'key':
      return <KeyAge />
    case 'reference':
      return t('help:age.bundled')
    case 'computed':
    case 'yours':
    case 'disk':
      return t('help:age.now')
    default:
      return assertNever(source)
  }
}

function PricesAge(): ReactNode {
  const { state } = useCatalog()
  return <Told at={state.kind === 'known' ? state.catalog.readAt : null} words="read" />
}

function AnswerAge(): ReactNode {
  return <Told at={useLatestAnswerAt()} words="answered" />
}

function SampleAge({ source }: { source: 'count' | 'estimate' }): ReactNode {
  return <Told at={useLatestSampleAt(source)} words={source === 'count' ? 'counted' : 'learned'} />
}

function LimitsAge(): ReactNode {
  return <Told at={useLimitsReadAt()} words="told" />
}

function KeyAge(): ReactNode {
  return <Told at={useKeyReadAt()} words="read" />
}

type ToldProps = { at: number | null; words: 'read' | 'told' | 'answered' | 'counted' | 'learned' }

function Told({ at, words }: ToldProps): ReactNode {
  const { t } = useHelpWords()
  if (at === null) return t('help:age.never')
  return <Trans t={t} i18nKey={`help:age.${words}`} components={{ age: <Age at={at} /> }} />
}
