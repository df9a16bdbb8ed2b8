import { z } from 'zod'
import { judgedChannels } from '#scanners/opt-out/event.ts'
import { isZone } from '#scanners/opt-out/zone.ts'
import { federalHolidays } from './calendar.ts'
import { type Policy, type PolicyName, policyNames } from './policy.ts'

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'Expected a date like 2026-11-24')
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Expected a time like 08:00')
const zone = z.string().refine(isZone, 'Expected an IANA time zone like America/Chicago')

/** What the practice tells of itself: the settings of `--config` and of the portal's form. All have a stated default. */
export const auditConfigSchema = z.strictObject({
  policies: z
    .array(z.enum(policyNames))
    .min(1)
    .default([...policyNames]),
  limitHours: z.number().positive().max(240).default(24),
  zone: zone.default('America/New_York'),
  shifts: z
    .strictObject({
      days: z.array(z.number().int().min(0).max(6)).min(1),
      starts: z.array(clock).min(1),
      closed: z.array(date).optional(),
      tz: zone.optional(),
    })
    .optional(),
  /** `federal` = US federal holidays as observed. */
  holidays: z.union([z.literal('federal'), z.array(date)]).default('federal'),
  skewSeconds: z.number().nonnegative().max(86_400).default(0),
  /**
   * What the uploader says the logs hold; a channel that is not named then counts as not held. Without a word (no
   * such field at all) the first to last row of each vendor's files is taken.
   */
  coverage: z.array(z.strictObject({ channel: z.enum(judgedChannels), from: z.string(), to: z.string() })).optional(),
  /** Channels whose attempt log was not supplied. */
  missing: z.array(z.enum(judgedChannels)).default([]),
  smsRequires: z.enum(['written', 'express']).default('written'),
  quietHours: z.strictObject({ start: clock.optional(), end: clock.optional() }).default({}),
  retention: z
    .strictObject({
      contractEnd: date.nullable(),
      years: z.number().int().positive().default(6),
      oldestRequired: date.nullable(),
    })
    .optional(),
  dayFirst: z.boolean().optional(),
  practice: z.string().optional(),
})
export type AuditConfig = z.infer<typeof auditConfigSchema>

export function policyFor(name: PolicyName, config: AuditConfig, years: Iterable<number>): Policy {
  const holidays = config.holidays === 'federal' ? [...years].flatMap(federalHolidays) : config.holidays
  return {
    name,
    limitHours: config.limitHours,
    zone: config.zone,
    holidays: new Set(holidays),
    shifts: config.shifts,
    skewMs: config.skewSeconds * 1000,
  }
}
