import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createWeakBox } from '../../../../electron/storage/weak-box.ts'
import { scratchFolder } from './scratch.ts'

describe('the weak box', () => {
  it('gives back any text, in another process too, and never the same bytes twice', () => {
    const folder = scratchFolder()
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 600 }), (secret) => {
        const sealed = createWeakBox(folder).encrypt(secret)
        expect(createWeakBox(folder).decrypt(sealed)).toBe(secret)
        expect(createWeakBox(folder).encrypt(secret)).not.toEqual(sealed)
      }),
      { numRuns: 50 },
    )
  })

  it('keeps its key in a file for the owner only, made at the first use', () => {
    const folder = scratchFolder()
    const box = createWeakBox(folder)
    expect(() => statSync(join(folder, 'weak-key'))).toThrow('ENOENT')
    box.encrypt('secret')
    expect(statSync(join(folder, 'weak-key'))).toMatchObject({ size: 32 })
    expect(statSync(join(folder, 'weak-key')).mode & 0o777).toBe(0o600)
  })

  it('refuses any changed byte and any cut', () => {
    const box = createWeakBox(scratchFolder())
    const sealed = Buffer.from(box.encrypt('a secret'))
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed)
      changed.writeUInt8((changed[at] ?? 0) ^ 1, at)
      expect(() => box.decrypt(changed)).toThrow()
      expect(() => box.decrypt(sealed.subarray(0, at))).toThrow()
    }
  })

  it('opens nothing once its key is lost, cut or destroyed, and can start anew', () => {
    const folder = scratchFolder()
    const path = join(folder, 'weak-key')
    const box = createWeakBox(folder)
    const sealed = box.encrypt('a secret')
    const key = readFileSync(path)
    writeFileSync(path, key.subarray(0, 16))
    expect(() => box.decrypt(sealed)).toThrow()
    rmSync(path)
    expect(() => box.decrypt(sealed)).toThrow()
    writeFileSync(path, key)
    expect(box.decrypt(sealed)).toBe('a secret')
    box.destroy()
    box.destroy()
    expect(() => box.decrypt(sealed)).toThrow()
    expect(box.decrypt(box.encrypt('another'))).toBe('another')
  })
})
