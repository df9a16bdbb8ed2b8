import { child, type Element, elements, isOn, value } from './xml.ts'

/** What decides whether a run of words is seen. Undefined: not said here, ask the style below. */
export type RunLook = {
  vanish?: boolean
  struck?: boolean
  bold?: boolean
  colour?: string
  shade?: string
  halfPoints?: number
  widthPercent?: number
}

export type ParagraphLook = {
  style?: string
  numId?: string
  level?: number
  indentTwips?: number
  heading?: boolean
  shade?: string
}

export type Style = { name: string; run: RunLook; paragraph: ParagraphLook }
export type Styles = { paragraph: (id: string | undefined) => Style; character: (id: string | undefined) => RunLook }

function defined<T extends object>(look: T): T {
  return Object.fromEntries(Object.entries(look).filter(([, one]) => one !== undefined)) as T
}

function hexColour(hex: string | undefined): string | undefined {
  return hex !== undefined && /^[0-9a-f]{6}$/i.test(hex) ? `#${hex.toLowerCase()}` : undefined
}

/** The fill of a `w:shd`; "clear" and "solid" patterns are plain, others mix and are left alone. */
export function shadeOf(properties: Element | undefined): string | undefined {
  const shade = child(properties, 'w:shd')
  return value(shade) === 'solid' ? hexColour(value(shade, 'w:color')) : hexColour(value(shade, 'w:fill'))
}

const highlights: Record<string, string> = {
  black: '#000000',
  white: '#ffffff',
  darkBlue: '#000080',
  darkGreen: '#008000',
  darkRed: '#800000',
  yellow: '#ffff00',
}

function number(text: string | undefined): number | undefined {
  const parsed = Number.parseFloat(text ?? '')
  return Number.isNaN(parsed) ? undefined : parsed
}

/** Direct formatting of a `w:rPr`. */
export function runLook(properties: Element | undefined): RunLook {
  const highlight = highlights[value(child(properties, 'w:highlight')) ?? '']
  const colour = child(properties, 'w:color')
  const single = isOn(child(properties, 'w:strike'))
  const double = isOn(child(properties, 'w:dstrike'))
  return defined({
    vanish: isOn(child(properties, 'w:vanish')) ?? isOn(child(properties, 'w:webHidden')),
    struck: single === undefined && double === undefined ? undefined : single === true || double === true,
    bold: isOn(child(properties, 'w:b')),
    // "auto" is black on light ground and white on dark: always legible.
    colour: value(colour) === 'auto' ? 'auto' : hexColour(value(colour)),
    shade: highlight ?? shadeOf(properties),
    halfPoints: number(value(child(properties, 'w:sz'))),
    widthPercent: number(value(child(properties, 'w:w'))),
  } as RunLook)
}

/** Direct formatting of a `w:pPr`. */
export function paragraphLook(properties: Element | undefined): ParagraphLook {
  const numbering = child(properties, 'w:numPr')
  const indent = child(properties, 'w:ind')
  const outline = number(value(child(properties, 'w:outlineLvl')))
  return defined({
    style: value(child(properties, 'w:pStyle')),
    numId: value(child(numbering, 'w:numId')),
    level: number(value(child(numbering, 'w:ilvl'))),
    indentTwips: number(value(indent, 'w:left') ?? value(indent, 'w:start')),
    heading: outline === undefined ? undefined : outline < 9,
    shade: shadeOf(properties),
  } as ParagraphLook)
}

/** Styles with what they are based on already mixed in. */
export function readStyles(part: Element | undefined): Styles {
  const raw = new Map<string, Element>()
  let standard: string | undefined
  for (const style of elements(part).filter((element) => element.name === 'w:style')) {
    const id = value(style, 'w:styleId') ?? ''
    raw.set(id, style)
    if (value(style, 'w:type') === 'paragraph' && value(style, 'w:default') === '1') standard = id
  }
  const defaults = child(child(child(part, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr')
  const solved = new Map<string, Style>()

  function solve(id: string | undefined, depth: number): Style {
    const style = id === undefined ? undefined : raw.get(id)
    if (style === undefined || depth > 20) return { name: '', run: {}, paragraph: {} }
    const known = solved.get(id!)
    if (known !== undefined) return known
    const base = solve(value(child(style, 'w:basedOn')), depth + 1)
    const own: Style = {
      name: value(child(style, 'w:name')) ?? '',
      run: { ...base.run, ...runLook(child(style, 'w:rPr')) },
      paragraph: { ...base.paragraph, ...paragraphLook(child(style, 'w:pPr')) },
    }
    solved.set(id!, own)
    return own
  }

  return {
    paragraph: (id) => {
      const style = solve(id !== undefined && raw.has(id) ? id : standard, 0)
      return { ...style, run: { ...runLook(defaults), ...style.run } }
    },
    character: (id) => solve(id, 0).run,
  }
}
