import { apply, boxAround, type Matrix, multiply } from './geometry.ts'
import type { GraphicsState } from './graphics-state.ts'
import type { Word } from './painted.ts'

export type Glyph = {
  unicode: string
  width: number
  isSpace: boolean
  vmetric?: Array<number> | null
}

/** Share of the font size above and below the baseline that a word's box covers; common text faces stay inside. */
const ascent = 0.78
const descent = 0.22
/** A gap inside a show-text operator wider than this share of the size parts two words. */
const wordGap = 0.18

// Ligatures stand for letters; symbol fonts paint bullets from the private use area.
const ligatures: Record<string, string> = { ﬀ: 'ff', ﬁ: 'fi', ﬂ: 'fl', ﬃ: 'ffi', ﬄ: 'ffl', ﬅ: 'st', ﬆ: 'st' }

function readable(unicode: string): string {
  return unicode
    .replace(/[\uFB00-\uFB06]/g, (letter) => ligatures[letter] ?? letter)
    .replace(/[\uF0B7\uF0A7\uF076\uF0D8]/g, '•')
    .replace(/[\u0000-\u0008\u000E-\u001F\u007F\u00AD]/g, (sign) => (sign === '\u00AD' ? '-' : ''))
}

type Pen = { word: Word | undefined; spaced: boolean; lastEnd: number }

/**
 * Walks the glyphs of one show-text operator as the renderer does, moving the pen of `state`, and adds the words they
 * form. Positions follow PDF 32000-1, 9.4.4.
 */
export function showGlyphs(
  state: GraphicsState,
  glyphs: ReadonlyArray<Glyph | number>,
  about: { page: number; order: number; layerOff: boolean },
  add: (word: Word) => void,
): void {
  const { font, fontSize, fontDirection } = state
  if (font === undefined || fontSize === 0) return
  const unit = Math.abs(font.fontMatrix?.[0] ?? 0.001) || 0.001
  const advanceScale = fontSize * unit
  const horizontal = state.horizontalScale * fontDirection
  const vertical = font.vertical === true
  const base = multiply(state.ctm, state.textMatrix)
  const pen: Pen = { word: undefined, spaced: false, lastEnd: 0 }
  // Type 3 fonts choose their own unit; for the others an em is the font size.
  const em = font.isType3Font === true ? fontSize * Math.max(unit * 1000, 1e-6) : fontSize
  let advance = 0
  for (const glyph of glyphs) {
    if (typeof glyph === 'number') {
      advance += ((vertical ? 1 : -1) * glyph * fontSize) / 1000
      continue
    }
    const width = vertical ? -(glyph.vmetric?.[0] ?? font.defaultVMetrics?.[0] ?? -1000) : glyph.width
    const spacing = (glyph.isSpace ? state.wordSpacing : 0) + state.charSpacing
    const drawn = width * advanceScale
    const text = readable(glyph.unicode)
    if (text.trim() === '') {
      if (text !== '') {
        pen.word = undefined
        pen.spaced = true
      }
    } else {
      const from = advance
      // Letter-spacing set by the document is no gap between words.
      const gap = from - pen.lastEnd - Math.max(0, state.charSpacing)
      if (pen.word !== undefined && Math.abs(gap) > wordGap * em && gap > -em) {
        pen.spaced = gap > 0
        pen.word = undefined
      }
      const piece = placed(wordAt(state, base, { text, from, to: from + drawn, em, horizontal, vertical }, about))
      piece.spaced = pen.spaced
      if (pen.word === undefined) {
        pen.word = piece
        add(piece)
      } else merge(pen.word, piece)
      pen.spaced = false
      pen.lastEnd = from + drawn
    }
    advance += vertical ? drawn - spacing * fontDirection : drawn + spacing * fontDirection
  }
  if (vertical) state.y -= advance
  else state.x += advance * horizontal
}

const nowhere = {
  box: { x0: -1e6, y0: -1e6, x1: -1e6 + 1, y1: -1e6 + 1 },
  u0: -1e6,
  u1: -1e6,
  v: -1e6,
  angle: 0,
  size: 10,
}

/** A broken file can place words at no number; no renderer shows them, so they stand far outside the page. */
function placed(word: Word): Word {
  const { box, u0, u1, v, angle, size } = word
  const sum = box.x0 + box.x1 + box.y0 + box.y1 + u0 + u1 + v + angle + size
  return Number.isFinite(sum) ? word : { ...word, ...nowhere }
}

function merge(word: Word, next: Word): void {
  word.text += next.text
  word.u0 = Math.min(word.u0, next.u0)
  word.u1 = Math.max(word.u1, next.u1)
  word.box = {
    x0: Math.min(word.box.x0, next.box.x0),
    y0: Math.min(word.box.y0, next.box.y0),
    x1: Math.max(word.box.x1, next.box.x1),
    y1: Math.max(word.box.y1, next.box.y1),
  }
}

type Stretch = { text: string; from: number; to: number; em: number; horizontal: number; vertical: boolean }

function wordAt(
  state: GraphicsState,
  base: Matrix,
  { text, from, to, em, horizontal, vertical }: Stretch,
  about: { page: number; order: number; layerOff: boolean },
): Word {
  const y = state.y + state.rise
  const at = (along: number, above: number) =>
    vertical ? apply(base, state.x + above, y - along) : apply(base, state.x + along * horizontal, y + above)
  const start = at(from, 0)
  const end = at(to, 0)
  const up = at(from, em)
  const size = Math.hypot(up[0] - start[0], up[1] - start[1])
  const length = Math.hypot(end[0] - start[0], end[1] - start[1]) || 1
  const dx = length < 1e-6 ? 1 : (end[0] - start[0]) / length
  const dy = length < 1e-6 ? 0 : (end[1] - start[1]) / length
  const strokeOnly = state.renderMode === 1 || state.renderMode === 5
  const top = vertical ? em / 2 : em * ascent
  const bottom = vertical ? -em / 2 : -em * descent
  return {
    text,
    page: about.page,
    order: about.order,
    box: boxAround([at(from, top), at(to, top), at(from, bottom), at(to, bottom)]),
    u0: start[0] * dx + start[1] * dy,
    u1: end[0] * dx + end[1] * dy,
    v: -start[0] * dy + start[1] * dx,
    angle: (Math.round((Math.atan2(dy, dx) * 180) / Math.PI) + 360) % 360,
    size,
    font: state.fontName,
    spaced: false,
    colour: strokeOnly ? state.stroke : state.fill,
    alpha: (strokeOnly ? state.strokeAlpha : state.fillAlpha) * state.groupAlpha,
    renderMode: state.renderMode,
    clip: state.clip,
    layerOff: about.layerOff,
    masked: state.masked,
    annotation: state.annotation,
  }
}
