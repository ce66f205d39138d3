import { describe, expect, it } from 'vitest'
import { externalLink } from '../../../electron/app/external-link.ts'

/** Schemes and spellings that opened programs, files or other hosts in other apps (security A1 #15, A7 #5, #17, #18). */
const REFUSED = [
  'http://x.ai',
  'file:///etc/passwd',
  'file://host/share',
  'smb://host/share',
  'ftp://x.ai',
  'javascript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'about:blank',
  'blob:https://x.ai/1',
  'filesystem:https://x.ai/1',
  'view-source:https://x.ai',
  'ms-msdt:/id',
  'search-ms:query=x',
  'ms-officecmd:x',
  'ms-settings:',
  'steam://run/1',
  'tel:123',
  'sms:123',
  'mailto:a@x.ai',
  'ssh://x.ai',
  'telnet://x.ai',
  'chrome://settings',
  'devtools://x',
  'app://bundle/index.html',
  'tokenbook://run',
  'intent://x#Intent;end',
  '\\\\host\\share',
  '//x.ai',
  'x.ai',
  'https:x.ai',
  'https:\\\\x.ai',
  'https:///',
  'https://',
  ' https://x.ai',
  'https://x.ai\n',
  'https://x.ai/\u0000',
  'https://x.ai@evil.example/',
  'https://user:word@x.ai/',
  'https://x.ai\\@evil.example/',
  `https://x.ai/${'a'.repeat(2048)}`,
  '',
]

describe('which addresses may be offered to the browser', () => {
  it.each(REFUSED)('refuses %j', (address) => {
    expect(externalLink(address)).toBeNull()
  })

  it.each([
    ['https://docs.x.ai/docs/models', 'docs.x.ai'],
    ['HTTPS://X.AI/', 'x.ai'],
    ['https://x.ai:8443/a?b=c#d', 'x.ai:8443'],
  ])('takes %s and shows %s', (address, host) => {
    expect(externalLink(address)?.host).toBe(host)
  })

  it('shows a look-alike host as what it is', () => {
    // The first letter is Cyrillic.
    expect(externalLink('https://х.ai/')?.host).toMatch(/^xn--/)
  })
})
