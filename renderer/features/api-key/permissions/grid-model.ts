import type { ImageModel, LanguageModel } from '../../../../shared/catalog/model.ts'
import type { KeyFacts } from '../../../../shared/contract/key-facts.ts'
import { parsePermissions } from '../../../../shared/permissions/permissions.ts'

/** The endpoints that access strings are known to name (reference 3), in the order of a person's interest. */
const KNOWN_ENDPOINTS = ['chat', 'models', 'tokenize', 'image', 'sample', 'embed', 'documents', 'voice']

/** One model with all its names; `unlisted`: only an access string names it. */
export type GridRow = {
  id: string
  aliases: readonly string[]
  kind: 'language' | 'image' | 'unlisted'
  /** The name in the access string that gives access to this model, `*` for all; `null` when none does. */
  grant: string | null
}

export type GridColumn = { endpoint: string; grant: string | null }

/** Everything the key was told it may do, and what stops all of it. */
export type PermissionGrid = {
  rows: readonly GridRow[]
  columns: readonly GridColumn[]
  stop: 'key-disabled' | 'key-blocked' | 'team-blocked' | null
}

export type CellReason =
  | 'allowed'
  | 'no-endpoint'
  | 'no-model'
  | 'neither'
  | 'key-disabled'
  | 'key-blocked'
  | 'team-blocked'

type Lists = { models: readonly LanguageModel[]; imageModels: readonly ImageModel[] }

/** Endpoints × models of the key, from its access strings and the lists it was given. */
export function permissionGrid(facts: KeyFacts, { models, imageModels }: Lists): PermissionGrid {
  const permissions = parsePermissions(facts.acls)
  const granted = new Set(permissions.models)
  const grantOf = (names: readonly string[]) =>
    granted.has('*') ? '*' : (names.find((name) => granted.has(name)) ?? null)
  const row = (id: string, aliases: readonly string[], kind: GridRow['kind']): GridRow => {
    const others = [...new Set(aliases)].filter((alias) => alias !== id)
    return { id, aliases: others, kind, grant: grantOf([id, ...others]) }
  }
  const listed = [
    ...models.map(({ id, aliases }) => row(id, aliases, 'language')),
    ...imageModels.map(({ id, aliases }) => row(id, aliases, 'image')),
  ]
  const known = new Set(listed.flatMap(({ id, aliases }) => [id, ...aliases]))
  const unlisted = permissions.models.filter((name) => name !== '*' && !known.has(name))
  const endpoints = permissions.endpoints.filter((name) => name !== '*')
  const allEndpoints = permissions.endpoints.includes('*')
  return {
    rows: [...listed, ...unlisted.map((name) => row(name, [], 'unlisted'))],
    columns: [...new Set([...KNOWN_ENDPOINTS, ...endpoints])].map((endpoint) => ({
      endpoint,
      grant: allEndpoints ? '*' : endpoints.includes(endpoint) ? endpoint : null,
    })),
    stop: stopOf(facts),
  }
}

function stopOf(facts: KeyFacts): PermissionGrid['stop'] {
  if (facts.apiKeyDisabled === true) return 'key-disabled'
  if (facts.apiKeyBlocked === true) return 'key-blocked'
  return facts.teamBlocked === true ? 'team-blocked' : null
}
