import { contrast, visibleContrast } from '../colour.ts'
import type { HiddenReason } from '../parsed.ts'
import { area, type Box, inside, intersect } from './geometry.ts'
import type { PaintedPage, Rule, Shape, Word } from './painted.ts'
import { sample } from './pixels.ts'

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
  /** Pictures that are more than marks. */
  pictures: Array<Box>
}

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

/** Whether a shape shows at a place: pictures have holes. */
function isSolid({ picture }: Shape, x: number, y: number): boolean {
  if (picture === null || picture.pixels === null) return true
  return (sample(picture.pixels, picture.matrix, x, y)?.alpha ?? 1) > 0.9
}

function isCovered(word: Word, shapes: ReadonlyArray<Shape>): boolean {
  const later = shapes.filter(
    (shape) => shape.order > word.order && shape.opaque && area(intersect(shape.box, word.box)) > 0,
  )
  if (later.length === 0) return false
  const points = samples(word)
  const taken = points.filter(([x, y]) => later.some((shape) => covers(shape, x, y) && isSolid(shape, x, y)))
  return taken.length >= points.length * coveredShare
}

/** The colour at a place before the word was painted; undefined where it is a pattern or cannot be told. */
function groundAt(word: Word, shapes: ReadonlyArray<Shape>, x: number, y: number): string | undefined {
  const below = shapes.findLast(
    (shape) => shape.order < word.order && shape.opaque && covers(shape, x, y) && isSolid(shape, x, y),
  )
  if (below === undefined) return '#ffffff'
  const { picture } = below
  if (picture === null) return below.colour ?? undefined
  return picture.pixels === null ? undefined : sample(picture.pixels, picture.matrix, x, y)?.colour
}

/** No part of the word stands out from what it is painted on. */
function isWhite(word: Word, shapes: ReadonlyArray<Shape>): boolean {
  const { colour } = word
  if (colour === null) return false
  if (colour === 'transparent') return true
  return samples(word).every(([x, y]) => {
    const under = groundAt(word, shapes, x, y)
    const seen = under === undefined ? undefined : contrast(colour, under, word.alpha)
    return seen !== undefined && seen < visibleContrast
  })
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

function reasonOf(word: Word, painted: PaintedPage): HiddenReason | undefined {
  if (word.layerOff) return 'layer-off'
  if (word.masked || word.renderMode === 3 || word.renderMode === 7 || word.alpha < faintAlpha) return 'invisible'
  if (word.size < tinySize) return 'tiny'
  if (area(intersect(word.box, word.clip)) < area(word.box) * clippedShare) return 'clipped'
  if (isCovered(word, painted.shapes)) return 'covered'
  if (isWhite(word, painted.shapes)) return 'white'
  if (isStruck(word, painted.rules)) return 'struck'
  return undefined
}

/** Sorts the words of a page into seen, recognition layer and unseen. */
export function splitByVisibility(painted: PaintedPage): PageText {
  const sheet = painted.width * painted.height
  const pictures = painted.shapes.filter((shape) => shape.picture !== null && !isSmall(shape))
  const scans = pictures.filter((shape) => area(shape.box) > sheet * scanShare)
  const result: PageText = { visible: [], layer: [], hidden: [], pictures: pictures.map(({ box }) => box) }
  for (const word of painted.words) {
    const reason = reasonOf(word, painted)
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
