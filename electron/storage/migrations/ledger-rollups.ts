import {
  LEDGER_ROLLUPS,
  LEDGER_SPREADS,
  LEDGER_SUMS,
  type LedgerRollup,
  type LedgerSpread,
  SPREAD_BY,
  stepSql,
} from '../ledger-sums.ts'

/**
 * The roll-ups, and the triggers that keep them: they belong to the statement that closes a row, so no transaction can
 * have one without the other. Rows that are pending are in none.
 */
export const ledgerRollups = [
  ...LEDGER_ROLLUPS.flatMap((rollup) => [tableOf(rollup), ...triggersOf(rollup.table, addTo(rollup))]),
  spreadTable(),
  ...LEDGER_SPREADS.flatMap((spread) =>
    triggersOf(`ledger_spread_${spread.measure.replace('-', '_')}`, addToSpread(spread), spread.when),
  ),
].join('\n')

function columnsOf(by: LedgerRollup['by']): string {
  return by
    .map(([column]) => `${column} ${/^(demo|day)$/.test(column) ? 'INTEGER' : 'TEXT'} NOT NULL`)
    .join(', ')
}

function keyOf(by: LedgerRollup['by']): string {
  return by.map(([column]) => column).join(', ')
}

function tableOf({ table, by }: LedgerRollup): string {
  const sums = LEDGER_SUMS.map(({ name }) => `${name} INTEGER NOT NULL`).join(', ')
  return `CREATE TABLE ${table} (${columnsOf(by)}, ${sums}, PRIMARY KEY (${keyOf(by)})) STRICT, WITHOUT ROWID;`
}

function spreadTable(): string {
  return `CREATE TABLE ledger_spread (measure TEXT NOT NULL, ${columnsOf(SPREAD_BY)}, step INTEGER NOT NULL,
    requests INTEGER NOT NULL, PRIMARY KEY (measure, ${keyOf(SPREAD_BY)}, step)) STRICT, WITHOUT ROWID;`
}

function addTo({ table, by }: LedgerRollup): string {
  const names = LEDGER_SUMS.map(({ name }) => name)
  const values = [...by.map(([, of]) => of), ...LEDGER_SUMS.map(({ of }) => `r.weight * (${of})`)]
  const added = names.map((name) => `${name} = ${name} + excluded.${name}`).join(', ')
  return `INSERT INTO ${table} (${keyOf(by)}, ${names.join(', ')}) VALUES (${values.join(', ')})
    ON CONFLICT (${keyOf(by)}) DO UPDATE SET ${added};`
}

function addToSpread({ measure, of }: LedgerSpread): string {
  const values = [`'${measure}'`, ...SPREAD_BY.map(([, value]) => value), stepSql(of), 'r.weight']
  return `INSERT INTO ledger_spread (measure, ${keyOf(SPREAD_BY)}, step, requests) VALUES (${values.join(', ')})
    ON CONFLICT (measure, ${keyOf(SPREAD_BY)}, step) DO UPDATE SET requests = requests + excluded.requests;`
}

/** Once when a row comes in closed, once when a pending one is closed. */
function triggersOf(name: string, statement: string, when = '1'): string[] {
  const ofNew = (sql: string) => sql.replaceAll(/\br\./g, 'NEW.')
  return [
    `CREATE TRIGGER ${name}_in AFTER INSERT ON ledger WHEN NEW.state <> 'pending' AND (${ofNew(when)})
    BEGIN ${ofNew(statement)} END;`,
    `CREATE TRIGGER ${name}_closed AFTER UPDATE ON ledger
    WHEN OLD.state = 'pending' AND NEW.state <> 'pending' AND (${ofNew(when)}) BEGIN ${ofNew(statement)} END;`,
  ]
}
