import { type Box, boxOf, identity, intersect, type Matrix, multiply } from './geometry.ts'

export type Font = {
  fontMatrix?: Array<number>
  vertical?: boolean
  isType3Font?: boolean
  defaultVMetrics?: Array<number>
  name?: string
  bold?: boolean
}

/** The part of the PDF graphics state that decides where a glyph stands and whether it is seen. */
export type GraphicsState = {
  ctm: Matrix
  clip: Box
  fill: string | null
  stroke: string | null
  fillAlpha: number
  strokeAlpha: number
  /** Product of the alphas of the groups around. */
  groupAlpha: number
  blended: boolean
  softMask: boolean
  masked: boolean
  lineWidth: number
  annotation: boolean
  textMatrix: Matrix
  x: number
  y: number
  lineX: number
  lineY: number
  font: Font | undefined
  fontName: string
  fontSize: number
  fontDirection: 1 | -1
  charSpacing: number
  wordSpacing: number
  horizontalScale: number
  leading: number
  rise: number
  renderMode: number
}

export function firstState(ctm: Matrix, clip: Box): GraphicsState {
  return {
    ctm,
    clip,
    fill: '#000000',
    stroke: '#000000',
    fillAlpha: 1,
    strokeAlpha: 1,
    groupAlpha: 1,
    blended: false,
    softMask: false,
    masked: false,
    lineWidth: 1,
    annotation: false,
    textMatrix: identity,
    x: 0,
    y: 0,
    lineX: 0,
    lineY: 0,
    font: undefined,
    fontName: '',
    fontSize: 0,
    fontDirection: 1,
    charSpacing: 0,
    wordSpacing: 0,
    horizontalScale: 1,
    leading: 0,
    rise: 0,
    renderMode: 0,
  }
}

/** Keys of an ExtGState that matter here; the rest (line joins, halftones) change nothing a reader reads. */
export function applyExtendedState(state: GraphicsState, entries: ReadonlyArray<readonly [string, unknown]>): void {
  for (const [key, value] of entries) {
    if (key === 'ca') state.fillAlpha = Number(value)
    if (key === 'CA') state.strokeAlpha = Number(value)
    if (key === 'LW') state.lineWidth = Number(value)
    if (key === 'BM') state.blended = value !== 'source-over' && value !== 'Normal'
    if (key === 'SMask') state.softMask = Boolean(value)
  }
}

export function clipTo(state: GraphicsState, box: ReadonlyArray<number>): void {
  state.clip = intersect(state.clip, boxOf(state.ctm, box[0]!, box[1]!, box[2]!, box[3]!))
}

export function transform(state: GraphicsState, matrix: ReadonlyArray<number> | null | undefined): void {
  if (matrix) state.ctm = multiply(state.ctm, matrix as unknown as Matrix)
}

export function moveText(state: GraphicsState, x: number, y: number): void {
  state.lineX += x
  state.lineY += y
  state.x = state.lineX
  state.y = state.lineY
}

export function setTextMatrix(state: GraphicsState, matrix: ArrayLike<number>): void {
  state.textMatrix = Array.from(matrix) as unknown as Matrix
  state.x = state.lineX = state.y = state.lineY = 0
}
