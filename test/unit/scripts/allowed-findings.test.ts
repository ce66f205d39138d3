import { describe, expect, it } from 'vitest'
import {
  ALLOWED_IN_BUILD,
  ALLOWED_IN_SOURCES,
  type Allowed,
  judge,
} from '../../../scripts/allowed-findings.ts'
import type { Finding } from '../../../scripts/electronegativity.ts'
import { overlooked } from '../../../scripts/planted-flaws.ts'
import { testNamesIn } from '../../support/test-names.ts'

const allowed: Allowed[] = [
  { check: 'OPEN_EXTERNAL_JS_CHECK', file: /^electron\/app\/links\.ts$/, reason: 'x', proof: 'x' },
]
const finding = (check: string, file: string): Finding => ({
  check,
  file,
  line: 7,
  severity: 'HIGH',
  sample: 'bad()\nmore',
})

describe('judging what the scanner found', () => {
  it('says nothing when all is allowed', () => {
    expect(judge([finding('OPEN_EXTERNAL_JS_CHECK', 'electron/app/links.ts')], allowed)).toEqual([])
  })

  it('refuses the same finding in another file, and another finding in the same file', () => {
    const problems = judge(
      [
        finding('OPEN_EXTERNAL_JS_CHECK', 'electron/app/links.ts'),
        finding('OPEN_EXTERNAL_JS_CHECK', 'electron/app/menu.ts'),
        finding('SANDBOX_JS_CHECK', 'electron/app/links.ts'),
      ],
      allowed,
    )
    expect(problems).toEqual([
      'HIGH OPEN_EXTERNAL_JS_CHECK in electron/app/menu.ts:7: bad()',
      'HIGH SANDBOX_JS_CHECK in electron/app/links.ts:7: bad()',
    ])
  })

  it('refuses an allowance that nothing needs any more', () => {
    expect(judge([], allowed)).toHaveLength(1)
  })

  it('does not trust a scanner that overlooks the planted flaws', () => {
    expect(overlooked({ checks: 41, unread: [], findings: [] })).toHaveLength(8)
  })

  it.each([...ALLOWED_IN_SOURCES, ...ALLOWED_IN_BUILD])(
    'allows $check in $file for a reason that a test holds',
    ({ proof, reason }) => {
      const [file = '', name = ''] = proof.split(' › ')
      expect(testNamesIn(file)).toContain(name)
      expect(reason.length).toBeGreaterThan(15)
    },
  )
})
