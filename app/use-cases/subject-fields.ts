import { z } from 'zod'
import { intakeSchema } from '#db/intake.ts'

const wrongAddress = 'Enter a web address, like https://www.example.com.'

/** What a person types as a web address: "clinic.example" is taken as https. Query and fragment may hold tokens: cut. */
function readSiteUrl(text: string): string | null {
  const full = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`
  const url = URL.canParse(full) ? new URL(full) : null
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return null
  url.search = ''
  url.hash = ''
  return url.href
}

const typedAddress = z.string().trim().max(2000, wrongAddress)

export const siteUrlSchema = typedAddress.transform((text, context) => {
  const url = readSiteUrl(text)
  if (url !== null) return url
  context.addIssue({ code: 'custom', message: wrongAddress })
  return z.NEVER
})

/** The same, or nothing. Not a union: its message must name what is wrong with the address. */
export const optionalSiteUrlSchema = typedAddress
  .transform((text, context) => {
    const url = text === '' ? null : readSiteUrl(text)
    if (url === null && text !== '') context.addIssue({ code: 'custom', message: wrongAddress })
    return url
  })
  .nullable()
  .default(null)

export const optionalDateSchema = z
  .string()
  .trim()
  .transform((text, context) => {
    if (text === '' || z.iso.date().safeParse(text).success) return text === '' ? null : text
    context.addIssue({ code: 'custom', message: 'Enter a real date, like 3 27 2026.' })
    return z.NEVER
  })
  .nullable()
  .default(null)

const nameSchema = z.string().trim().min(1, 'Enter the name.').max(160, 'Use at most 160 characters.')

/** A vendor may have no site on file; a practice or prospect is looked at through its site, so it needs one. */
export const subjectFieldsSchema = {
  vendor: z.strictObject({
    name: nameSchema,
    siteUrl: optionalSiteUrlSchema,
    dataStart: optionalDateSchema,
    intake: intakeSchema.default(() => intakeSchema.parse({})),
  }),
  practice: z.strictObject({
    name: nameSchema,
    siteUrl: optionalSiteUrlSchema,
    dataStart: optionalDateSchema,
    intake: intakeSchema.default(() => intakeSchema.parse({})),
  }),
  prospect: z.strictObject({
    name: nameSchema,
    siteUrl: siteUrlSchema,
    dataStart: optionalDateSchema,
    intake: intakeSchema.default(() => intakeSchema.parse({})),
  }),
} as const
