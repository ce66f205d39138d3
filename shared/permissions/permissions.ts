import { type Acl, parseAcl } from './acl.ts'

/** What one key may use. `*` stands for all names of its kind. */
export type Permissions = {
  /** `chat`, `image`, `models`, `tokenize`, `sample`, `embed`, `documents`, … or `*` (reference 3). */
  endpoints: string[]
  /** Ids or aliases as the key names them, or `*`. */
  models: string[]
  /** Strings of unknown form, empty ones too, as they came: shown, never dropped, and they grant nothing. */
  unrecognised: string[]
}

type MayReason = 'allowed' | 'no-endpoint' | 'no-model' | 'neither'
/** `allowed` is true exactly when the reason is `allowed`; else the reason says which access string is missing. */
export type May = { allowed: boolean; reason: MayReason }

/** Sorts the access strings of a key. Never throws; what is not text is kept as JSON in `unrecognised`. */
export function parsePermissions(acls: readonly unknown[]): Permissions {
  const listed = Array.isArray(acls) ? Array.from<unknown>(acls) : []
  const parsed = listed.map((value) => {
    const text = typeof value === 'string' ? value : textOf(value)
    return { text, acl: typeof value === 'string' ? parseAcl(value) : null }
  })
  const named = (kind: Acl['kind']) => [
    ...new Set(parsed.flatMap(({ acl }) => (acl?.kind === kind ? [acl.value] : []))),
  ]
  return {
    endpoints: named('endpoint'),
    models: named('model'),
    unrecognised: parsed.flatMap(({ text, acl }) => (acl === null ? [text] : [])),
  }
}

/**
 * Whether a key may call an endpoint with a model. It needs both an endpoint and a model access string (reference 3).
 * `model` is a name, or all names of one model: a string for an alias and one for its dated id mean the same model.
 * Without a model the question is whether the endpoint can be used at all: then the key needs the endpoint and any
 * model, also for lists, because a key with no model access has every request refused.
 */
export function may(
  permissions: Permissions,
  endpoint: string,
  model?: string | readonly string[] | null,
): May {
  const reason = reasonOf(grants(permissions.endpoints, endpoint), hasModel(permissions, model ?? null))
  return { allowed: reason === 'allowed', reason }
}

function reasonOf(hasEndpoint: boolean, hasModelAccess: boolean): MayReason {
  if (hasEndpoint) return hasModelAccess ? 'allowed' : 'no-model'
  return hasModelAccess ? 'no-endpoint' : 'neither'
}

function hasModel({ models }: Permissions, model: string | readonly string[] | null): boolean {
  if (model === null) return models.length > 0
  const names = typeof model === 'string' ? [model] : model
  return names.some((name) => grants(models, name))
}

function grants(granted: readonly string[], name: string): boolean {
  return name !== '' && (granted.includes('*') || granted.includes(name))
}

function textOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value)
  } catch {
    return Object.prototype.toString.call(value)
  }
}
