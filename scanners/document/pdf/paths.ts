import { apply, type Box, boxAround, type Matrix, type Point } from './geometry.ts'
import type { Rule } from './painted.ts'

/** Path commands as pdf.js packs them: command number, then its coordinates. */
const moveTo = 0
const lineTo = 1
const curveTo = 2
const quadraticCurveTo = 3
const closePath = 4
/** A line thinner than this many points is a rule; a word cannot be read on it or hidden by it. */
const ruleThickness = 2.2
const curveSteps = 6

function bezier(points: ReadonlyArray<Point>, t: number): Point {
  let level = points
  while (level.length > 1) {
    level = level.slice(1).map((point, at) => {
      const before = level[at]!
      return [before[0] + (point[0] - before[0]) * t, before[1] + (point[1] - before[1]) * t] as const
    })
  }
  return level[0]!
}

/** The outlines of a packed path in page points, curves flattened. */
export function outlinesOf(packed: ArrayLike<number>, ctm: Matrix): Array<Array<Point>> {
  const outlines: Array<Array<Point>> = []
  let current: Array<Point> = []
  let at = 0
  const next = (): Point => {
    at += 2
    return apply(ctm, packed[at - 2]!, packed[at - 1]!)
  }
  while (at < packed.length) {
    const command = packed[at++]
    if (command === moveTo) {
      current = [next()]
      outlines.push(current)
    } else if (command === lineTo) current.push(next())
    else if (command === curveTo || command === quadraticCurveTo) {
      const from = current.at(-1) ?? [0, 0]
      const points = [from, next(), next(), ...(command === curveTo ? [next()] : [])]
      for (let step = 1; step <= curveSteps; step++) current.push(bezier(points, step / curveSteps))
    } else if (command === closePath) {
      const [first] = current
      if (first !== undefined) {
        current = [first]
        outlines.push(current)
      }
    } else break
  }
  return outlines.filter((outline) => outline.length > 1)
}

function rule(order: number, box: Box): Array<Rule> {
  const flat = box.y1 - box.y0 <= ruleThickness
  const upright = box.x1 - box.x0 <= ruleThickness
  return flat !== upright ? [{ order, box }] : []
}

/** Thin filled shapes, as browsers paint borders and strike-throughs. */
export function rulesOfFill(outlines: ReadonlyArray<ReadonlyArray<Point>>, order: number): Array<Rule> {
  return outlines.flatMap((outline) => rule(order, boxAround(outline)))
}

/** Straight strokes along the axes. */
export function rulesOfStroke(
  outlines: ReadonlyArray<ReadonlyArray<Point>>,
  order: number,
  width: number,
): Array<Rule> {
  return outlines.flatMap((outline) =>
    outline.slice(1).flatMap((point, at) => {
      const box = boxAround([outline[at]!, point])
      const half = Math.min(width, ruleThickness) / 2
      const flat = box.y1 - box.y0 < box.x1 - box.x0
      if (flat) return rule(order, { ...box, y0: box.y0 - half, y1: box.y1 + half })
      return rule(order, { ...box, x0: box.x0 - half, x1: box.x1 + half })
    }),
  )
}
