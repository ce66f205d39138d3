import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { contentSecurityPolicy } from './content-security-policy.ts'
import type { PageFile } from './page-files.ts'

/** The file of the build that `address`, a whole URL, names; 404 for anything else. `bodyOf` hands out its bytes. */
export async function answerPageRequest(
  address: string,
  method: string,
  files: ReadonlyMap<string, PageFile>,
  bodyOf: (bytes: Buffer<ArrayBuffer>) => Buffer<ArrayBuffer> | ReadableStream<Uint8Array> = (bytes) => bytes,
): Promise<Response> {
  const url = new URL(address)
  const file = url.host === 'bundle' && method === 'GET' ? files.get(url.pathname) : undefined
  if (!file) return new Response('Not found', { status: 404, headers: baseHeaders('text/plain') })
  const body = await readFile(file.path)
  if (!file.type.startsWith('text/html'))
    return new Response(bodyOf(body), { headers: baseHeaders(file.type) })
  // A fresh nonce per load: a nonce that can be foreseen protects from nothing.
  const nonce = randomBytes(16).toString('base64')
  return new Response(body.toString('utf8').replaceAll('__NONCE__', nonce), {
    headers: { ...baseHeaders(file.type), 'content-security-policy': contentSecurityPolicy(nonce) },
  })
}

function baseHeaders(type: string): Record<string, string> {
  return {
    'content-type': type,
    'x-content-type-options': 'nosniff',
    'x-dns-prefetch-control': 'off',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  }
}
