import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PDFPageProxy } from 'pdfjs-dist/types/src/display/api.js'
import { type Box, boxAround, boxOf, intersect, type Matrix, type Point } from './geometry.ts'
import { type Glyph, showGlyphs } from './glyphs.ts'
import {
  applyExtendedState,
  clipTo,
  type Font,
  firstState,
  type GraphicsState,
  moveText,
  setTextMatrix,
  transform,
} from './graphics-state.ts'
import type { PaintedPage, Shape } from './painted.ts'
import { outlinesOf, rulesOfFill, rulesOfStroke } from './paths.ts'
import { isPixels } from './pixels.ts'

type Operators = { fnArray: ReadonlyArray<number>; argsArray: ReadonlyArray<unknown> }
type LayerVisible = (group: unknown) => boolean

const fills: ReadonlyArray<number> = [
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]
const evenOdd: ReadonlyArray<number> = [OPS.eoFill, OPS.eoFillStroke, OPS.closeEOFillStroke]
const strokes: ReadonlyArray<number> = [
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]
/** Below this a shape lets the words under it be read. */
const opaqueAlpha = 0.9

/**
 * Replays a page's operators without drawing: every word with its place, colour, mode and clip, every filled shape and
 * picture, in paint order. This is what tells the words a reader sees from those that only a program finds.
 */
