import { createReadStream, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { demoMade } from '#db/organisation-removal.ts'
import { packageRoot } from '#scanners/package-root.ts'
import { demoUrl } from '../demo/demo-pages.ts'
import type { Proviso } from '../proviso.server.ts'
import type { PersonActor } from '../session.server.ts'
import { addPractice } from './add-practice.ts'
import { addVendor } from './add-vendor.ts'
import { importFields } from './import-fields.ts'
import { importLogs, maxLogBytes } from './import-logs.ts'
import { confirmImport, readImport } from './import-templates.ts'
import { addClient, listClients } from './organisations.ts'
import { requestSiteScan } from './request-site-scan.ts'
import { scopeOf } from './scope.ts'
import { uploadAgreement } from './upload-agreement.ts'

export const demoName = 'Harbor Street Family Clinic (demo)'

const documents = join(packageRoot, 'app', 'demo', 'documents')
const text = (name: string) => readFileSync(join(documents, name), 'utf8')
const file = (name: string) => ({ name, bytes: new Uint8Array(readFileSync(join(documents, name))) })

const intake = {
  service: 'Asks patients for reviews by call, text message and email.',
  handlesPhi: 'yes' as const,
  channels: ['call' as const, 'sms' as const, 'email' as const],
}

/**
 * A client organisation with a made-up practice and two made-up vendors. Nothing is written by hand: the bundled
 * documents, messages, logs and site go through the same doors and scanners as anybody's. Made once; its id.
 */
export async function makeDemo(proviso: Proviso, person: PersonActor): Promise<string> {
  const there = listClients(proviso, person).clients.find(({ name, member }) => name === demoName && member)
  if (there !== undefined) return there.id
  const organisationId = addClient(proviso, person, { name: demoName, demo: true })
  const actor: PersonActor = { ...person, organisationId, role: 'owner' }
  const good = addVendor(proviso, actor, {
    name: 'Brightharbor Reviews',
    dataStart: '2026-01-12',
    intake: { ...intake, fields: ['Patient name', 'Phone', 'Email', 'Visit date', 'Provider'] },
  })
  const poor = addVendor(proviso, actor, { name: 'Quickstar Outreach', dataStart: '2026-02-16', intake })
  const practice = addPractice(proviso, actor, { name: 'Harbor Street Family Clinic', siteUrl: demoUrl })
  await uploadAgreement(proviso, actor, { subjectId: good.id, source: { text: text('brightharbor-agreement.txt') } })
  await uploadAgreement(proviso, actor, { subjectId: poor.id, source: { text: text('quickstar-agreement.txt') } })
  await readImport(proviso, actor, { subjectId: poor.id, source: file('messages.csv'), channel: 'sms' })
  confirmImport(proviso, actor, { subjectId: poor.id })
  await importFields(proviso, actor, { subjectId: poor.id, source: file('sync-fields.csv') })
  const incoming = await proviso.uploads.begin(maxLogBytes)
  for (const name of ['ferrypoint-texts.csv', 'ferrypoint-calls.csv', 'quaymail-events.json']) {
    await incoming.add(name, createReadStream(join(documents, name)))
  }
  await importLogs(proviso, actor, { subjectId: practice.id, config: {} }, incoming)
  requestSiteScan(proviso, actor, { subjectId: practice.id, authority: 'permission', confirmed: true })
  const entry = { action: demoMade, object: { kind: 'organisation', id: organisationId } }
  scopeOf(proviso, actor).audit.add(entry)
  return organisationId
}
