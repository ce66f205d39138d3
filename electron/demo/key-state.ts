import { z } from 'zod'

/** What the key may do and what is wrong with it; `/v1/api-key` shows it and every endpoint enforces it. */
export const KeyState = z.strictObject({
  name: z.string(),
  /** ISO 8601 with microseconds, as the API prints it. */
  createTime: z.string(),
  modifyTime: z.string(),
  /** `api-key:endpoint:…` and `api-key:model:…`; both are needed, and an empty list allows nothing (reference 3). */
  acls: z.array(z.string()),
  teamBlocked: z.boolean(),
  apiKeyBlocked: z.boolean(),
  apiKeyDisabled: z.boolean(),
  credits: z.enum(['some', 'never-had', 'used-up']),
  /**
   * Whether a disabled or blocked key may still read `/v1/api-key` and `/v1/me`. Nobody has shown which it is
   * (reference 3), so both can be played; refusing is the default.
   */
  describesItself: z.boolean(),
})
export type KeyState = z.infer<typeof KeyState>

export const HEALTHY_KEY: KeyState = {
  name: 'Demo key',
  createTime: '2026-09-01T08:30:00.125000Z',
  modifyTime: '2026-10-01T10:15:30.250000Z',
  acls: ['api-key:model:*', 'api-key:endpoint:*'],
  teamBlocked: false,
  apiKeyBlocked: false,
  apiKeyDisabled: false,
  credits: 'some',
  describesItself: false,
}

export type Endpoint = 'models' | 'tokenize' | 'chat' | 'sample'

export function mayUseEndpoint(key: KeyState, endpoint: Endpoint): boolean {
  return key.acls.includes('api-key:endpoint:*') || key.acls.includes(`api-key:endpoint:${endpoint}`)
}

/** An access string may name the id or any alias: they are the same model (reference 3). */
export function mayUseModel(key: KeyState, model: { id: string; aliases: readonly string[] }): boolean {
  if (key.acls.includes('api-key:model:*')) return true
  return [model.id, ...model.aliases].some((name) => key.acls.includes(`api-key:model:${name}`))
}

/** `xai-...` and the last four characters, as the API shows a key. */
export function redacted(key: string): string {
  return `xai-...${key.slice(-4)}`
}
