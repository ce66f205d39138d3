import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { imageSize } from '../../../../shared/chat/image-size.ts'
import { jpegBytes, pngBytes } from '../../../support/sample-images.ts'

describe('the size of an image', () => {
  it('is read from a PNG and from a JPEG', () => {
    expect(imageSize(pngBytes(640, 70_000))).toEqual({
      kind: 'known',
      type: 'image/png',
      width: 640,
      height: 70_000,
    })
    expect(imageSize(jpegBytes(1024, 768))).toEqual({
      kind: 'known',
      type: 'image/jpeg',
      width: 1024,
      height: 768,
    })
  })

  it.each([
    { what: 'a GIF', bytes: [0x47, 0x49, 0x46, 0x38], kind: 'unknown' },
    { what: 'nothing', bytes: [], kind: 'unknown' },
    { what: 'an SVG', bytes: [...Buffer.from('<svg onload=alert(1)>')], kind: 'unknown' },
    { what: 'a PNG cut in its header', bytes: [...pngBytes(1, 1).slice(0, 14)], kind: 'broken' },
    { what: 'a PNG of no width', bytes: [...pngBytes(0, 5)], kind: 'broken' },
    { what: 'a JPEG without a frame', bytes: [0xff, 0xd8, 0xff, 0xe0, 0, 2], kind: 'broken' },
  ])('of $what is $kind', ({ bytes, kind }) => {
    expect(imageSize(new Uint8Array(bytes)).kind).toBe(kind)
  })

  it('never runs on for ever or throws, whatever follows the first bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.constantFrom('png', 'jpeg'), (rest, form) => {
        const head = form === 'png' ? pngBytes(1, 1).slice(0, 8) : jpegBytes(1, 1).slice(0, 3)
        imageSize(new Uint8Array([...head, ...rest]))
      }),
    )
  })
})
