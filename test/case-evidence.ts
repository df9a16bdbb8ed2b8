import { createHash } from 'node:crypto'
import { documentFromText } from '#scanners/document/text.ts'
import { type Evidence, evidenceSchema } from '#scanners/evidence.ts'
import { madeDocument } from './trap-files.ts'

export const caseTime = '2026-11-20T12:00:00.000Z'

type Loose = { kind: Evidence['kind']; [field: string]: unknown }

/** Defaults a case need not repeat: what the real scanner fills in when it saw nothing special. */
const defaults: Partial<Record<Evidence['kind'], Record<string, unknown>>> = {
  answer: { note: '', by: 'case' },
  ruling: { observation: null, by: 'case', expiresAt: null },
  registry: {
    vendorId: 'v1',
    vendor: 'Vendor',
    isSubject: true,
    hosts: [],
    trackerIds: [],
    dataStart: null,
    agreement: null,
  },
  template: { name: 'Template', channel: 'sms', bodySha256: '0'.repeat(64), approved: null },
  field: { format: 'list', system: null },
  'opt-out': {
    inputs: [],
    timeZone: 'America/New_York',
    limitHours: 24,
    people: 0,
    channels: [],
    late: [],
    cannotProve: [],
    consent: null,
    quietHours: null,
    retention: null,
  },
  page: {
    finalUrl: null,
    status: 200,
    outcome: 'loaded',
    reason: null,
    open: [],
    consent: 'none',
    viewport: 'desktop',
    mode: 'browser',
    authority: 'permission',
    authenticated: false,
    lang: 'en',
    title: '',
    headings: [],
    jsonLdTypes: [],
    linkTexts: [],
    policyText: '',
    forms: [],
    requests: [],
    declared: [],
    scripts: [],
    globals: [],
    cookies: [],
    storage: [],
    listeners: [],
    replaySigns: [],
    dormant: [],
    cmp: null,
    typed: null,
    screenshot: null,
    refused: [],
    method: { browser: 'case', sandbox: true, userAgent: 'case', laboratory: true, startedAt: caseTime, ms: 1 },
  },
}

const requestDefaults = {
  method: 'GET',
  scheme: 'https',
  port: 443,
  path: '/',
  type: 'script',
  at: caseTime,
  target: 'page',
  visit: 'look',
  thirdParty: true,
  cnames: [],
  initiator: [],
  params: [],
  body: null,
  status: 200,
  blocked: null,
  canaries: [],
}

/** Turns one item of a case file into full evidence. A document needs only `text`, a page only `url` and what matters. */
export function fillEvidence(loose: Loose, index: number): Evidence {
  const id = `case-${index + 1}`
  if (loose.kind === 'document') {
    const document = documentFromText(String(loose.text), { id, name: 'case.txt', at: new Date(caseTime) })
    return evidenceSchema.parse({ ...document, ...loose })
  }
  const source = {
    scanner: 'case',
    ref: id,
    at: caseTime,
    sha256: createHash('sha256').update(JSON.stringify(loose)).digest('hex'),
  }
  const filled: Record<string, unknown> = { id, source, ...defaults[loose.kind], ...loose }
  if (loose.kind === 'page' && Array.isArray(filled.requests)) {
    filled.requests = filled.requests.map((request: Record<string, unknown>, at) => ({
      id: `r${at + 1}`,
      registrableDomain: String(request.host),
      ...requestDefaults,
      ...request,
      params: ((request.params as Array<Record<string, unknown>>) ?? []).map((param) => ({
        in: 'query',
        class: 'opaque',
        value: null,
        canary: null,
        ...param,
      })),
    }))
  }
  return evidenceSchema.parse(filled)
}

/** As `fillEvidence`; `made` names a PDF or Word file that is built and read by the real reader. */
export async function caseEvidence(loose: Loose, index: number): Promise<Evidence> {
  return typeof loose.made === 'string'
    ? madeDocument(loose.made, `case-${index + 1}`, caseTime)
    : fillEvidence(loose, index)
}
