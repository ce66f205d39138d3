import { describe, expect, it } from 'vitest'
import { isSafe, loadEngine } from '../../../../electron/storage/engine.ts'

describe('the SQLite engine', () => {
  it.each(['node:sqlite', '@photostructure/sqlite'] as const)(
    '%s loads, is recent enough and keeps whole numbers exact',
    (name) => {
      const engine = loadEngine(name)
      expect(engine.name).toBe(name)
      expect(isSafe(engine.version)).toBe(true)
      const database = engine.open(':memory:')
      const statement = database.prepare('SELECT ? AS ticks')
      statement.setReadBigInts(true)
      expect(statement.get(2n ** 62n + 1n)).toEqual({ ticks: 2n ** 62n + 1n })
      database.close()
    },
  )

  it('prefers the one that Node has', () => {
    expect(loadEngine().name).toBe('node:sqlite')
  })

  it.each([
    ['3.51.3', true],
    ['3.51.2', false],
    ['3.50.9', false],
    ['3.52.0', true],
    ['3.53.4', true],
    ['4.0.0', true],
    ['3.51', false],
    ['2.99.99', false],
  ])('says whether %s is free of the WAL-reset bug: %s', (version, safe) => {
    expect(isSafe(version)).toBe(safe)
  })
})
