import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Catalog, Snapshot, SnapshotRef } from '../../../../shared/contract/catalog.ts'
import { useAddressState } from '../../../app/use-address-state.ts'
import { useCatalog } from '../../../app/use-catalog.ts'
import { failureOfError, useRpc } from '../../../rpc.ts'
import { Button } from '../../../ui/button.tsx'
import { FailureNotice } from '../../../ui/failure-notice.tsx'
import { SkeletonLines } from '../../../ui/skeleton-lines.tsx'
import { StatePanel } from '../../../ui/state-panel.tsx'
import { PriceUnitSwitch } from '../price-unit-switch.tsx'
import { useDetailWords } from '../use-detail-words.ts'
import { ChangeLists } from './change-lists.tsx'
import './changes.css'
import { SnapshotChoice } from './snapshot-choice.tsx'
import { useCatalogAge } from './use-catalog-age.ts'

/** Any two readings of the list compared: models, aliases, prices, from older to newer as a person chooses. */
export function WhatChanged({ catalog }: { catalog: Catalog | null }): ReactNode {
  const { query } = useRpc()
  useCatalogAge(catalog?.readAt ?? null)
  const snapshots = useQuery(query.catalog.snapshots.queryOptions({ enabled: catalog !== null }))
  if (snapshots.isError) {
    return (
      <FailureNotice failure={failureOfError(snapshots.error)} onRetry={() => void snapshots.refetch()} />
    )
  }
  if (snapshots.data === undefined) return <SkeletonLines lines={4} />
  return <Between snapshots={snapshots.data} />
}

function Between({ snapshots }: { snapshots: readonly Snapshot[] }): ReactNode {
  const { t } = useDetailWords()
  const { state, change } = useAddressState()
  const before = refOf(state.get('before')) ?? olderOf(snapshots)
  const after = refOf(state.get('after')) ?? 'current'
  if (snapshots.length < 2) {
    return <TooFew words={snapshots.length === 0 ? 'noneStored' : 'onlyOne'} />
  }
  return (
    <>
      <div className="changes-choice">
        <SnapshotChoice
          label={t('modelDetails:changes.before')}
          snapshots={snapshots}
          chosen={before}
          onChoose={(ref) => change({ before: String(ref) })}
        />
        <SnapshotChoice
          label={t('modelDetails:changes.after')}
          snapshots={snapshots}
          chosen={after}
          onChoose={(ref) => change({ after: String(ref) })}
        />
        <span className="changes-gap" />
        <PriceUnitSwitch />
      </div>
      <Compared before={before} after={after} />
    </>
  )
}

function TooFew({ words }: { words: 'noneStored' | 'onlyOne' }): ReactNode {
  const { t } = useDetailWords()
  const { refresh } = useCatalog()
  return (
    <StatePanel
      heading={t('modelDetails:changes.tooFew')}
      drawing="compare"
      action={<Button onClick={refresh}>{t('modelDetails:changes.readAgain')}</Button>}
    >
      <p>{t(`modelDetails:changes.${words}`)}</p>
    </StatePanel>
  )
}

function Compared({ before, after }: { before: SnapshotRef; after: SnapshotRef }): ReactNode {
  const { query } = useRpc()
  const compared = useQuery(query.catalog.changes.queryOptions({ input: { before, after } }))
  if (compared.isError) {
    return <FailureNotice failure={failureOfError(compared.error)} onRetry={() => void compared.refetch()} />
  }
  if (compared.data === undefined) return <SkeletonLines lines={4} />
  return <ChangeLists comparison={compared.data} />
}

/** As it stands in the address; `null` for anything else. */
function refOf(text: string | null): SnapshotRef | null {
  if (text === 'current') return 'current'
  return text !== null && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null
}

/** The reading before the newest: what the newest one changed is what a person looks for first. */
function olderOf(snapshots: readonly Snapshot[]): SnapshotRef {
  return snapshots[1]?.id ?? 'current'
}
