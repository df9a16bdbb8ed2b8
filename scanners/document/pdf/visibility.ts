import { contrast, visibleContrast } from '../colour.ts'
import type { HiddenReason } from '../parsed.ts'
import { area, inside, intersect } from './geometry.ts'
import type { PaintedPage, Rule, Shape, Word } from './painted.ts'

/** Smaller than this many points nobody reads it; the smallest print of real agreements is 4 pt. */
const tinySize = 3
const faintAlpha = 0.1
/** Share of a word's box that must stay inside page and clip. */
const clippedShare = 0.3
/** Share of a word that a later shape must take away. */
const coveredShare = 0.5
/** A picture this large behind unseen text makes the text a recognition layer. */
const scanShare = 0.5

export type PageText = {
  visible: Array<Word>
  /** Unseen text over or under a picture of the page: what a scanner's text recognition leaves. */
  layer: Array<Word>
  hidden: Array<{ word: Word; reason: HiddenReason }>
  pictureShare: number
}

/** How transparent a picture is at a place; 1 when nothing is known. */
export type PictureAlpha = (shape: Shape, x: number, y: number) => number

function covers(shape: Shape, x: number, y: number): boolean {
  const { box, clip } = shape
  if (x < box.x0 || x > box.x1 || y < box.y0 || y > box.y1) return false
  if (x < clip.x0 || x > clip.x1 || y < clip.y0 || y > clip.y1) return false
  return shape.outlines.length === 0 || inside(shape.outlines, x, y, shape.evenOdd)
}

function samples({ box }: Word): Array<[number, number]> {
  const middle = (box.y0 + box.y1) / 2
  const height = box.y1 - box.y0
  return [0.1, 0.3, 0.5, 0.7, 0.9].flatMap((share): Array<[number, number]> => {
    const x = box.x0 + (box.x1 - box.x0) * share
    return [
      [x, middle - height * 0.1],
      [x, middle + height * 0.2],
    ]
  })
}

function isCovered(word: Word, shapes: ReadonlyArray<Shape>, alphaOf: PictureAlpha): boolean {
  const later = shapes.filter(
    (shape) => shape.order > word.order && shape.opaque && area(intersect(shape.box, word.box)) > 0,
  )
  if (later.length === 0) return false
  const points = samples(word)
  const taken = points.filter(([x, y]) =>
    later.some((shape) => covers(shape, x, y) && (shape.picture === null || alphaOf(shape, x, y) > 0.9)),
  )
  return taken.length >= points.length * coveredShare
}

/** The colour the word is painted on; undefined where it is a picture or a pattern. */
function ground(word: Word, shapes: ReadonlyArray<Shape>): string | undefined {
  const x = (word.box.x0 + word.box.x1) / 2
  const y = (word.box.y0 + word.box.y1) / 2
  const below = shapes.findLast((shape) => shape.order < word.order && shape.opaque && covers(shape, x, y))
  if (below === undefined) return '#ffffff'
  return below.colour ?? undefined
}

function isWhite(word: Word, shapes: ReadonlyArray<Shape>): boolean {
  if (word.colour === null) return false
  if (word.colour === 'transparent') return true
  const under = ground(word, shapes)
  const seen = under === undefined ? undefined : contrast(word.colour, under, word.alpha)
  return seen !== undefined && seen < visibleContrast
}

/** A thin line through the middle of the letters: the reader sees the words as cancelled. */
function isStruck(word: Word, rules: ReadonlyArray<Rule>): boolean {
  if (word.angle !== 0) return false
  const length = word.box.x1 - word.box.x0
  return rules.some(({ box }) => {
    const middle = (box.y0 + box.y1) / 2
    if (box.y1 - box.y0 > 3 || middle < word.v - word.size * 0.48 || middle > word.v - word.size * 0.12) return false
    return Math.min(box.x1, word.box.x1) - Math.max(box.x0, word.box.x0) > length * 0.8
  })
}

function reasonOf(word: Word, painted: PaintedPage, alphaOf: PictureAlpha): HiddenReason | undefined {
  if (word.layerOff) return 'layer-off'
  if (word.masked || word.renderMode === 3 || word.renderMode === 7 || word.alpha < faintAlpha) return 'invisible'
  if (word.size < tinySize) return 'tiny'
  if (area(intersect(word.box, word.clip)) < area(word.box) * clippedShare) return 'clipped'
  if (isCovered(word, painted.shapes, alphaOf)) return 'covered'
  if (isWhite(word, painted.shapes)) return 'white'
  if (isStruck(word, painted.rules)) return 'struck'
  return undefined
}

/** Sorts the words of a page into seen, recognition layer and unseen. */
export function splitByVisibility(painted: PaintedPage, alphaOf: PictureAlpha): PageText {
  const sheet = painted.width * painted.height
  const pictures = painted.shapes.filter((shape) => shape.picture !== null && !isSmall(shape))
  const scans = pictures.filter((shape) => area(shape.box) > sheet * scanShare)
  const result: PageText = { visible: [], layer: [], hidden: [], pictureShare: 0 }
  result.pictureShare = Math.min(1, pictures.reduce((sum, shape) => sum + area(shape.box), 0) / sheet)
  for (const word of painted.words) {
    const reason = reasonOf(word, painted, alphaOf)
    if (reason === undefined) result.visible.push(word)
    else if ((reason === 'invisible' || reason === 'covered') && !word.masked && overScan(word, scans)) {
      result.layer.push(word)
    } else result.hidden.push({ word, reason })
  }
  return result

  function isSmall(shape: Shape): boolean {
    return area(shape.box) < sheet * 0.01
  }
}

function overScan(word: Word, scans: ReadonlyArray<Shape>): boolean {
  return scans.some((shape) => area(intersect(shape.box, word.box)) > area(word.box) * 0.8)
}

/** Reads transparency from a decoded picture of 4 bytes a pixel; other pictures are opaque. */
export function alphaFromPixels(
  shape: Shape,
  image: { width: number; height: number; data: ArrayLike<number> },
  x: number,
  y: number,
): number {
  if (shape.picture === null || image.data.length < image.width * image.height * 4) return 1
  const [a, b, c, d, e, f] = shape.picture.matrix
  const determinant = a * d - b * c
  if (determinant === 0) return 0
  const across = (d * (x - e) - c * (y - f)) / determinant
  const up = (a * (y - f) - b * (x - e)) / determinant
  const column = Math.min(image.width - 1, Math.max(0, Math.floor(across * image.width)))
  const row = Math.min(image.height - 1, Math.max(0, Math.floor((1 - up) * image.height)))
  return (image.data[(row * image.width + column) * 4 + 3] ?? 255) / 255
}
