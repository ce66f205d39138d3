import { describe, expect, it } from 'vitest'
import { electronAgeProblem, pinnedElectron } from '../../../scripts/current-electron.ts'

describe('the age of Electron', () => {
  it.each([
    ['45.4.1', '45.4.1'],
    ['45.4.1', '46.0.0'],
    ['45.4.1', '47.9.9'],
  ])('accepts %s when the latest is %s', (pinned, latest) => {
    expect(electronAgeProblem(pinned, latest)).toBe(null)
  })

  it('refuses a major more than two behind the latest', () => {
    expect(electronAgeProblem('45.4.1', '48.0.0')).toContain('no security fixes')
  })

  it.each(['^45.4.1', '45', 'latest'])('refuses %s, which is not one version', (pinned) => {
    expect(electronAgeProblem(pinned, '45.4.1')).toContain('pinned')
  })

  it('finds the version in package.json', () => {
    expect(pinnedElectron()).toMatch(/^\d+\.\d+\.\d+$/)
  })
})
