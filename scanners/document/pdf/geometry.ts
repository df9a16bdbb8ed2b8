/** Affine matrix [a, b, c, d, e, f] as PDF writes it: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [number, number, number, number, number, number]
export type Point = readonly [number, number]
/** Axis-aligned box in page points, top left origin. */
export type Box = { x0: number; y0: number; x1: number; y1: number }

export const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** The matrix that applies `inner` first, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  return [
    outer[0] * inner[0] + outer[2] * inner[1],
    outer[1] * inner[0] + outer[3] * inner[1],
    outer[0] * inner[2] + outer[2] * inner[3],
    outer[1] * inner[2] + outer[3] * inner[3],
    outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
    outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
  ]
}

export function apply(matrix: Matrix, x: number, y: number): Point {
  return [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]]
}

export function boxAround(points: Iterable<Point>): Box {
  const box = { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity }
  for (const [x, y] of points) {
    box.x0 = Math.min(box.x0, x)
    box.y0 = Math.min(box.y0, y)
    box.x1 = Math.max(box.x1, x)
    box.y1 = Math.max(box.y1, y)
  }
  return box
}

/** The box around a rectangle given in another space. */
export function boxOf(matrix: Matrix, x0: number, y0: number, x1: number, y1: number): Box {
  return boxAround([apply(matrix, x0, y0), apply(matrix, x1, y0), apply(matrix, x0, y1), apply(matrix, x1, y1)])
}

export function intersect(a: Box, b: Box): Box {
  return {
    x0: Math.max(a.x0, b.x0),
    y0: Math.max(a.y0, b.y0),
    x1: Math.min(a.x1, b.x1),
    y1: Math.min(a.y1, b.y1),
  }
}

export function area(box: Box): number {
  return Math.max(0, box.x1 - box.x0) * Math.max(0, box.y1 - box.y0)
}

/** Whether a point lies inside closed polygons, by the non-zero winding rule or the even-odd rule. */
export function inside(polygons: ReadonlyArray<ReadonlyArray<Point>>, x: number, y: number, evenOdd: boolean): boolean {
  let winding = 0
  let crossings = 0
  for (const polygon of polygons) {
    for (let at = 0; at < polygon.length; at++) {
      const [ax, ay] = polygon[at]!
      const [bx, by] = polygon[(at + 1) % polygon.length]!
      if (ay <= y === by <= y) continue
      const crossX = ax + ((y - ay) / (by - ay)) * (bx - ax)
      if (crossX <= x) continue
      crossings++
      winding += by > ay ? 1 : -1
    }
  }
  return evenOdd ? crossings % 2 === 1 : winding !== 0
}
