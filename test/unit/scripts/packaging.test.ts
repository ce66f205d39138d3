import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { packageOf } from '../../../scripts/bundled-packages.ts'
import { forgetEmptySecrets } from '../../../scripts/packaging/empty-secrets.ts'
import { type FuseReading, readFuses, setFuses, wrongFuses } from '../../../scripts/packaging/fuses.ts'
import { icnsOf, icoOf } from '../../../scripts/packaging/icon-files.ts'
import { bundledNames, licencesOf, licenceText } from '../../../scripts/packaging/licences.ts'
import { projectFolder } from '../../../scripts/project-folder.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})
function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tokenbook-packaging-'))
  folders.push(folder)
  return folder
}

describe('the packages a bundle was made of', () => {
  it.each([
    ['/p/node_modules/react/index.js', 'react'],
    ['/p/node_modules/@orpc/client/dist/index.mjs', '@orpc/client'],
    ['/p/node_modules/a/node_modules/b/x.js', 'b'],
    ['C:\\p\\node_modules\\zod\\index.js', 'zod'],
    ['/p/renderer/main.tsx', null],
    ['\0rolldown/runtime.js', null],
    ['/p/node_modules/.vite/deps/x.js', null],
  ])('%s is of %s', (id, name) => {
    expect(packageOf(id)).toBe(name)
  })
})

describe('licences', () => {
  it('are found with their text', () => {
    const [zod] = licencesOf(['zod'], join(projectFolder, 'node_modules'))
    expect(zod).toMatchObject({ name: 'zod', licence: 'MIT' })
    expect(licenceText(zod ? [zod] : [])).toContain('Permission is hereby granted')
  })

  it('must be stated', () => {
    const modules = scratch()
    mkdirSync(join(modules, 'secretive'))
    writeFileSync(join(modules, 'secretive', 'package.json'), '{"name":"secretive","version":"1.0.0"}')
    expect(() => licencesOf(['secretive'], modules)).toThrow('secretive states no licence')
  })

  it('cover every realm once', () => {
    const folder = scratch()
    writeFileSync(join(folder, 'main.json'), '["zod","openai"]')
    writeFileSync(join(folder, 'renderer.json'), '["react","zod"]')
    expect(bundledNames(folder)).toEqual(['openai', 'react', 'zod'])
  })
})

describe('icons', () => {
  const drawings = [16, 256, 512].map((size) => ({
    size,
    png: readFileSync(join(projectFolder, `scripts/packaging/icons/${size}x${size}.png`)),
  }))

  it('are PNGs of the size they are named after', () => {
    for (const { size, png } of drawings) expect(png.readUInt32BE(16)).toBe(size)
  })

  it('stand in the .ico where its directory says', () => {
    const ico = icoOf(drawings)
    expect(ico.readUInt16LE(4)).toBe(2)
    const [first, second] = drawings
    const offset = ico.readUInt32LE(6 + 16 + 12)
    expect(ico.readUInt8(6 + 16)).toBe(0)
    expect(
      ico.subarray(offset, offset + ico.readUInt32LE(6 + 16 + 8)).equals(second?.png ?? first?.png ?? ico),
    ).toBe(true)
    expect(ico).toHaveLength(6 + 32 + (first?.png.length ?? 0) + (second?.png.length ?? 0))
  })

  it('stand in the .icns under their types, with lengths that add up', () => {
    const icns = icnsOf(drawings)
    expect(icns.toString('latin1', 0, 4)).toBe('icns')
    expect(icns.readUInt32BE(4)).toBe(icns.length)
    const types: string[] = []
    for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4))
      types.push(icns.toString('latin1', at, at + 4))
    expect(types).toEqual(['icp4', 'ic08', 'ic09'])
  })
})

describe('fuses', () => {
  const reading = (found: FuseReading['found'], wanted = false): FuseReading => ({
    name: 'RunAsNode',
    wanted,
    found,
  })

  it.each([
    ['off', false, 0],
    ['on', false, 1],
    ['on', true, 0],
    ['off', true, 1],
    ['removed', false, 1],
  ] as const)('that are %s where %s is wanted: %i wrong', (found, wanted, count) => {
    expect(wrongFuses([reading(found, wanted)], { absentIsFine: false })).toHaveLength(count)
  })

  it('may be absent only from a runtime that is older than they are', () => {
    expect(wrongFuses([reading('absent')], { absentIsFine: false })).toHaveLength(1)
    expect(wrongFuses([reading('absent')], { absentIsFine: true })).toEqual([])
  })

  it('are set in both halves of a universal app, which is signed again afterwards', async () => {
    const folder = scratch()
    const app = join(folder, 'Tokenbook.app')
    const framework = join(app, 'Contents/Frameworks/Electron Framework.framework')
    mkdirSync(framework, { recursive: true })
    // As in the binary: the sentinel of @electron/fuses, the version of the wire, its length, and a byte for each fuse.
    const half = Buffer.concat([
      Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
      Buffer.from([1, 9]),
      Buffer.alloc(9, '1'),
    ])
    writeFileSync(join(framework, 'Electron Framework'), Buffer.concat([half, Buffer.alloc(64), half]))
    writeFileSync(join(folder, 'codesign'), `#!/bin/sh\necho "$@" > '${join(folder, 'signed')}'\n`)
    chmodSync(join(folder, 'codesign'), 0o700)
    vi.stubEnv('PATH', `${folder}:${process.env['PATH']}`)
    await setFuses(app, { requireAll: true })
    vi.unstubAllEnvs()
    expect(wrongFuses(await readFuses(app), { absentIsFine: false })).toEqual([])
    const written = readFileSync(join(framework, 'Electron Framework'))
    expect(written.subarray(-half.length).equals(written.subarray(0, half.length))).toBe(true)
    expect(readFileSync(join(folder, 'signed'), 'utf8')).toMatch(/^--sign - --force .*Tokenbook[.]app$/m)
  })
})

describe('a certificate', () => {
  it('that the repository does not have is not looked for as a file', () => {
    const env = { CSC_LINK: '', CSC_KEY_PASSWORD: ' ', APPLE_ID: 'someone' }
    forgetEmptySecrets(env)
    expect(env).toEqual({ APPLE_ID: 'someone' })
    const own = { CSC_LINK: 'base64', CSC_KEY_PASSWORD: 'secret' }
    forgetEmptySecrets(own)
    expect(own).toEqual({ CSC_LINK: 'base64', CSC_KEY_PASSWORD: 'secret' })
  })
})
