/** What an organisation adds to the look of its reports. Colours of severity are never among it. */
export type ReportBrand = {
  /** "#rrggbb"; null = the product's own. */
  accent: string | null
  footer: string
  /** A PNG as a data URI, so that a report never loads anything. */
  logo: { data: string; alt: string } | null
}

/** White is the paper of every report. */
const paper = '#ffffff'
/** WCAG 2.2, 1.4.3: the accent is also the colour of text. */
export const leastContrast = 4.5

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** Contrast of "#rrggbb" on the paper by WCAG 2.2, from 1 to 21. */
export function contrastOnPaper(colour: string): number {
  const [lighter = 1, darker = 1] = [luminance(colour), luminance(paper)].sort((a, b) => b - a)
  return (lighter + 0.05) / (darker + 0.05)
}

export type Picture = { width: number; height: number }

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** Width and height of a PNG that is whole from its first chunk to its last; null for anything else. */
export function pngSize(bytes: Uint8Array): Picture | null {
  if (bytes.length < 57 || signature.some((byte, at) => bytes[at] !== byte)) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const typeAt = (at: number) => String.fromCharCode(...bytes.subarray(at + 4, at + 8))
  if (typeAt(8) !== 'IHDR' || view.getUint32(8) !== 13) return null
  let at = 8
  while (at + 12 <= bytes.length) {
    const length = view.getUint32(at)
    const end = at + 12 + length
    if (typeAt(at) === 'IEND') return length === 0 && end === bytes.length ? sizeOf(view) : null
    // An animated picture has more than one look; a report has one.
    if (end > bytes.length || typeAt(at) === 'acTL') return null
    at = end
  }
  return null
}

function sizeOf(view: DataView): Picture | null {
  const [width, height] = [view.getUint32(16), view.getUint32(20)]
  return width > 0 && height > 0 ? { width, height } : null
}
