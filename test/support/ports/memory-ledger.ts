import { createBudgetStore } from '../../../electron/storage/budget-store.ts'
import { type Engine, loadEngine } from '../../../electron/storage/engine.ts'
import { createGuard } from '../../../electron/storage/guard.ts'
import { createLedgerReader } from '../../../electron/storage/ledger-reader.ts'
import { createLedgerStore } from '../../../electron/storage/ledger-store.ts'
import { migrate } from '../../../electron/storage/migrate.ts'
import { migrations } from '../../../electron/storage/migrations/in-order.ts'

/** The real ledger in a database in memory: its promises lie in SQL, which nothing else could stand in for. */
export function memoryLedger(engine: Engine = loadEngine()) {
  const database = engine.open(':memory:')
  migrate(database, migrations, () => {})
  const guard = createGuard(() => {})
  const unreadable: string[] = []
  const onUnreadable = ({ id }: { id: string }) => unreadable.push(id)
  return {
    database,
    unreadable,
    store: createLedgerStore(database, guard, onUnreadable),
    reader: createLedgerReader(database, guard, onUnreadable),
    budgets: createBudgetStore(database, guard, onUnreadable),
  }
}
