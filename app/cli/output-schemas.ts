import { z } from 'zod'
import { verdicts } from '#scanners/answers/evidence.ts'
import { rectSchema } from '#scanners/document/evidence.ts'
import { evidenceSchema } from '#scanners/evidence.ts'
import { problemCodes } from '#scanners/problem.ts'
import { consentStates } from '#scanners/site/evidence.ts'
import { channels } from '#scanners/template/evidence.ts'

/** Shapes of what the command line prints (the contract): `proviso schema NAME` publishes them as JSON Schema. */

const verdict = z.enum(verdicts)
const offsets = { start: z.number().int(), end: z.number().int() }
const refusal = z.strictObject({ code: z.enum(problemCodes), message: z.string(), hint: z.string() })

const envelope = {
  tool: z.strictObject({ name: z.string(), version: z.string() }),
  checklist: z.strictObject({ id: z.string(), version: z.string() }),
  disclaimer: z.string(),
}

const score = z.looseObject({
  value: z.number().nullable(),
  worst: z.number(),
  coverage: z.number(),
  grade: z.enum(['A', 'B', 'C', 'D', 'F']).nullable(),
  blockedBy: z.array(z.string()),
})

const pointer = z.strictObject({ evidence: z.string(), quote: z.string(), place: z.looseObject({}) })

const quote = z.strictObject({
  text: z.string().max(600),
  ...offsets,
  page: z.number().int().nullable(),
  rects: z.array(rectSchema),
})

const agreementLine = z.strictObject({
  requirement: z.string(),
  ref: z.string(),
  reading: z.enum(['present', 'partial', 'absent', 'contrary', 'undetermined']),
  verdict,
  because: z.string(),
  quotes: z.array(quote),
  nearest: z.strictObject({ text: z.string(), ...offsets, why: z.string() }).nullable(),
  cites: z.array(z.string()),
  confidence: z.enum(['exact', 'ocr', 'by-reference']),
})

const lines = z.record(z.string(), agreementLine)

const baaCheck = z.looseObject({
  ...envelope,
  file: z.looseObject({ name: z.string(), sha256: z.string(), format: z.string(), ocr: z.boolean() }),
  isBaa: z.boolean(),
  kind: z.enum(['almost', 'other']).optional(),
  refusal: refusal.optional(),
  clauses: lines.optional(),
  elements: lines.optional(),
  options: lines.optional(),
  facts: z.looseObject({}).optional(),
  warnings: z.array(z.looseObject({ code: z.string(), message: z.string() })),
  score: z.strictObject({ practiceBar: score, legalFloor: score }).optional(),
})

const tracker = z.looseObject({
  id: z.string(),
  name: z.string(),
  owner: z.string(),
  category: z.string(),
  signsBaa: z.enum(['never', 'some-tiers', 'yes', 'unknown']),
  source: z.string().nullable(),
})

const siteScan = z.looseObject({
  ...envelope,
  target: z.string(),
  outcome: z.enum(['assessed', 'partial', 'could-not-assess']),
  reason: z.enum(problemCodes).nullable(),
  pages: z.array(
    z.looseObject({
      url: z.string(),
      finalUrl: z.string().nullable(),
      status: z.number().nullable(),
      class: z.string(),
      risk: z.enum(['A', 'B', 'C', 'D']),
      authenticated: z.boolean(),
      classReasons: z.array(z.string()),
      consent: z.enum(consentStates),
      outcome: z.string(),
      reason: z.enum(problemCodes).nullable(),
    }),
  ),
  recipients: z.array(
    z.looseObject({
      host: z.string(),
      registrableDomain: z.string(),
      tracker: tracker.nullable(),
      pages: z.array(z.string()),
      consent: z.array(z.string()),
      requests: z.number().int(),
      receives: z.array(z.string()),
    }),
  ),
  requests: z.array(z.looseObject({ page: z.string(), method: z.string(), host: z.string(), path: z.string() })),
  leaks: z.array(
    z.looseObject({
      page: z.string(),
      field: z.string(),
      value: z.literal('canary'),
      encoding: z.string(),
      recipient: z.string(),
      channel: z.enum(['url', 'body', 'header', 'cookie', 'websocket']),
    }),
  ),
  cookies: z.array(z.looseObject({})),
  storage: z.array(z.looseObject({})),
  replay: z.array(z.looseObject({})),
  forms: z.array(z.looseObject({})),
  serverSideHints: z.array(z.looseObject({})),
  findings: z.array(z.looseObject({ verdict })),
  refused: z.array(z.looseObject({ url: z.string(), why: z.string() })),
  timing: z.looseObject({ startedAt: z.string(), ms: z.number() }),
})

