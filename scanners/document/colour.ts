/** Relative luminance of #rrggbb or rgb(), 0–1, by WCAG 2.2; undefined for anything else. */
export function luminance(colour: string): number | undefined {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(colour)
  if (hex === null) return undefined
  const [red, green, blue] = hex.slice(1, 4).map((part) => {
    const share = Number.parseInt(part, 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

/** Below this contrast a reader of the printed page sees nothing. */
export const visibleContrast = 1.5

/** Contrast of two colours, 1–21, by WCAG 2.2; `alpha` mixes the first over the second. Unknown colours: undefined. */
export function contrast(colour: string, below: string, alpha = 1): number | undefined {
  const front = luminance(colour)
  const back = luminance(below)
  if (front === undefined || back === undefined) return undefined
  const mixed = front * alpha + back * (1 - alpha)
  return (Math.max(mixed, back) + 0.05) / (Math.min(mixed, back) + 0.05)
}
