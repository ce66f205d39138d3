import {
  LEDGER_ROLLUPS,
  LEDGER_SPREADS,
  LEDGER_SUMS,
  type LedgerRollup,
  type LedgerSpread,
  SPREADS_OF_DAY,
  stepSql,
} from '../ledger-sums.ts'

/**
 * The roll-ups, and the triggers that keep them: they belong to the statement that closes a row, so no transaction can
 * have one without the other. Rows that are pending are in none.
 */
export const ledgerRollups = [
  ...LEDGER_ROLLUPS.flatMap((rollup) => [tableOf(rollup), ...triggersOf(rollup.table, addTo(rollup))]),
  ledgerSpreads(SPREADS_OF_DAY),
].join('\n')

/** A table of every spread, and the triggers that keep it. */
export function ledgerSpreads(rollup: LedgerRollup): string {
  const triggers = LEDGER_SPREADS.flatMap((spread) => {
    const name = `${rollup.table}_${spread.measure.replace('-', '_')}`
    return triggersOf(name, addToSpread(rollup, spread), spread.when)
  })
  return [spreadTable(rollup), ...triggers].join('\n')
}

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

function spreadTable({ table, by }: LedgerRollup): string {
  return `CREATE TABLE ${table} (measure TEXT NOT NULL, ${columnsOf(by)}, step INTEGER NOT NULL,
    requests INTEGER NOT NULL, PRIMARY KEY (measure, ${keyOf(by)}, step)) STRICT, WITHOUT ROWID;`
}

function addTo({ table, by }: LedgerRollup): string {
  const names = LEDGER_SUMS.map(({ name }) => name)
  const values = [...by.map(([, of]) => of), ...LEDGER_SUMS.map(({ of }) => `r.weight * (${of})`)]
  const added = names.map((name) => `${name} = ${name} + excluded.${name}`).join(', ')
  return `INSERT INTO ${table} (${keyOf(by)}, ${names.join(', ')}) VALUES (${values.join(', ')})
    ON CONFLICT (${keyOf(by)}) DO UPDATE SET ${added};`
}

function addToSpread({ table, by }: LedgerRollup, { measure, of }: LedgerSpread): string {
  const values = [`'${measure}'`, ...by.map(([, value]) => value), stepSql(of), 'r.weight']
  return `INSERT INTO ${table} (measure, ${keyOf(by)}, step, requests) VALUES (${values.join(', ')})
    ON CONFLICT (measure, ${keyOf(by)}, step) DO UPDATE SET requests = requests + excluded.requests;`
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