export function paintPage(page: PDFPageProxy, operators: Operators, layerVisible: LayerVisible): PaintedPage {
  const viewport = page.getViewport({ scale: 1 })
  const base = viewport.transform as unknown as Matrix
  const sheet: Box = { x0: 0, y0: 0, x1: viewport.width, y1: viewport.height }
  const painted: PaintedPage = {
    page: page.pageNumber,
    width: viewport.width,
    height: viewport.height,
    words: [],
    shapes: [],
    rules: [],
  }
  let state = firstState(base, sheet)
  const saved: Array<GraphicsState> = []
  const layers: Array<boolean> = []
  let pendingClip = false
  const save = () => saved.push({ ...state })
  const restore = () => {
    state = saved.pop() ?? state
  }
  const layerOff = () => layers.includes(false)

  function addShape(shape: Omit<Shape, 'clip' | 'opaque'>, alpha: number): void {
    if (state.masked || layerOff()) return
    const opaque = alpha * state.groupAlpha >= opaqueAlpha && !state.blended && !state.softMask
    painted.shapes.push({ ...shape, clip: state.clip, opaque })
  }

  function path(order: number, operator: number, packed: ArrayLike<number> | null): void {
    const outlines: Array<Array<Point>> = packed === null ? [] : outlinesOf(packed, state.ctm)
    if (outlines.length > 0) {
      const box = boxAround(outlines.flat())
      if (fills.includes(operator)) {
        const shape = { order, box, outlines, evenOdd: evenOdd.includes(operator), colour: state.fill, picture: null }
        addShape(shape, state.fillAlpha)
        if (state.fillAlpha > 0.1) painted.rules.push(...rulesOfFill(outlines, order))
      }
      if (strokes.includes(operator)) {
        const width = state.lineWidth * Math.hypot(state.ctm[0], state.ctm[1])
        painted.rules.push(...rulesOfStroke(outlines, order, width))
      }
      if (pendingClip) state.clip = intersect(state.clip, box)
    } else if (pendingClip) state.clip = { x0: 0, y0: 0, x1: 0, y1: 0 }
    pendingClip = false
  }

  function picture(order: number, decoded: unknown): void {
    const box = intersect(boxOf(state.ctm, 0, 0, 1, 1), state.clip)
    const pixels = isPixels(decoded) ? decoded : null
    const picture = { matrix: state.ctm, pixels }
    addShape({ order, box, outlines: [], evenOdd: false, colour: null, picture }, state.fillAlpha)
  }

  /** Pictures used on several pages are kept for the document (`g_…`), the others for the page. */
  function decodedPicture(name: string): unknown {
    const store = name.startsWith('g_') ? page.commonObjs : page.objs
    return store.has(name) ? store.get(name) : null
  }

  function beginAnnotation(rect: ReadonlyArray<number> | null, ...matrices: Array<ReadonlyArray<number> | null>): void {
    save()
    state = { ...firstState(base, sheet), annotation: true }
    if (rect) clipTo(state, rect)
    for (const matrix of matrices) transform(state, matrix)
  }

  operators.fnArray.forEach((operator, order) => {
    const args = (operators.argsArray[order] ?? []) as ReadonlyArray<never>
    const number = (at: number) => Number(args[at])
    switch (operator) {
      case OPS.save:
        save()
        break
      case OPS.restore:
      case OPS.endGroup:
      case OPS.paintFormXObjectEnd:
      case OPS.endAnnotation:
        restore()
        break
      case OPS.transform:
        transform(state, args)
        break
      case OPS.paintFormXObjectBegin:
        save()
        transform(state, args[0])
        if (args[1]) clipTo(state, args[1])
        break
      case OPS.beginGroup: {
        const group = args[0] as unknown as { matrix?: Array<number>; bbox?: Array<number>; smask?: unknown }
        save()
        transform(state, group.matrix)
        if (group.bbox) clipTo(state, group.bbox)
        Object.assign(state, { groupAlpha: state.groupAlpha * state.fillAlpha, fillAlpha: 1, strokeAlpha: 1 })
        if (group.smask) state.masked = true
        break
      }
      case OPS.beginAnnotation:
        beginAnnotation(args[1] ?? null, args[2] ?? null, args[3] ?? null)
        break
      case OPS.beginMarkedContent:
        layers.push(true)
        break
      case OPS.beginMarkedContentProps:
        layers.push(args[0] !== 'OC' || layerVisible(args[1]))
        break
      case OPS.endMarkedContent:
        layers.pop()
        break
      case OPS.setGState:
        applyExtendedState(state, args[0] ?? [])
        break
      case OPS.setLineWidth:
        state.lineWidth = number(0)
        break
      case OPS.setFillRGBColor:
        state.fill = String(args[0])
        break
      case OPS.setStrokeRGBColor:
        state.stroke = String(args[0])
        break
      case OPS.setFillColorN:
        state.fill = null
        break
      case OPS.setStrokeColorN:
        state.stroke = null
        break
      case OPS.setFillTransparent:
        state.fill = 'transparent'
        break
      case OPS.setStrokeTransparent:
        state.stroke = 'transparent'
        break
      case OPS.clip:
      case OPS.eoClip:
        pendingClip = true
        break
      case OPS.constructPath:
        path(order, number(0), (args[1] as ReadonlyArray<ArrayLike<number> | null> | undefined)?.[0] ?? null)
        break
      case OPS.shadingFill:
        addShape({ order, box: state.clip, outlines: [], evenOdd: false, colour: null, picture: null }, state.fillAlpha)
        break
      case OPS.paintImageXObject:
        picture(order, decodedPicture(String(args[0])))
        break
      case OPS.paintInlineImageXObject:
        picture(order, args[0])
        break
      case OPS.beginText:
        setTextMatrix(state, [1, 0, 0, 1, 0, 0])
        break
      case OPS.setFont:
        state.font = page.commonObjs.get(args[0]!) as Font
        state.fontName = String(args[0])
        state.fontSize = Math.abs(number(1))
        state.fontDirection = number(1) < 0 ? -1 : 1
        break
      case OPS.setTextMatrix:
        setTextMatrix(state, args[0]!)
        break
      case OPS.setCharSpacing:
        state.charSpacing = number(0)
        break
      case OPS.setWordSpacing:
        state.wordSpacing = number(0)
        break
      case OPS.setHScale:
        state.horizontalScale = number(0) / 100
        break
      case OPS.setLeading:
        state.leading = -number(0)
        break
      case OPS.setTextRise:
        state.rise = number(0)
        break
      case OPS.setTextRenderingMode:
        state.renderMode = number(0)
        break
      case OPS.moveText:
        moveText(state, number(0), number(1))
        break
      case OPS.setLeadingMoveText:
        state.leading = number(1)
        moveText(state, number(0), number(1))
        break
      case OPS.nextLine:
        moveText(state, 0, state.leading)
        break
      case OPS.showText: {
        const about = { page: page.pageNumber, order, layerOff: layerOff() }
        const glyphs = args[0] as unknown as ReadonlyArray<Glyph | number>
        showGlyphs(state, glyphs, about, (word) => painted.words.push(word))
        break
      }
      default:
        break
    }
  })
  return painted
}
