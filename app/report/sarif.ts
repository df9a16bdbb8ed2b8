import type { Assessment, Finding } from '#checklists/assess.ts'
import type { Observation } from '#checklists/requirement.ts'
import { tool } from '#scanners/package-root.ts'
import { citationWords } from './csv.ts'

type Level = 'none' | 'note' | 'warning' | 'error'
type Kind = 'fail' | 'pass' | 'open' | 'review' | 'notApplicable'

export type SarifLog = {
  $schema: string
  version: '2.1.0'
  runs: Array<{
    tool: { driver: { name: string; version: string; rules: Array<Record<string, unknown>> } }
    invocations: Array<{ executionSuccessful: boolean; endTimeUtc: string }>
    results: Array<Record<string, unknown>>
    columnKind: 'utf16CodeUnits'
    properties: { disclaimer: string; checklists: Array<string> }
  }>
}

const levels: Record<Finding['severity'], Level> = { critical: 'error', high: 'error', medium: 'warning', low: 'note' }

/** SARIF 2.1.0, 3.27.9 and 3.27.10: a level other than "none" belongs to kind "fail" only. */
function kindAndLevel(finding: Finding, verdict: Finding['verdict']): { kind: Kind; level: Level } {
  if (verdict === 'pass') return { kind: 'pass', level: 'none' }
  if (verdict === 'not-applicable') return { kind: 'notApplicable', level: 'none' }
  if (verdict === 'unknown') return { kind: 'open', level: 'none' }
  // A judgement line says what counsel may want to see; it is no failure of a rule.
  if (finding.axis === 'judgement') return { kind: 'review', level: 'none' }
  return { kind: 'fail', level: verdict === 'partial' ? 'warning' : levels[finding.severity] }
}

/** Redacted addresses hold braces, which a URI reference may not. */
function uri(url: string): string {
  return encodeURI(url).replace(/[[\]]/g, (mark) => encodeURIComponent(mark))
}

type Seen = Pick<Observation, 'key' | 'verdict' | 'because' | 'pointers' | 'where'>

function resultOf(finding: Finding, ruleIndex: number, seen: Seen, target: string): Record<string, unknown> {
  const urls = [...new Set(seen.pointers.flatMap(({ place: { url } }) => (url === undefined ? [] : [url])))]
  const located = urls.length > 0 ? urls : [target]
  return {
    ruleId: finding.requirement,
    ruleIndex,
    ...kindAndLevel(finding, seen.verdict),
    message: { text: seen.because },
    locations: located.slice(0, 10).map((url) => ({
      physicalLocation: { artifactLocation: { uri: uri(url) } },
      ...(seen.where === '' ? {} : { message: { text: seen.where } }),
    })),
    partialFingerprints: { 'provisoObservation/v1': seen.key },
    properties: {
      axis: finding.axis,
      verdict: seen.verdict,
      evidence: seen.pointers.map(({ quote }) => quote).slice(0, 5),
    },
  }
}

/** The assessment as SARIF 2.1.0: a rule a requirement, a result an observation. `target` stands where no page is named. */
export function findingsSarif(assessment: Assessment, target: string): SarifLog {
  const rules = assessment.findings.map((finding) => ({
    id: finding.requirement,
    name: finding.requirement.replace(/(^|[.-])(\w)/g, (_, __, letter: string) => letter.toUpperCase()),
    shortDescription: { text: finding.title },
    fullDescription: { text: finding.why },
    help: { text: `${finding.fix}\n${finding.cites.map(citationWords).join('; ')}` },
    defaultConfiguration: { level: finding.axis === 'judgement' ? 'none' : levels[finding.severity] },
    properties: {
      axis: finding.axis,
      ref: finding.ref,
      severity: finding.severity,
      tags: [finding.checklist, finding.axis],
    },
  }))
  const results = assessment.findings.flatMap((finding, index) => {
    const own: Seen = {
      key: finding.requirement,
      verdict: finding.verdict,
      because: finding.because,
      pointers: finding.pointers,
      where: '',
    }
    const seen: ReadonlyArray<Seen> = finding.observations.length > 0 ? finding.observations : [own]
    return seen.map((one) => resultOf(finding, index, one, target))
  })
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Proviso', version: tool.version, rules } },
        invocations: [{ executionSuccessful: true, endTimeUtc: assessment.at }],
        results,
        columnKind: 'utf16CodeUnits',
        properties: {
          disclaimer: assessment.disclaimer,
          checklists: assessment.checklists.map(({ id, version }) => `${id} ${version}`),
        },
      },
    ],
  }
}
