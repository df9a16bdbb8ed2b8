import type { Matrix } from './geometry.ts'

/** A decoded picture as pdf.js keeps it: kind 1 is one bit, 2 is three bytes, 3 is four bytes a pixel. */
export type Pixels = { width: number; height: number; kind: number; data: ArrayLike<number> }

export function isPixels(value: unknown): value is Pixels {
  const candidate = value as Partial<Pixels> | null
  return typeof candidate?.width === 'number' && typeof candidate.kind === 'number' && Boolean(candidate.data)
}

/** Column and row of the pixel painted at a place of the page; undefined for a picture without extent. */
function pixelAt({ width, height }: Pixels, matrix: Matrix, x: number, y: number): [number, number] | undefined {
  const [a, b, c, d, e, f] = matrix
  const determinant = a * d - b * c
  if (determinant === 0) return undefined
  const across = (d * (x - e) - c * (y - f)) / determinant
  const up = (a * (y - f) - b * (x - e)) / determinant
  const clamp = (value: number, most: number) => Math.min(most - 1, Math.max(0, Math.floor(value)))
  return [clamp(across * width, width), clamp((1 - up) * height, height)]
}

/** The colour of a picture at a place of the page and how opaque it is, 0–1; undefined when it cannot be told. */
export function sample(
  pixels: Pixels,
  matrix: Matrix,
  x: number,
  y: number,
): { colour: string; alpha: number } | undefined {
  const at = pixelAt(pixels, matrix, x, y)
  if (at === undefined) return undefined
  const [column, row] = at
  const { width, kind, data } = pixels
  if (kind === 1) {
    const byte = data[row * ((width + 7) >> 3) + (column >> 3)] ?? 0
    return { colour: (byte & (0x80 >> (column & 7))) === 0 ? '#000000' : '#ffffff', alpha: 1 }
  }
  const size = kind === 3 ? 4 : 3
  const from = (row * width + column) * size
  const hex = (part: number) => (data[from + part] ?? 0).toString(16).padStart(2, '0')
  return { colour: `#${hex(0)}${hex(1)}${hex(2)}`, alpha: kind === 3 ? (data[from + 3] ?? 255) / 255 : 1 }
}
