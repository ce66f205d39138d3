import { session } from 'electron'

/**
 * Chromium's network stack for the API: system proxy and trust store work. A session of its own, in memory and
 * without cache, so nothing of an answer reaches the disk and the page's session stays without network
 * (docs/decisions/0006-network-stack.md).
 */
export function apiFetch(url: string, init: RequestInit): Promise<Response> {
  return session.fromPartition('tokenbook-api', { cache: false }).fetch(url, init)
}
