import type { CellReason, GridColumn, GridRow, PermissionGrid } from './grid-model.ts'

/** Lists and counts cost nothing: a blocked team still gets them (reference 3). */
const FREE_OF_CHARGE: ReadonlySet<string> = new Set(['models', 'tokenize'])

/** Why the key may or may not call this endpoint with this model: what stops the whole key first. */
export function cellReason(
  { stop }: Pick<PermissionGrid, 'stop'>,
  row: Pick<GridRow, 'grant'>,
  { endpoint, grant }: GridColumn,
): CellReason {
  if (stop !== null && !(stop === 'team-blocked' && FREE_OF_CHARGE.has(endpoint))) return stop
  if (grant === null) return row.grant === null ? 'neither' : 'no-endpoint'
  return row.grant === null ? 'no-model' : 'allowed'
}

/** The access strings that are missing for a cell, as they would have to read. */
export function missingStrings(row: Pick<GridRow, 'id' | 'grant'>, column: GridColumn): string[] {
  return [
    ...(column.grant === null ? [`api-key:endpoint:${column.endpoint}`] : []),
    ...(row.grant === null ? [`api-key:model:${row.id}`] : []),
  ]
}
