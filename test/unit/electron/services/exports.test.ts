import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createExportService, type ExportPorts } from '../../../../electron/services/exports.ts'
import { safeFileName } from '../../../../electron/services/file-name.ts'
import { pngFromBase64 } from '../../../../electron/services/png.ts'
import { ServiceFailure } from '../../../../electron/services/ports.ts'
import { failureOf } from '../../../../shared/contract/failure.ts'

/** One pixel. */
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const csv = { kind: 'csv', suggestedName: 'models', content: 'a\r\n' } as const

function exportsWith(ports: Partial<ExportPorts> = {}) {
  const written: [string, Uint8Array | string][] = []
  const service = createExportService({
    choosePath: async (fileName) => `/home-of-tests/${fileName}`,
    writeFile: (path, content) => written.push([path, content]),
    ...ports,
  })
  return { service, written }
}

describe('saving', () => {
  it('writes an image as its bytes', async () => {
    const { service, written } = exportsWith()
    const file = { kind: 'png', suggestedName: 'chart', content: PIXEL } as const
    expect(await service.save(file)).toEqual({ outcome: 'saved', fileName: 'chart.png' })
    expect(written).toEqual([['/home-of-tests/chart.png', Buffer.from(PIXEL, 'base64')]])
  })

  it('writes nothing when the person thinks better of it', async () => {
    const { service, written } = exportsWith({ choosePath: async () => null })
    expect(await service.save(csv)).toEqual({ outcome: 'declined' })
    expect(written).toEqual([])
  })

  it('asks once at a time, and again after a failure', async () => {
    let choose: (path: string) => void = () => {}
    let full = true
    const { service } = exportsWith({
      choosePath: () => new Promise((resolve) => (choose = resolve)),
      writeFile: () => {
        if (full) throw new ServiceFailure(failureOf('disk-full'))
      },
    })
    const first = service.save(csv)
    await expect(service.save(csv)).rejects.toMatchObject({ failure: { code: 'busy' } })
    choose('/tmp/models.csv')
    await expect(first).rejects.toMatchObject({ failure: { code: 'disk-full' } })
    full = false
    const second = service.save(csv)
    choose('/tmp/other.csv')
    expect(await second).toEqual({ outcome: 'saved', fileName: 'other.csv' })
  })

  it('does not open a dialog for an image that is none', async () => {
    const { service } = exportsWith({ choosePath: () => Promise.reject(new Error('asked')) })
    const file = { kind: 'png', suggestedName: 'x', content: 'QUJD' } as const
    await expect(service.save(file)).rejects.toMatchObject({ failure: { code: 'invalid-request' } })
  })
})

describe('a PNG', () => {
  const bytes = Buffer.from(PIXEL, 'base64')
  const base64 = (...parts: Uint8Array[]) => Buffer.concat(parts).toString('base64')

  it('is taken as it is', () => {
    expect(pngFromBase64(PIXEL)).toEqual(bytes)
  })

  it.each([
    ['nothing', ''],
    ['a data URL', `data:image/png;base64,${PIXEL}`],
    ['white space inside', `${PIXEL.slice(0, 40)}\n${PIXEL.slice(40)}`],
    ['only the signature', base64(bytes.subarray(0, 8))],
    ['a cut file', base64(bytes.subarray(0, -1))],
    ['something behind the end', base64(bytes, Buffer.from('<script>'))],
    ['another first chunk', base64(bytes.subarray(0, 8), bytes.subarray(33))],
    ['a program', base64(Buffer.from('MZ'), bytes)],
  ])('is not %s', (_, text) => {
    expect(pngFromBase64(text)).toBeNull()
  })

  it('is never half read: any change of a length is refused, and nothing throws', () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), (at, value) => {
        const changed = Uint8Array.from(bytes)
        changed[at] = value
        const lengths = [8, 33, 58].flatMap((start) => [start, start + 1, start + 2, start + 3])
        const read = pngFromBase64(base64(changed))
        if (lengths.includes(at) && value !== bytes[at]) expect(read).toBeNull()
      }),
    )
  })
})

describe('a file name', () => {
  it.each([
    ['models', '.csv', 'models.csv'],
    ['models.CSV', '.csv', 'models.csv'],
    ['../../etc/passwd', '.csv', 'etc-passwd.csv'],
    ['C:\\temp\\x', '.png', 'C-temp-x.png'],
    ['.bashrc', '.json', 'bashrc.json'],
    ['con', '.md', '_con.md'],
    ['LPT1.old', '.md', '_LPT1.old.md'],
    ['a\u0000b\u202eexe', '.csv', 'a-b-exe.csv'],
    ['  ...  ', '.csv', 'tokenbook.csv'],
    ['Modelle für Ünïcode 模型', '.csv', 'Modelle für Ünïcode 模型.csv'],
  ])('%j with %s is %j', (name, ending, safe) => {
    expect(safeFileName(name, ending)).toBe(safe)
  })

  it('is always one short name without separators', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
        const safe = safeFileName(name, '.csv')
        expect(safe).toMatch(/^[^/\\:*?"<>|\p{Cc}]+\.csv$/u)
        expect(safe.length).toBeLessThanOrEqual(125)
        expect(safe.startsWith('.')).toBe(false)
        expect(encodeURIComponent(safe)).toContain('.csv')
      }),
    )
  })
})
