import { z } from 'zod'

export const outreachChannels = ['call', 'sms', 'email', 'mail', 'app'] as const

const line = z.string().trim().max(200)

/** What the intake asks beside name, site and data start. Empty means "not told", never "none". */
export const intakeSchema = z.strictObject({
  /** What the vendor or practice does, in a sentence or two. */
  service: z.string().trim().max(2000).default(''),
  /** Does it create, receive, maintain or transmit PHI? */
  handlesPhi: z.enum(['yes', 'no', 'unknown']).default('unknown'),
  /** Names of the fields that are shared, as the person wrote them. */
  fields: z.array(line).max(60).default([]),
  channels: z.array(z.enum(outreachChannels)).max(outreachChannels.length).default([]),
  subprocessors: z.array(line).max(60).default([]),
  storedWhere: line.default(''),
  /** Who looks after this subject here. */
  responsible: line.default(''),
  /** Further host names that belong to it, such as the one a widget is loaded from. */
  hosts: z.array(z.string().trim().toLowerCase().max(253)).max(30).default([]),
})

export type Intake = z.infer<typeof intakeSchema>
