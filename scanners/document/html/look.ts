import { contrast, visibleContrast } from '../colour.ts'
import type { HiddenReason } from '../parsed.ts'
import type { Element } from './nodes.ts'
import { declarations, type SheetStyles } from './style-sheet.ts'

/** What an element hands down to the words inside. */
export type Look = {
  colour: string
  ground: string
  fontPixels: number
  unseen: HiddenReason | undefined
  pending: boolean
  /** Which white space of the source is shown as it stands. */
  keeps: 'nothing' | 'lines' | 'everything'
}

export const firstLook: Look = {
  colour: '#000000',
  ground: '#ffffff',
  fontPixels: 16,
  unseen: undefined,
  pending: false,
  keeps: 'nothing',
}

/** 3 pt in CSS pixels. */
const tinyPixels = 4
const faintOpacity = 0.1
const farAway = -400

const names: Record<string, string> = {
  white: '#ffffff',
  black: '#000000',
  snow: '#fffafa',
  ivory: '#fffff0',
  whitesmoke: '#f5f5f5',
  ghostwhite: '#f8f8ff',
}

function hex(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  if (text === 'transparent') return 'transparent'
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(text)
  if (short)
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join('')}`
  if (/^#[0-9a-f]{6}/.test(text)) return text.slice(0, 7)
  const rgb = /^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)(?:[\s,/]+([\d.]+)(%?))?/.exec(text)
  if (rgb === null) return names[text]
  if (rgb[4] !== undefined && Number(rgb[4]) / (rgb[5] === '%' ? 100 : 1) < faintOpacity) return 'transparent'
  return `#${rgb
    .slice(1, 4)
    .map((part) => Math.min(255, Number(part)).toString(16).padStart(2, '0'))
    .join('')}`
}

function pixels(text: string | undefined, em: number): number | undefined {
  const match = /^(-?[\d.]+)(px|pt|em|rem|%|vw|vh|cm|mm|in)?/.exec(text ?? '')
  if (match === null) return undefined
  const unit: Record<string, number> = { px: 1, pt: 4 / 3, em, rem: 16, '%': em / 100, cm: 37.8, mm: 3.78, in: 96 }
  return Number(match[1]) * (unit[match[2] ?? 'px'] ?? 10)
}

function isClipped(style: ReadonlyMap<string, string>, em: number): boolean {
  const moved = /absolute|fixed/.test(style.get('position') ?? '')
  const away = ['left', 'top', 'right', 'bottom', 'margin-left', 'text-indent'].some((side) => {
    const places = moved || side === 'margin-left' || side === 'text-indent'
    return places && (pixels(style.get(side), em) ?? 0) < farAway
  })
  const cut = /rect\(\s*[01](?:px)?[\s,]+[01](?:px)?[\s,]+[01](?:px)?[\s,]+[01]/.test(style.get('clip') ?? '')
  const path = /inset\(\s*(?:50|100)%|circle\(\s*0/.test(style.get('clip-path') ?? '')
  const closed = /hidden|clip/.test(style.get('overflow') ?? '')
  const flat = ['height', 'width', 'max-height', 'max-width'].some((side) => (pixels(style.get(side), em) ?? 99) <= 1)
  return away || cut || path || (closed && flat) || /scale\(\s*0/.test(style.get('transform') ?? '')
}

function reason(element: Element, style: ReadonlyMap<string, string>, look: Look): HiddenReason | undefined {
  const { attribs, name } = element
  if ('hidden' in attribs || attribs['aria-hidden'] === 'true') return 'hidden'
  if (/none/.test(style.get('display') ?? '') || /hidden|collapse/.test(style.get('visibility') ?? '')) return 'hidden'
  if (Number(style.get('opacity') ?? '1') < faintOpacity) return 'invisible'
  if (name === 'del' || name === 's' || name === 'strike') return 'struck'
  if (/line-through/.test(style.get('text-decoration') ?? style.get('text-decoration-line') ?? '')) return 'struck'
  if (isClipped(style, look.fontPixels)) return 'clipped'
  return undefined
}

function keeps(element: Element, whiteSpace: string | undefined): Look['keeps'] | undefined {
  if (whiteSpace !== undefined) {
    if (whiteSpace.startsWith('pre-line')) return 'lines'
    return /^(?:pre|break-spaces)/.test(whiteSpace) ? 'everything' : 'nothing'
  }
  return element.name === 'pre' || element.name === 'textarea' ? 'everything' : undefined
}

/** The look of what is inside `element`. Reasons are handed down: nothing in a hidden part is seen again. */
export function lookInside(element: Element, outer: Look, sheets: SheetStyles): Look {
  const style = new Map([...(sheets.get(element) ?? []), ...declarations(element.attribs.style ?? '')])
  const ground = hex(style.get('background-color') ?? style.get('background')?.split(/\s+/)[0])
  const look: Look = {
    ...outer,
    colour: hex(style.get('color') ?? element.attribs.color?.toLowerCase()) ?? outer.colour,
    ground:
      (ground === 'transparent' ? undefined : ground) ?? hex(element.attribs.bgcolor?.toLowerCase()) ?? outer.ground,
    fontPixels: pixels(style.get('font-size'), outer.fontPixels) ?? outer.fontPixels,
    pending: outer.pending || element.name === 'ins',
    keeps: keeps(element, style.get('white-space')) ?? outer.keeps,
  }
  look.unseen ??= reason(element, style, look)
  return look
}

/** Why words with this look are not seen, if they are not. */
export function unseen(look: Look): HiddenReason | undefined {
  if (look.unseen !== undefined) return look.unseen
  if (look.fontPixels < tinyPixels) return 'tiny'
  if (look.colour === 'transparent') return 'invisible'
  const seen = contrast(look.colour, look.ground)
  return seen !== undefined && seen < visibleContrast ? 'white' : undefined
}
