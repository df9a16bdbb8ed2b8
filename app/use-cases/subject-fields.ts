import { z } from 'zod'
import { intakeSchema } from '#db/intake.ts'

/** What a person types as a web address: "clinic.example" is taken as https. Query and fragment may hold tokens: cut. */
export const siteUrlSchema = z
  .string()
  .trim()
  .max(2000)
  .transform((text, context) => {
    const full = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`
    const url = URL.canParse(full) ? new URL(full) : null
    if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') {
      context.addIssue({ code: 'custom', message: 'Enter a web address, like https://www.example.com.' })
      return z.NEVER
    }
    url.search = ''
    url.hash = ''
    return url.href
  })

const noSite = z.literal('').transform(() => null)

export const dataStartSchema = z
  .union([z.literal('').transform(() => null), z.iso.date('Enter a real date.')])
  .nullable()
  .default(null)

const nameSchema = z.string().trim().min(1, 'Enter the name.').max(160, 'Use at most 160 characters.')

/** A vendor may have no site on file; a practice or prospect is looked at through its site, so it needs one. */
export const subjectFieldsSchema = {
  vendor: z.strictObject({
    name: nameSchema,
    siteUrl: z.union([noSite, siteUrlSchema]).nullable().default(null),
    dataStart: dataStartSchema,
    intake: intakeSchema.default(() => intakeSchema.parse({})),
  }),
  practice: z.strictObject({
    name: nameSchema,
    siteUrl: z.union([noSite, siteUrlSchema]).nullable().default(null),
    dataStart: dataStartSchema,
    intake: intakeSchema.default(() => intakeSchema.parse({})),
  }),
  prospect: z.strictObject({
    name: nameSchema,
    siteUrl: siteUrlSchema,
    dataStart: dataStartSchema,
    intake: intakeSchema.default(() => intakeSchema.parse({})),
  }),
} as const
