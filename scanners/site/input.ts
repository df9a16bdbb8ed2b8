import { z } from 'zod'
import { parsePair } from './egress/address.ts'
import { consentStates } from './evidence.ts'
import { journeySchema } from './journey.ts'

const pair = z
  .string()
  .refine((text) => parsePair(text) !== undefined, 'Expected HOST:PORT or HOST:PORT-PORT, like 127.0.0.1:8080')

/** Switches that let a scan reach laboratory stand-ins on this machine; a door offers them only where it may. */
const laboratorySchema = z.strictObject({
  allow: z.array(pair).default([]),
  dns: pair.optional(),
  map: z.array(z.tuple([z.string().min(1), pair])).optional(),
  /** Pages read at once. Elsewhere it is one page at a time per host (security.md 6.4). */
  pagesAtOnce: z.int().min(1).max(4).default(2),
})

/** Pages of one scan; a laboratory of one's own may be read further. */
export const maxPages = 25
export const maxLaboratoryPages = 100

/**
 * What a site scan is asked: the form check, the API body, the CLI flags and the queue payload in one.
 * `public` reads passively; `permission` and above also types a synthetic patient.
 */
export const siteScanInputSchema = z
  .strictObject({
    url: z
      .url('Expected a full web address, like https://example.com/')
      .refine((url) => /^https?:\/\//i.test(url), 'Expected an address that starts with https:// or http://'),
    authority: z.enum(['public', 'permission', 'owner-proven']).default('public'),
    pages: z.int().min(1).max(maxLaboratoryPages).default(10),
    mode: z.enum(['browser', 'static']).default('browser'),
    consent: z.array(z.enum(consentStates)).min(1).default(['none']),
    viewports: z
      .array(z.enum(['desktop', 'phone']))
      .min(1)
      .default(['desktop']),
    journey: journeySchema.optional(),
    lab: laboratorySchema.optional(),
  })
  .refine(({ pages, lab }) => lab !== undefined || pages <= maxPages, {
    path: ['pages'],
    message: `Expected at most ${maxPages} pages; only a laboratory of your own may be read further`,
  })
  .refine(({ journey, authority, mode }) => journey === undefined || (authority !== 'public' && mode === 'browser'), {
    path: ['journey'],
    message: 'Expected the permission of the site’s owner and a browser: a journey types into forms',
  })

export type SiteScanInput = z.infer<typeof siteScanInputSchema>