const templateField = z.looseObject({
  raw: z.string(),
  name: z.string(),
  class: z.enum(['ok', 'clinical', 'identifier', 'financial_or_ref', 'opaque']),
  allowed: z.boolean(),
  ...offsets,
})

const templatesCheck = z.looseObject({
  ...envelope,
  results: z.array(
    z.looseObject({
      id: z.string(),
      channel: z.enum(channels),
      verdict: z.enum(['pass', 'warn', 'fail']),
      findings: z.array(
        z.looseObject({
          rule: z.string(),
          severity: z.enum(['fail', 'warn', 'info']),
          ...offsets,
          text: z.string(),
          where: z.string(),
          message: z.string(),
        }),
      ),
      fields: z.array(templateField),
      rewrite: z.string().nullable(),
    }),
  ),
  totals: z.looseObject({}),
})

const syncCheck = z.looseObject({
  ...envelope,
  fields: z.array(z.looseObject({ name: z.string(), class: z.string(), verdict: z.string() })),
  verdict: z.string(),
})

const logLine = z.looseObject({ file: z.string(), line: z.number().int(), at: z.string() })

const optOutAudit = z.looseObject({
  ...envelope,
  inputs: z.array(
    z.looseObject({
      file: z.string(),
      format: z.string(),
      rows: z.number().int(),
      classified: z.number().int(),
      rejected: z.array(z.looseObject({ line: z.number().int(), why: z.string() })),
    }),
  ),
  people: z.number().int(),
  channels: z.record(z.string(), z.looseObject({})),
  late: z.array(
    z.looseObject({
      person: z.string(),
      channel: z.string(),
      optOut: logLine,
      contact: logLine,
      lateByHours: z.number(),
    }),
  ),
  results: z.array(z.looseObject({})),
  cannotProve: z.array(z.looseObject({ what: z.string(), why: z.string() })),
})

const optOutCases = z.looseObject({
  ...envelope,
  cases: z.array(
    z.union([
      z.strictObject({ id: z.string(), actual: z.unknown() }),
      z.strictObject({ id: z.string(), error: z.string() }),
    ]),
  ),
})

const optOutClassify = z.looseObject({
  ...envelope,
  results: z.array(
    z.looseObject({
      label: z.enum(['optout', 'not', 'ambiguous']),
      scope: z.enum(['all', 'this', 'unclear']),
      rule: z.string(),
      ...offsets,
      line: z.number().int(),
    }),
  ),
})

const optOutDrill = z.looseObject({
  ...envelope,
  results: z.array(
    z.strictObject({
      channel: z.string(),
      name: z.string(),
      system: z.string(),
      lagSeconds: z.strictObject({ lo: z.number(), hi: z.number().nullable() }),
      flags: z.array(z.enum(['contradicted_evidence', 'not_answered', 'upper_bound_only'])),
      serverAheadSeconds: z.strictObject({ min: z.number(), max: z.number() }).nullable(),
      polls: z.array(
        z.strictObject({
          at: z.number(),
          until: z.number(),
          present: z.boolean().nullable(),
          sha256: z.string().nullable(),
        }),
      ),
    }),
  ),
})

const assessment = z.looseObject({
  ...envelope,
  schema: z.literal('proviso.assessment/1'),
  at: z.string(),
  checklists: z.array(z.strictObject({ id: z.string(), title: z.string(), version: z.string(), score })),
  score,
  findings: z.array(
    z.looseObject({
      requirement: z.string(),
      verdict,
      because: z.string(),
      axis: z.enum(['law', 'practice-bar', 'judgement']),
      pointers: z.array(pointer),
      observations: z.array(z.looseObject({ key: z.string(), verdict })),
    }),
  ),
})

export const outputSchemas = {
  'baa-check': baaCheck,
  'site-scan': siteScan,
  'templates-check': templatesCheck,
  'sync-check': syncCheck,
  'opt-out-audit': optOutAudit,
  'opt-out-cases': optOutCases,
  'opt-out-classify': optOutClassify,
  'opt-out-drill': optOutDrill,
  assessment,
  evidence: evidenceSchema,
} satisfies Record<string, z.ZodType>
