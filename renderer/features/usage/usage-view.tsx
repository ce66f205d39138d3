import '../../app/spend/spend.css'
import './usage.css'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { BudgetsSection } from '../../app/spend/budgets-section.tsx'
import { useLedgerEvents } from '../../app/spend/use-ledger-events.ts'
import { useConnection } from '../../app/use-connection.ts'
import { ViewHeading } from '../../app/view-heading.tsx'
import { loadMessages } from '../../messages/index.ts'
import { failureOfError } from '../../rpc.ts'
import { DemoMark } from '../../ui/demo-mark.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { SkeletonLines } from '../../ui/skeleton-lines.tsx'
import { TabList, tabId } from '../../ui/tab-list.tsx'
import { Overview } from './overview/overview.tsx'
import { ReconcilePanel } from './tools/reconcile.tsx'
import { WhatIfPanel } from './tools/what-if.tsx'
import { ImportPanel } from './transfer/import-panel.tsx'
import { TABS } from './usage-address.ts'
import { type Looking, useUsageLook } from './use-usage-look.ts'

await loadMessages('usage')

/** The ledger of every request ever sent: what was spent, on what, and whether it equals the bill. */
export function UsageView(): ReactNode {
  const looking = useUsageLook()
  const connection = useConnection()
  useLedgerEvents()
  if (looking !== null) return <Known looking={looking} />
  return (
    <>
      <ViewHeading view="usage" />
      {connection.isError ? (
        <FailureNotice failure={failureOfError(connection.error)} onRetry={() => void connection.refetch()} />
      ) : (
        <SkeletonLines lines={8} />
      )}
    </>
  )
}

function Known({ looking }: { looking: Looking }): ReactNode {
  const { t } = useTranslation('usage')
  const { look, demo, change } = looking
  const panelId = useId()
  return (
    <>
      <ViewHeading view="usage">
        {demo && <DemoMark />}
        <TabList
          label={t('tabs.label')}
          value={look.tab}
          tabs={TABS.map((value) => ({ value, label: t(`tabs.names.${value}`) }))}
          onChange={(tab) => change({ tab })}
          panelId={panelId}
        />
        <Segmented
          label={t('money.label')}
          value={demo ? 'demo' : 'real'}
          options={[
            { value: 'real', label: t('money.real') },
            { value: 'demo', label: t('money.demo') },
          ]}
          onChange={(money) => change({ money })}
        />
      </ViewHeading>
      <div id={panelId} role="tabpanel" aria-labelledby={tabId(panelId, look.tab)} className="usage-panel">
        <Panel looking={looking} />
      </div>
    </>
  )
}

function Panel({ looking }: { looking: Looking }): ReactNode {
  switch (looking.look.tab) {
    case 'overview':
      return <Overview looking={looking} />
    case 'budgets':
      return <BudgetsSection />
    case 'what-if':
      return <WhatIfPanel looking={looking} />
    case 'reconcile':
      return <ReconcilePanel looking={looking} />
    case 'import':
      return <ImportPanel />
  }
}
