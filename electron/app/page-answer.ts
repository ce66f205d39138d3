import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { directionOf, type ShownLanguage } from '../../shared/language/language.ts'
import { contentSecurityPolicy } from './content-security-policy.ts'
import type { PageFile } from './page-files.ts'

/** The language to begin with, and the one that stands for `system` in the preferences. */
export type PageLanguage = { shown: ShownLanguage; system: ShownLanguage }

/** The file of the build that `address`, a whole URL, names; 404 for anything else. */
export async function answerPageRequest(
  address: string,
  method: string,
  files: ReadonlyMap<string, PageFile>,
  language: () => PageLanguage = () => ({ shown: 'en', system: 'en' }),
): Promise<Response> {
  const url = new URL(address)
  const file = url.host === 'bundle' && method === 'GET' ? files.get(url.pathname) : undefined
  if (!file) return new Response('Not found', { status: 404, headers: baseHeaders('text/plain') })
  const body = await readFile(file.path)
  if (!file.type.startsWith('text/html')) return new Response(body, { headers: baseHeaders(file.type) })
  // A fresh nonce per load: a nonce that can be foreseen protects from nothing.
  const nonce = randomBytes(16).toString('base64')
  const html = body.toString('utf8').replaceAll('__NONCE__', nonce)
  return new Response(inLanguage(html, language()), {
    headers: { ...baseHeaders(file.type), 'content-security-policy': contentSecurityPolicy(nonce) },
  })
}

/** The page learns its language from its first tag: it would be late to ask for it. */
function inLanguage(html: string, { shown, system }: PageLanguage): string {
  const direction = directionOf(shown)
  return html.replace(
    '<html lang="en">',
    `<html lang="${shown}" dir="${direction}" data-system-language="${system}">`,
  )
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
