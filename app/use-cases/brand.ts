import { z } from 'zod'
import type { Proviso } from '../proviso.server.ts'
import { contrastOnPaper, leastContrast, type Picture, pngSize, type ReportBrand } from '../report/brand.ts'
import { unfairWords } from '../report/fair-words.ts'
import { type Actor, demand } from './permission.ts'
import { InvalidInput, parseInput } from './problem.ts'
import { scopeOf } from './scope.ts'

/** A report is to stay under 150 KB with one picture. */
export const maxLogoBytes = 60_000
const maxLogoPixels = 1_200

const oneLine = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Use at most ${most} characters.`)
    .regex(/^[^\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]*$/u, 'Use letters, digits and signs on one line.')

const brandInput = z.strictObject({
  accent: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^(#[0-9a-f]{6})?$/, 'Write the colour as # and six digits, such as #0e4f5c, or leave it empty.'),
  footer: oneLine(200),
  logoAlt: oneLine(120),
  version: z.coerce.number().int().min(0),
})

export type BrandForm = { accent: string; footer: string; logoAlt: string; version: string }
/** "keep" leaves the logo as it is. */
export type LogoChange = Uint8Array | 'keep' | 'remove'

function checkLogo(bytes: Uint8Array): string | null {
  if (bytes.length > maxLogoBytes) return `The picture is larger than ${maxLogoBytes / 1000} KB. Save it smaller.`
  const size = pngSize(bytes)
  if (size === null) return 'This is no whole PNG picture. Save the logo as PNG and choose it again.'
  if (size.width > maxLogoPixels || size.height > maxLogoPixels) {
    return `The picture is ${size.width} by ${size.height}. Make it at most ${maxLogoPixels} pixels wide and high.`
  }
  return null
}

/** Logo, accent and footer of one's reports. "stale": somebody changed them since the form was opened. */
export function changeBrand(proviso: Proviso, actor: Actor, input: BrandForm, logo: LogoChange): 'changed' | 'stale' {
  demand(actor, 'manage-organisation')
  const { version, ...words } = parseInput(brandInput, input)
  const errors: Record<string, string> = {}
  const contrast = words.accent === '' ? leastContrast : contrastOnPaper(words.accent)
  if (contrast < leastContrast) {
    errors.accent = `This colour has a contrast of ${contrast.toFixed(1)} on white. Choose a darker one, from ${leastContrast} on.`
  }
  for (const field of ['footer', 'logoAlt'] as const) {
    const [unfair] = unfairWords(words[field])
    if (unfair !== undefined) errors[field] = `Leave out “${unfair}”: a report never says more than the evidence does.`
  }
  const problem = typeof logo === 'string' ? null : checkLogo(logo)
  if (problem !== null) errors.logo = problem
  const { brand } = scopeOf(proviso, actor)
  const before = brand.get()
  const next = logo === 'keep' ? before.logo : logo === 'remove' ? null : Buffer.from(logo)
  if (next !== null && words.logoAlt === '') errors.logoAlt = 'Say in words what the logo shows, for who cannot see it.'
  if (Object.keys(errors).length > 0) throw new InvalidInput(errors)
  return brand.change({ ...words, logo: next, version }) ? 'changed' : 'stale'
}

export type BrandView = {
  accent: string
  footer: string
  logoAlt: string
  version: number
  logo: (Picture & { bytes: number }) | null
  contrast: number | null
}

export function brandSettings(proviso: Proviso, actor: Actor): BrandView {
  demand(actor, 'manage-organisation')
  const { logo, ...words } = scopeOf(proviso, actor).brand.get()
  const size = logo === null ? null : pngSize(logo)
  return {
    ...words,
    logo: logo === null || size === null ? null : { ...size, bytes: logo.length },
    contrast: words.accent === '' ? null : contrastOnPaper(words.accent),
  }
}

/** What reports of this organisation carry; null where it has no brand of its own. */
export function reportBrand(proviso: Proviso, actor: Actor): ReportBrand | null {
  const { accent, footer, logo, logoAlt } = scopeOf(proviso, actor).brand.get()
  if (accent === '' && footer === '' && logo === null) return null
  return {
    accent: accent === '' ? null : accent,
    footer,
    logo: logo === null ? null : { data: `data:image/png;base64,${logo.toString('base64')}`, alt: logoAlt },
  }
}
