/** What the person set for this session. */
export type Environment = { baseUrl: string | null; key: string | null }

/** Reads `XAI_BASE_URL` and `XAI_API_KEY`, and takes the key out, so that no process we start inherits it. */
export function takeEnvironment(): Environment {
  const baseUrl = process.env['XAI_BASE_URL']?.trim() || null
  const key = process.env['XAI_API_KEY']?.trim() || null
  delete process.env['XAI_API_KEY']
  return { baseUrl, key }
}
