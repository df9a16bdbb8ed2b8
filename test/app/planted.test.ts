import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeBackup } from '#app/backup.server.ts'
import { lateContactsFile, optOutFile } from '#app/http/opt-out-export.server.ts'
import { addPractice } from '#app/use-cases/add-practice.ts'
import { addVendor } from '#app/use-cases/add-vendor.ts'
import { checkSent } from '#app/use-cases/check-sent.ts'
import { confirmPractice } from '#app/use-cases/confirm-practice.ts'
import { getSubject } from '#app/use-cases/get-subject.ts'
import { importFields } from '#app/use-cases/import-fields.ts'
import { importLogs } from '#app/use-cases/import-logs.ts'
import { exportAuditEvents } from '#app/use-cases/list-audit-events.ts'
import { logScanner } from '#app/use-cases/log-scanner.ts'
import { ruleOnFinding } from '#app/use-cases/rule-on-finding.ts'
import { saveDraft } from '#app/use-cases/save-draft.ts'
import { saveTemplate } from '#app/use-cases/save-template.ts'
import { uploadAgreement } from '#app/use-cases/upload-agreement.ts'
import { scanners } from '#scanners/index.ts'
import { openPortal, setUpOwner } from './portal.ts'
import { agreement, bothSigned } from './sample-agreement.ts'

const numbers = Array.from({ length: 17 }, (_, n) => String(n).padStart(2, '0'))
/** A phone, an e-mail address and a name of seventeen people who exist nowhere. */
const people = numbers.map((n) => ({
  phone: `20655501${n}`,
  email: `quillon.vexworth${n}@planted.example`,
  name: `Quillon${n} Vexworth${n}`,
}))
const planted = people.flatMap(({ phone, email, name }) => [phone, email, name])

/** Each value also as it would stand in a URL, in base64, in hex and as a hash without a key. */
const forms = planted.flatMap((value) => [
  value,
  encodeURIComponent(value),
  Buffer.from(value).toString('base64').replace(/=+$/, ''),
  Buffer.from(value).toString('hex'),
  ...(['md5', 'sha1', 'sha256'] as const).map((how) => createHash(how).update(value).digest('hex')),
])
const needles = [...new Set(forms)].map((text) => Buffer.from(text))

const filesUnder = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

const hitsIn = (where: string, bytes: Buffer) =>
  needles.filter((needle) => bytes.includes(needle)).map((needle) => `${where}: ${needle.toString()}`)

const sentence = people.map(({ name, phone, email }) => `${name} called from ${phone} and wrote from ${email}.`)
const log = [
  'kind,channel,at,phone,email,name',
  ...people.flatMap(({ phone, email, name }) => [
    `opt_out,sms,2025-06-03T15:00:00Z,${phone},${email},${name}`,
    `contact,sms,2025-06-05T15:00:00Z,${phone},${email},${name}`,
  ]),
].join('\n')

async function* bytes() {
  yield Buffer.from(`${log}\n`)
}

/** Other tests come and go in the same folder while this one looks. */
function leftIn(folder: string): Array<string> {
  try {
    return filesUnder(folder).flatMap((path) => hitsIn(path, readFileSync(path)))
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'ENXIO'].includes((error as NodeJS.ErrnoException).code ?? '')) return []
    throw error
  }
}

test(`${planted.length} planted phones, e-mails and names stand in clear in no file, log line or export, through every door`, async () => {
  const before = new Set(readdirSync(tmpdir()))
  const proviso = await openPortal({ scanners: { ...scanners, 'opt-out': logScanner } })
  const { actor } = await setUpOwner(proviso)
  const words = sentence.join('\n')
  const vendor = addVendor(proviso, actor, {
    name: 'Brightline Reviews',
    intake: { service: words.slice(0, 1900), responsible: people[0]!.name, storedWhere: people[1]!.email },
  })
  const practice = addPractice(proviso, actor, { name: 'Harbor Ortho', siteUrl: 'https://harbor.example/' })
  const text = `${agreement('Brightline Reviews LLC', bothSigned)}\n${words}`
  const source = { name: `${people[2]!.name}.txt`, bytes: Buffer.from(text) }
  const { agreement: stored } = await uploadAgreement(proviso, actor, { subjectId: vendor.id, source })
  await proviso.queue.idle()
  const incoming = await proviso.uploads.begin(100_000)
  await incoming.add('events.csv', bytes())
  const { run } = await importLogs(proviso, actor, { subjectId: practice.id, config: {} }, incoming)
  await proviso.queue.idle()
  const message = { subjectId: vendor.id, earlier: null, channel: 'sms' as const }
  saveTemplate(proviso, actor, { ...message, name: people[4]!.name, text: `Hi! ${words} Reply STOP to opt out.` })
  await checkSent(proviso, actor, {
    subjectId: vendor.id,
    channel: 'sms',
    source: { text: sentence[5]!, shape: 'one' },
  })
  const header = 'first_name,phone,email\n'
  const rows = people.map(({ name, phone, email }) => `${name},${phone},${email}`).join('\n')
  await importFields(proviso, actor, { subjectId: vendor.id, source: { text: header + rows } })
  const finding = getSubject(proviso, actor, { subjectId: vendor.id }).assessment!.assessment.findings[0]!
  const ruling = { subjectId: vendor.id, requirement: finding.requirement, verdict: 'unknown' as const }
  ruleOnFinding(proviso, actor, { ...ruling, reason: sentence[6]! })
  confirmPractice(proviso, actor, { subjectId: vendor.id, agreementId: stored.id, same: true, reason: sentence[7]! })
  saveDraft(proviso, actor, { form: 'vendor-intake', values: { words } })
  const { home, db, now } = proviso
  await makeBackup({ ...home, masterKeys: [db.masterKey] }, now())

  const files = filesUnder(home.folder)
  expect(files.length).toBeGreaterThan(5)
  expect(files.some((path) => path.endsWith('-wal'))).toBe(true)
  expect(files.some((path) => path.endsWith('.proviso-backup'))).toBe(true)
  const left = readdirSync(tmpdir()).filter(
    (name) => !before.has(name) && /^proviso/.test(name) && !home.folder.endsWith(name),
  )
  const audit = JSON.stringify((await exportAuditEvents(proviso, actor, 'json', {})).events)
  const exports = [optOutFile(proviso, actor, run.id), lateContactsFile(proviso, actor, run.id)]
  const hits = [
    ...files.flatMap((path) => hitsIn(path, readFileSync(path))),
    ...left.flatMap((name) => leftIn(join(tmpdir(), name))),
    ...hitsIn('log lines', Buffer.from(proviso.lines.join('\n'))),
    ...hitsIn('audit log', Buffer.from(audit)),
    ...(await Promise.all(exports.map((one) => one.text()))).flatMap((body) => hitsIn('export', Buffer.from(body))),
  ]
  expect(hits).toEqual([])
})

test('the search would find a value that stands in clear', () => {
  expect(hitsIn('a file', Buffer.from(`x ${planted[0]} y`))).toEqual([`a file: ${planted[0]}`])
  const hash = createHash('sha256').update(planted[1]!).digest('hex')
  expect(hitsIn('a file', Buffer.from(hash))).toHaveLength(1)
})
