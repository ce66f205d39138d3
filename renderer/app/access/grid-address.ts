/** Where the permission for this endpoint and model (any name of it) stands in the API key view. */
export function gridAddress(endpoint: string | null, model: string | null): string {
  const state = new URLSearchParams()
  if (endpoint !== null) state.set('endpoint', endpoint)
  if (model !== null) state.set('model', model)
  const text = state.toString()
  return text === '' ? '/api-key' : `/api-key?${text}`
}
