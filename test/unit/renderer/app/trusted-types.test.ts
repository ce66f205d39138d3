import { expect, it } from 'vitest'
import { installTrustedTypes, policyRules } from '../../../../renderer/app/trusted-types.ts'

it('lets style text through and no tag, script or script address', () => {
  expect(policyRules.createHTML('.a > .b { color: red }')).toBe('.a > .b { color: red }')
  for (const html of ['<b>x</b>', '<', 'a<img src=x onerror=alert(1)>']) {
    expect(() => policyRules.createHTML(html)).toThrow(TypeError)
  }
  expect(() => policyRules.createScript('1')).toThrow(TypeError)
  expect(() => policyRules.createScriptURL('app://bundle/main.js')).toThrow(TypeError)
})

it('makes exactly one policy, named default, and needs no browser support', () => {
  const made: string[] = []
  installTrustedTypes({ trustedTypes: { createPolicy: (name: string) => made.push(name) } })
  expect(made).toEqual(['default'])
  expect(() => installTrustedTypes({})).not.toThrow()
})
