import { hashOf } from './stable-hash.ts'

const PAGES = [
  'https://docs.example.com/tokens/how-they-are-counted',
  'https://news.example.org/2025/06/prices-by-the-million?ref=demo',
  'https://example.net/guides/long-context',
  'https://docs.example.com/caching#what-is-cached',
  'https://blog.example.edu/reasoning-tokens',
]

/**
 * Addresses of pages that do not exist: as many as live search used (2025), and three where the prompt asks for sources,
 * since today's servers search without being asked (reference 5.3).
 */
export function citationsFor(asked: string, searched: number): string[] {
  const count = searched > 0 ? searched : /\bsources\b/i.test(asked) ? 3 : 0
  const first = hashOf(asked) % PAGES.length
  return [...PAGES.slice(first), ...PAGES.slice(0, first)].slice(0, count)
}
