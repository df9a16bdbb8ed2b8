import type { Box, Matrix, Point } from './geometry.ts'
import type { Pixels } from './pixels.ts'

/** A stretch of glyphs without white space inside, as it is painted. */
export type Word = {
  text: string
  page: number
  /** Position in paint order. */
  order: number
  box: Box
  /** Place along and across the reading direction; `v` grows downwards and is the baseline. */
  u0: number
  u1: number
  v: number
  /** Reading direction in degrees, clockwise on the page; 0 is upright. */
  angle: number
  size: number
  font: string
  /** White space was painted before it. */
  spaced: boolean
  /** #rrggbb, or null for a pattern or shading. */
  colour: string | null
  alpha: number
  renderMode: number
  clip: Box
  layerOff: boolean
  /** Part of a soft mask: steers transparency and is never seen itself. */
  masked: boolean
  annotation: boolean
  /** Text recognition only: its confidence in this word, 0–100. */
  percent?: number
}

export type Shape = {
  order: number
  box: Box
  /** Closed outlines in page points; empty for a picture, whose `box` counts. */
  outlines: Array<Array<Point>>
  evenOdd: boolean
  colour: string | null
  opaque: boolean
  clip: Box
  /** `pixels` is null where the picture was too large to decode. */
  picture: { matrix: Matrix; pixels: Pixels | null } | null
}

/** A thin horizontal or vertical stroke: a table border, an underline, a strike-through. */
export type Rule = { order: number; box: Box }

export type PaintedPage = {
  page: number
  width: number
  height: number
  words: Array<Word>
  shapes: Array<Shape>
  rules: Array<Rule>
}
