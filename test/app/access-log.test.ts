import type { LoaderFunctionArgs } from '@remix-run/node'
import { expect, test } from 'vitest'
import { agreementPage } from '#app/http/agreement-page.server.ts'
import { requestRedline } from '#app/http/agreement-request.server.ts'
import { observationPage } from '#app/http/observation-page.server.ts'
import { lateContactsFile, optOutFile } from '#app/http/opt-out-export.server.ts'
import { optOutPersonPage } from '#app/http/opt-outs-page.server.ts'
import { reportPage, reportPrint } from '#app/http/report-file.server.ts'
import { scanExport } from '#app/http/scan-export.server.ts'
import { loader as messagesCsv } from '#app/routes/$place.$subject.messages[.]csv.ts'
import { loader as messagesJson } from '#app/routes/$place.$subject.messages[.]json.ts'
import { loader as agreementsCsv } from '#app/routes/agreements[.]csv.ts'
import { loader as agreementsIcs } from '#app/routes/agreements[.]ics.ts'
import { loader as file } from '#app/routes/files.$sha256.ts'
import { currentPerson } from '#app/session.server.ts'
import { addPractice } from '#app/use-cases/add-practice.ts'
import { addVendor } from '#app/use-cases/add-vendor.ts'
import { getAssessment } from '#app/use-cases/get-assessment.ts'
import { importLogs } from '#app/use-cases/import-logs.ts'
import { judgeRun, tellingObservations } from '#app/use-cases/judge-run.ts'
import { keepReport } from '#app/use-cases/keep-report.ts'
import { listAuditEvents } from '#app/use-cases/list-audit-events.ts'
import { logScanner } from '#app/use-cases/log-scanner.ts'
import { requestSiteScan } from '#app/use-cases/request-site-scan.ts'
import { uploadAgreement } from '#app/use-cases/upload-agreement.ts'
import { scanners } from '#scanners/index.ts'
import { openPortal, requestWith, setUpOwner } from './portal.ts'
import { agreement, bothSigned } from './sample-agreement.ts'
import { page } from './test-scanner.ts'

const booking = page('home', {
  title: 'Book an appointment',
  headings: ['Book an appointment'],
  requests: [{ host: 'www.facebook.com', path: '/tr/', type: 'image', params: [{ name: 'dl', class: 'page-url' }] }],
})

const log = `kind,channel,at,phone
opt_out,sms,2025-06-03T15:00:00Z,5125550101
contact,sms,2025-06-05T15:00:00Z,5125550101
`
async function* bytes() {
  yield Buffer.from(log)
}

async function world() {
  const proviso = await openPortal({
    scanners: { ...scanners, 'opt-out': logScanner, site: { title: 'Site', scan: async () => [booking] } },
  })
  const { headers } = await setUpOwner(proviso)
  const signedIn = (await currentPerson(requestWith(headers), proviso))!
  // Where logs are held nobody gets in without a second factor; that it is on is all that counts here.
  proviso.db.sqlite.prepare('UPDATE people SET two_factor_enabled = 1').run()
  const { actor } = signedIn
  const vendor = addVendor(proviso, actor, { name: 'Brightline Reviews' })
  const practice = addPractice(proviso, actor, { name: 'Harbor Ortho', siteUrl: 'https://harbor.example/' })
  const source = { text: agreement('Brightline Reviews LLC', bothSigned) }
  const { agreement: stored } = await uploadAgreement(proviso, actor, { subjectId: vendor.id, source })
  const { run } = requestSiteScan(proviso, actor, { subjectId: practice.id, authority: 'public', confirmed: true })
  await proviso.queue.idle()
  const incoming = await proviso.uploads.begin(10_000)
  await incoming.add('events.csv', bytes())
  const { run: imported } = await importLogs(proviso, actor, { subjectId: practice.id, config: {} }, incoming)
  await proviso.queue.idle()
  const assessment = getAssessment(proviso, actor, { subjectId: practice.id })
  const html = '<p>Harbor Ortho</p>'
  const pdf = Buffer.from('%PDF-1.7')
  const report = await keepReport(proviso, actor, { assessmentId: assessment.id, kind: 'report', html, pdf })
  const asked = (params: Record<string, string>): LoaderFunctionArgs => ({
    request: requestWith(headers),
    params,
    context: { proviso, cspNonce: '' },
  })
  const [seen] = tellingObservations(judgeRun(proviso, actor, run.id).assessment)
  return {
    proviso,
    actor,
    signedIn,
    vendor,
    practice,
    stored,
    run,
    imported,
    report,
    asked,
    key: seen!.observation.key,
  }
}

