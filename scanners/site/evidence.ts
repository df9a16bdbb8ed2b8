import { z } from 'zod'
import { problemCodes } from '#scanners/problem.ts'
import { evidenceBase } from '#scanners/source.ts'

export const consentStates = ['none', 'reject', 'accept', 'gpc'] as const

/** A typed canary found in something the page sent: `encoding` is the chain, outermost last ("sha256", "gzip+base64"). */
export const canaryHitSchema = z.strictObject({
  field: z.string(),
  encoding: z.string(),
  channel: z.enum(['url', 'body', 'header', 'cookie', 'websocket']),
  parameter: z.string().nullable(),
  /** Byte offset and length in the raw body, URL, header or frame. */
  offset: z.number().int(),
  length: z.number().int(),
})

export const paramSchema = z.strictObject({
  name: z.string(),
  in: z.enum(['query', 'body', 'path', 'header', 'cookie', 'frame']),
  /** Value class of site-scan.md 11 ("page-url", "client-id", "hashed-email", "opaque", …). */
  class: z.string(),
  /** Only for values the redaction gate knows to be harmless: public ids, event names, versions, flags. Else null. */
  value: z.string().nullable(),
  canary: z.strictObject({ field: z.string(), encoding: z.string() }).nullable(),
})

export const requestSchema = z.strictObject({
  id: z.string(),
  method: z.string(),
  scheme: z.string(),
  host: z.string(),
  port: z.number().int(),
  /**
   * Path with its token-like segments replaced by their shape: `{hex:64}`, `{digits:16}`, `{uuid}`, `{token:31}`,
   * `{email}`, `{personal}`; public container ids (GTM-…, G-…) and words stay.
   */
  path: z.string(),
  /** Lower-case resource type of the browser ("script", "image", "ping", "websocket", "document", …). */
  type: z.string(),
  at: z.iso.datetime(),
  target: z.enum(['page', 'iframe', 'worker', 'service-worker', 'shared-worker', 'proxy-only']),
  visit: z.enum(['look', 'leave', 'static']),
  thirdParty: z.boolean(),
  registrableDomain: z.string(),
  /** Names the proxy's DNS answer passed through, the asked name left out. */
  cnames: z.array(z.string()),
  /** From the nearest script up to the document; host + path, no query. */
  initiator: z.array(z.string()),
  params: z.array(paramSchema),
  body: z.strictObject({ kind: z.string(), bytes: z.number().int(), sha256: z.string(), read: z.boolean() }).nullable(),
  status: z.number().int().nullable(),
  blocked: z.enum(['egress-refused', 'stopped-by-scanner']).nullable(),
  canaries: z.array(canaryHitSchema),
})

/**
 * One page in one consent state and viewport: facts only. Which company a host is, which class a page has and what it
 * means is said in checklists/tracking. Only `outcome: 'loaded'` may ever support "not found".
 */
export const pageEvidenceSchema = z.strictObject({
  kind: z.literal('page'),
  ...evidenceBase,
  url: z.string(),
  finalUrl: z.string().nullable(),
  status: z.number().int().nullable(),
  outcome: z.enum(['loaded', 'partial', 'failed']),
  reason: z.enum(problemCodes).nullable(),
  /** Every open item that stops a "not found": codes with a short harmless detail. */
  open: z.array(z.strictObject({ code: z.enum(problemCodes), detail: z.string() })),
  consent: z.enum(consentStates),
  viewport: z.enum(['desktop', 'phone']),
  mode: z.enum(['browser', 'static']),
  authority: z.enum(['public', 'permission', 'owner-proven']),
  authenticated: z.boolean(),
  lang: z.string().nullable(),
  title: z.string(),
  headings: z.array(z.string()),
  jsonLdTypes: z.array(z.string()),
  /** Words of links on other pages that led here. */
  linkTexts: z.array(z.string()),
  /** Up to 20,000 characters of visible text, only where the page is a policy page (for contradictions); else "". */
  policyText: z.string(),
  forms: z.array(
    z.strictObject({
      actionHost: z.string().nullable(),
      method: z.string(),
      fields: z.array(
        z.strictObject({ name: z.string(), type: z.string(), label: z.string(), autocomplete: z.string() }),
      ),
    }),
  ),
  requests: z.array(requestSchema),
  /** Hosts named in the page (icon, preconnect, prefetch, CSP, noscript) that were not asked. */
  declared: z.array(z.strictObject({ host: z.string(), via: z.string() })),
  /** Script URLs (host + path) that ran, and globals they left: facts for "loaded but silent". */
  scripts: z.array(z.string()),
  globals: z.array(z.string()),
  cookies: z.array(
    z.strictObject({
      name: z.string(),
      domain: z.string(),
      path: z.string(),
      thirdParty: z.boolean(),
      secure: z.boolean(),
      httpOnly: z.boolean(),
      sameSite: z.string(),
      expiresInDays: z.number().nullable(),
      setter: z.string().nullable(),
      class: z.string(),
    }),
  ),
  storage: z.array(z.strictObject({ origin: z.string(), area: z.string(), key: z.string(), class: z.string() })),
  listeners: z.array(z.strictObject({ script: z.string(), events: z.array(z.string()) })),
  replaySigns: z.array(z.strictObject({ script: z.string(), sign: z.string() })),
  /** Facts read from containers and pixel configurations, by format ("gtm", "meta-config", "inline"). */
  dormant: z.array(
    z.strictObject({ format: z.string(), source: z.string(), id: z.string().nullable(), facts: z.array(z.string()) }),
  ),
  cmp: z.strictObject({ name: z.string().nullable(), result: z.string() }).nullable(),
  /** A scripted way that was played; `stopped` names the step it could not do. Absent where none was asked for. */
  journey: z
    .strictObject({
      name: z.string(),
      steps: z.number().int(),
      done: z.number().int(),
      stopped: z.string().nullable(),
    })
    .optional(),
  typed: z.strictObject({ fields: z.number().int(), seedId: z.string() }).nullable(),
  screenshot: z.string().nullable(),
  refused: z.array(
    z.strictObject({ url: z.string(), why: z.enum(['blocked-address', 'blocked-scheme', 'blocked-port']) }),
  ),
  method: z.strictObject({
    browser: z.string(),
    sandbox: z.boolean(),
    userAgent: z.string(),
    laboratory: z.boolean(),
    startedAt: z.iso.datetime(),
    ms: z.number().int(),
  }),
})

export type PageEvidence = z.infer<typeof pageEvidenceSchema>
export type PageRequest = z.infer<typeof requestSchema>
export type CanaryHit = z.infer<typeof canaryHitSchema>
