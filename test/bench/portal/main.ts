import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createProviso, type Proviso } from '#app/proviso.server.ts'
import { start } from '#app/server.ts'
import { addVendor } from '#app/use-cases/add-vendor.ts'
import { getAssessment } from '#app/use-cases/get-assessment.ts'
import type { Actor } from '#app/use-cases/permission.ts'
import { scopeOf } from '#app/use-cases/scope.ts'
import { searchTextsOf } from '#app/use-cases/search-texts.ts'
import { intakeSchema } from '#db/intake.ts'
import { setUpOwner } from '#test/app/portal-setup.ts'

const vendors = Number(process.env.BENCH_VENDORS ?? 10_000)
const findings = vendors * 10
const agreed = Math.round(vendors / 4)
const rounds = 5
const asks = 20
const mostMs = 4_000

const places = ['Harbor', 'Cedar', 'Lakeside', 'Northgate', 'Brightline', 'Summit', 'Willow', 'Juniper']
const trades = ['Reviews', 'Outreach', 'Messaging', 'Surveys', 'Scheduling', 'Billing', 'Hosting', 'Analytics']
const nameOf = (at: number) => `${places[at % 8]} ${trades[(at >> 3) % 8]} ${at}`

/** Vendors, assessments until there are 100,000 findings, and agreements of a quarter of them, by the stores themselves. */
function fill(proviso: Proviso, actor: Actor): { subjectId: string; counted: number } {
  const first = addVendor(proviso, actor, { name: 'Aardvark Reviews' })
  const scope = scopeOf(proviso, actor)
  const { assessment } = getAssessment(proviso, actor, { subjectId: first.id })
  const intake = intakeSchema.parse({})
  let counted = assessment.findings.length
  for (let from = 1; from < vendors; from += 500) {
    scope.write(() => {
      for (let at = from; at < Math.min(vendors, from + 500); at++) {
        const fields = { name: nameOf(at), siteUrl: `https://v${at}.example/`, dataStart: null, intake }
        const { id } = scope.subjects.add('vendor', fields)
        if (counted < findings) {
          scope.assessments.add(id, assessment)
          scope.search.replace(id, searchTextsOf(fields, assessment))
          counted += assessment.findings.length
        } else scope.search.replace(id, searchTextsOf(fields, { ...assessment, findings: [] }))
        if (at <= agreed) {
          const { run } = scope.runs.add({
            subjectId: id,
            scanner: 'document',
            input: { blob: String(at) },
            targetHost: null,
            authority: null,
          })
          // Nothing is read: what counts here is how many there are.
          scope.runs.requestCancel(run.id)
          const source = { scanner: 'answers', ref: 'bench', at: assessment.at, sha256: '0'.repeat(64) }
          const said = { kind: 'answer' as const, id: 'x', source, requirement: 'none', value: '', note: '', by: 'Ada' }
          const evidenceId = scope.evidence.addSaid(id, said).id
          const file = {
            subjectId: id,
            sha256: String(at).padStart(64, '0'),
            fileName: 'agreement.pdf',
            bytes: 1,
            runId: run.id,
          }
          const stored = scope.agreements.add(file)
          const ends = new Date(proviso.now().getTime() + (at % 900) * 86_400_000).toISOString().slice(0, 10)
          const reading = {
            parties: [{ name: fields.name, role: 'business associate' }],
            namesVendor: true,
            signed: 'both' as const,
            signedOn: '2026-01-01',
            inForceFrom: '2026-01-01',
            inForceTo: ends,
            verdicts: {},
            checklistVersion: '1',
          }
          scope.agreements.setReading(stored.id, { evidenceId, problem: null, reading })
        }
      }
    })
  }
  return { subjectId: first.id, counted }
}

const percentile = (times: ReadonlyArray<number>, share: number) =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
const median = (values: ReadonlyArray<number>) => percentile(values, 0.5)

async function measure(url: string, cookie: string): Promise<{ status: number; times: Array<number> }> {
  const times: Array<number> = []
  let status = 0
  const began = performance.now()
  // A screen that takes seconds is known to be slow after a few of them.
  for (let at = 0; at < asks && (at < 3 || performance.now() - began < mostMs); at++) {
    const before = performance.now()
    const answer = await fetch(url, { headers: { cookie }, redirect: 'manual' })
    times.push(performance.now() - before)
    status = answer.status
    await answer.text()
  }
  return { status, times }
}

const home = mkdtempSync(join(tmpdir(), 'proviso-bench-portal-'))
try {
  const began = performance.now()
  const filling = await createProviso({ homeFolder: home, port: 0, work: false })
  const { headers, actor } = await setUpOwner(filling)
  const { subjectId, counted } = fill(filling, actor)
  await filling.close()
  const cookie = headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  console.log(
    `${vendors} vendors, ${counted} findings, ${agreed} agreements made in ${Math.round((performance.now() - began) / 1000)} s`,
  )
  const { url, stop } = await start({ homeFolder: home, port: 0 })
  const screens: Array<[string, string]> = [
    ['Home', '/'],
    ['Vendors', '/vendors'],
    ['Vendors, page 150', '/vendors?page=150'],
    ['Vendors, search', '/vendors?search=harbor'],
    ['Vendor', `/vendors/${subjectId}`],
    ['Vendor, questions', `/vendors/${subjectId}/questions`],
    ['Vendor, history', `/vendors/${subjectId}/history`],
    ['Practices', '/practices'],
    ['Scans', '/scans'],
    ['Reports', '/reports'],
    ['Search', '/search?query=harbor'],
    ['Audit log', '/settings/audit-log'],
    ['Retention', '/settings/retention'],
  ]
  const [one = 0] = loadavg()
  console.log(
    `Time to the first byte in ms, median of ${rounds} runs of ${asks} requests; load of the machine ${one.toFixed(1)}\n`,
  )
  console.log('screen                  status     p50     p95')
  for (const [name, path] of screens) {
    const p50s: Array<number> = []
    const p95s: Array<number> = []
    let status = 0
    for (let round = 0; round < rounds; round++) {
      const measured = await measure(url + path, cookie)
      status = measured.status
      p50s.push(median(measured.times))
      p95s.push(percentile(measured.times, 0.95))
    }
    const cells = [median(p50s), median(p95s)].map((ms) => ms.toFixed(0).padStart(8)).join('')
    console.log(`${name.padEnd(24)}${String(status).padStart(6)}${cells}${median(p95s) < 200 ? '' : '  over 200'}`)
  }
  await stop()
} finally {
  rmSync(home, { recursive: true, force: true })
}
