/** One access string of an API key: `api-key:endpoint:chat`, `api-key:model:*` (reference 3). */
export type Acl = { kind: 'endpoint' | 'model'; value: string }

/** A whole name or `*`. Partial wildcards were never seen, so they are not understood and grant nothing. */
const ACL = /^api-key:(endpoint|model):(\*|[^\s:*]+)$/

/** The parts of an access string; `null` when it has another form. */
export function parseAcl(text: string): Acl | null {
  const [, kind, value] = ACL.exec(text) ?? []
  if (value === undefined || (kind !== 'endpoint' && kind !== 'model')) return null
  return { kind, value }
}