test('each view and download of a sensitive record is one event with who, what and which, and nothing it holds', async () => {
  const given = await world()
  const { proviso, actor, signedIn, vendor, practice, stored, run, imported, report, asked, key } = given
  const place = { place: 'practices', subject: practice.id }
  const acts: Array<[action: string, objectId: string, after: string | null, act: () => unknown]> = [
    ['agreement.viewed', stored.id, null, () => agreementPage(proviso, actor, vendor.id, new URLSearchParams())],
    ['agreement-request.downloaded', stored.id, null, () => requestRedline(proviso, signedIn, vendor.id)],
    ['observation.viewed', run.id, null, () => observationPage(proviso, actor, { runId: run.id, key })],
    [
      'opt-out-person.viewed',
      imported.id,
      null,
      () => optOutPersonPage(proviso, actor, { ...place, import: imported.id, person: '1' }),
    ],
    ['opt-outs.exported', imported.id, 'csv', () => lateContactsFile(proviso, actor, imported.id)],
    ['opt-outs.exported', imported.id, 'json', () => optOutFile(proviso, actor, imported.id)],
    ['report.viewed', report.id, null, () => reportPage(proviso, actor, report.id)],
    ['report.downloaded', report.id, null, () => reportPrint(proviso, actor, report.id)],
    ...['har', 'sarif', 'csv', 'json'].map((format): (typeof acts)[number] => [
      'scan.exported',
      run.id,
      format,
      () => scanExport(proviso, actor, run.id, format),
    ]),
    ['file.downloaded', stored.sha256, null, () => file(asked({ sha256: stored.sha256 }))],
    ['messages.exported', practice.id, 'csv', () => messagesCsv(asked(place))],
    ['messages.exported', practice.id, 'json', () => messagesJson(asked(place))],
    ['agreements.exported', actor.organisationId, 'csv', () => agreementsCsv(asked({}))],
    ['agreements.exported', actor.organisationId, 'ics', () => agreementsIcs(asked({}))],
  ]
  for (const [action, objectId, after, act] of acts) {
    const [before] = listAuditEvents(proviso, actor, { limit: 1 }).events
    await act()
    const added = listAuditEvents(proviso, actor, { limit: 50 }).events.filter(({ seq }) => seq > before!.seq)
    expect(added, action).toHaveLength(1)
    expect(added[0]).toMatchObject({ action, objectId, after, actorKind: 'person', actorId: actor.id })
  }
  const { events, brokenAt } = listAuditEvents(proviso, actor, { limit: 500 })
  expect(brokenAt).toBeNull()
  const text = JSON.stringify(events)
  for (const word of ['Brightline', 'Harbor', 'Ada', 'harbor.example', '5125550101', 'facebook', 'appointment']) {
    expect(text.includes(word), word).toBe(false)
  }
})

test('what is not found is not logged as seen, and leaves nothing in the other log', async () => {
  const { proviso, actor } = await world()
  const [before] = listAuditEvents(proviso, actor, { limit: 1 }).events
  const gone = `rep_${'0'.repeat(26)}`
  await expect(reportPage(proviso, actor, gone)).rejects.toThrow('There is nothing here')
  expect(() => scanExport(proviso, actor, `run_${'0'.repeat(26)}`, 'har')).toThrow('There is nothing here')
  expect(() => scanExport(proviso, actor, `run_${'0'.repeat(26)}`, 'exe')).toThrow('There is nothing here')
  expect(listAuditEvents(proviso, actor, { limit: 1 }).events[0]?.seq).toBe(before?.seq)
})
