import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { electronRuntime } from '../../scripts/electron-runtime.ts'
import { fuseProblems, readFuses, WANTED_FUSES } from '../../scripts/fuses.ts'

describe('the fuses of an Electron binary', () => {
  it('can be read, and the check refuses the development binary, whose fuses are not set', async () => {
    const fuses = readFuses((await electronRuntime()).executable)
    expect(fuses).toMatchObject({ runAsNode: true, nodeOptions: true, nodeCliInspect: true })
    expect(fuseProblems(fuses)).toContain('runAsNode must be off and is on')
    expect(fuseProblems(fuses)).toContain('onlyLoadAppFromAsar must be on and is off')
  })

  it('pass when each is as wanted, and not when one is missing', () => {
    expect(fuseProblems({ ...WANTED_FUSES })).toEqual([])
    const { wasmTrapHandlers: _last, ...eight } = WANTED_FUSES
    expect(fuseProblems(eight)).toEqual(['wasmTrapHandlers must be on and is missing'])
  })

  it('are not made up for a file that has none', () => {
    const file = join(tmpdir(), `tokenbook-no-fuses-${process.pid}`)
    writeFileSync(file, readFileSync(import.meta.filename))
    expect(readFuses(file)).toBe(null)
    expect(fuseProblems(null)).toHaveLength(1)
    rmSync(file)
  })
})
