/** What an image on its own cannot look up any more: style sheets and custom properties of the page. */
const KEPT_STYLES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-opacity',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
]
/** Twice the size on screen, so that text stays sharp in a document. */
const SCALE = 2
const MARGIN = 16
const TITLE_HEIGHT = 28

/**
 * A drawing as PNG in base64, with its title above it, on the background of the page. Drawn inside the page from a
 * `data:` address, so nothing is fetched and the content security policy holds.
 */
export async function svgToPng(svg: SVGSVGElement, title: string): Promise<string> {
  const { width, height } = svg.getBoundingClientRect()
  const image = await loadImage(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(standalone(svg))}`)
  const canvas = document.createElement('canvas')
  canvas.width = Math.ceil((width + 2 * MARGIN) * SCALE)
  canvas.height = Math.ceil((height + 2 * MARGIN + TITLE_HEIGHT) * SCALE)
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('no canvas to draw the image on')
  const page = getComputedStyle(document.body)
  context.scale(SCALE, SCALE)
  context.fillStyle = page.backgroundColor
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.fillStyle = page.color
  context.font = `600 14px ${page.fontFamily}`
  context.fillText(title, MARGIN, MARGIN + 14)
  context.drawImage(image, MARGIN, MARGIN + TITLE_HEIGHT, width, height)
  return canvas.toDataURL('image/png').replace(/^data:image\/png;base64,/, '')
}

function standalone(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true)
  if (!(copy instanceof SVGSVGElement)) throw new Error('a copy of a drawing is a drawing')
  const originals = [svg, ...svg.querySelectorAll<SVGElement>('*')]
  const copies = [copy, ...copy.querySelectorAll<SVGElement>('*')]
  originals.forEach((original, index) => {
    const styles = getComputedStyle(original)
    const twin = copies[index]
    // As attributes of their own: the content security policy forbids style attributes, in the copy too.
    twin?.removeAttribute('style')
    for (const name of KEPT_STYLES) twin?.setAttribute(name, styles.getPropertyValue(name))
  })
  const { width, height } = svg.getBoundingClientRect()
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height))
  return new XMLSerializer().serializeToString(copy)
}

function loadImage(address: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image()
    image.onload = () => resolve(image)
    image.onerror = () => reject(new Error('the drawing could not be made an image'))
    image.src = address
  })
}
