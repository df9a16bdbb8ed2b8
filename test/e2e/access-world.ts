import { createHash } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { createProviso, type Proviso } from '#app/proviso.server.ts'
import { addPractice } from '#app/use-cases/add-practice.ts'
import { addProspect } from '#app/use-cases/add-prospect.ts'
import { addVendor } from '#app/use-cases/add-vendor.ts'
import { getAssessment } from '#app/use-cases/get-assessment.ts'
import { readRunEvidence } from '#app/use-cases/get-run.ts'
import { importLogs } from '#app/use-cases/import-logs.ts'
import { judgeRun, tellingObservations } from '#app/use-cases/judge-run.ts'
import { keepReport } from '#app/use-cases/keep-report.ts'
import { logScanner } from '#app/use-cases/log-scanner.ts'
import { invitePerson } from '#app/use-cases/people.ts'
import type { Actor } from '#app/use-cases/permission.ts'
import { requestSiteScan } from '#app/use-cases/request-site-scan.ts'
import { saveTemplate } from '#app/use-cases/save-template.ts'
import { signIn } from '#app/use-cases/sign-in.ts'
import { uploadAgreement } from '#app/use-cases/upload-agreement.ts'
import { newId } from '#db/ids.ts'
import { type Role, roles } from '#db/schema.ts'
import { Sqlite } from '#db/sqlite-driver.ts'
import { scanners } from '#scanners/index.ts'
import { door, owner, setUpOwner } from '../app/portal-setup.ts'
import { agreement, bothSigned } from '../app/sample-agreement.ts'
import { page } from '../app/test-scanner.ts'

/** Stands in everything the other organisation typed, uploaded or scanned; no answer may ever hold it. */
export const planted = 'Zephyrwood'

/** Every id of one organisation, by what it is an id of. */
export type World = {
  organisationId: string
  ids: Readonly<Record<string, string>>
  /** A line of the checklists of each kind of subject: the same word in every organisation. */
  requirements: Readonly<Record<'vendors' | 'practices' | 'prospects', string>>
}

/** A page with something to find, so that its run has an observation with an address of its own. */
const bookingPage = page('home', {
  title: 'Book an appointment',
  headings: ['Book an appointment'],
  requests: [{ host: 'www.facebook.com', path: '/tr/', type: 'image', params: [{ name: 'dl', class: 'page-url' }] }],
})

type Person = Actor & { kind: 'person' }

async function* streamOf(text: string) {
  yield Buffer.from(text)
}

/** One of everything an organisation can own, made by the use cases themselves. */
async function fill(proviso: Proviso, actor: Person, word: string): Promise<World> {
  const host = `${word.toLowerCase()}.example`
  const vendor = addVendor(proviso, actor, { name: `${word} Reviews` })
  const practice = addPractice(proviso, actor, { name: `${word} Ortho`, siteUrl: `https://${host}/` })
  const prospect = addProspect(proviso, actor, { name: `${word} Dental`, siteUrl: `https://p.${host}/` })
  const read = await uploadAgreement(proviso, actor, {
    subjectId: vendor.id,
    source: { text: agreement(`${word} Reviews LLC`, bothSigned) },
  })
  await proviso.queue.idle()
  const renewed = agreement(`${word} Reviews LLC`, bothSigned).replace('ten (10)', 'five (5)')
  await uploadAgreement(proviso, actor, { subjectId: vendor.id, source: { text: renewed } })
  const { run } = requestSiteScan(proviso, actor, { subjectId: practice.id, authority: 'public', confirmed: true })
  await proviso.queue.idle()
  const incoming = await proviso.uploads.begin(10_000)
  await incoming.add(`${word}.csv`, streamOf('kind,channel,at,phone\nopt_out,sms,2025-06-03T15:00:00Z,5125550101\n'))
  const imported = await importLogs(proviso, actor, { subjectId: practice.id, config: {} }, incoming)
  await proviso.queue.idle()
  const assessment = getAssessment(proviso, actor, { subjectId: practice.id })
  const message = saveTemplate(proviso, actor, {
    subjectId: vendor.id,
    earlier: null,
    name: `${word} invitation`,
    channel: 'sms',
    text: `${word} Ortho: how was your visit? Reply STOP to opt out.`,
  })
  const lineOf = (subjectId: string) =>
    getAssessment(proviso, actor, { subjectId }).assessment.findings[0]?.requirement ?? 'none'
  const report = await keepReport(proviso, actor, {
    assessmentId: assessment.id,
    kind: 'report',
    html: `<p>${word} Ortho</p>`,
    pdf: Buffer.from(`%PDF-1.7 ${word}`),
  })
  const [evidence] = readRunEvidence(proviso, actor, { runId: run.id })
  const [seen] = tellingObservations(judgeRun(proviso, actor, run.id).assessment)
  if (evidence === undefined || seen === undefined || report.htmlSha256 === null)
    throw new Error('The scan or the report stored nothing.')
  return {
    organisationId: actor.organisationId,
    ids: {
      organisation: actor.organisationId,
      person: actor.id,
      vendors: vendor.id,
      practices: practice.id,
      prospects: prospect.id,
      run: run.id,
      key: seen.observation.key,
      import: imported.run.id,
      message: message.series,
      agreementRun: read.run.id,
      agreement: read.agreement.id,
      agreementFile: read.agreement.sha256,
      assessment: assessment.id,
      evidence: evidence.id,
      report: report.id,
      sha256: report.htmlSha256,
    },
    requirements: { vendors: lineOf(vendor.id), practices: lineOf(practice.id), prospects: lineOf(prospect.id) },
  }
}

/** One more person with the owner's password. */
function addPerson({ db }: Proviso, organisationId: string, role: Role, email: string, name: string): string {
  const id = newId('per')
  const at = new Date().toISOString()
  const run = (sql: string, ...values: Array<unknown>) => db.sqlite.prepare(sql).run(...values)
  run(
    'INSERT INTO people (id, name, email, email_verified, created_at, updated_at) VALUES (?, ?, ?, 1, ?, ?)',
    id,
    name,
    email,
    at,
    at,
  )
  run(
    `INSERT INTO accounts (id, account_id, provider_id, person_id, password, created_at, updated_at)
     SELECT ?, ?, 'credential', ?, password, ?, ? FROM accounts LIMIT 1`,
    newId('acc'),
    id,
    id,
    at,
    at,
  )
  run(
    'INSERT INTO memberships (id, organisation_id, person_id, role, created_at) VALUES (?, ?, ?, ?, ?)',
    newId('mem'),
    organisationId,
    id,
    role,
    at,
  )
  return id
}

export type TwoOrganisations = {
  home: string
  password: string
  /** Sign-in address of each role of our organisation. */
  people: Readonly<Record<Role, string>>
  ours: World
  theirs: World
}

/** A home with two full organisations, ours with a person in each role. Nothing is loaded: the scanner is a stand-in. */
export async function twoOrganisations(): Promise<TwoOrganisations> {
  const home = mkdtempSync(join(tmpdir(), 'proviso-access-'))
  const stopped = { ...scanners, 'opt-out': logScanner, site: { title: 'Site', scan: async () => [bookingPage] } }
  const proviso = await createProviso({ homeFolder: home, port: 0, scanners: stopped, writeLog: () => undefined })
  const { actor } = await setUpOwner(proviso)
  const people = Object.fromEntries(roles.map((role) => [role, `${role}@harbor.example`])) as Record<Role, string>
  people.owner = owner.email
  let viewer = ''
  for (const role of roles) {
    if (role === 'owner') continue
    const added = addPerson(proviso, actor.organisationId, role, people[role], `Harbor ${role}`)
    if (role === 'viewer') viewer = added
  }
  const at = new Date().toISOString()
  const organisationId = newId('org')
  proviso.db.sqlite
    .prepare('INSERT INTO organisations (id, name, slug, created_at) VALUES (?, ?, ?, ?)')
    .run(organisationId, `${planted} Group`, organisationId, at)
  proviso.db.write(() => proviso.db.keyring.create(organisationId, new Date()))
  const name = `Zoe ${planted}`
  const id = addPerson(proviso, organisationId, 'owner', `zoe@${planted.toLowerCase()}.example`, name)
  const own = await fill(proviso, actor, 'Harbor')
  const ours = { ...own, ids: { ...own.ids, person: viewer } }
  const zoe = { ...actor, id, name, organisationId }
  const filled = await fill(proviso, zoe, planted)
  const link = invitePerson(proviso, zoe, { email: `guest@${planted.toLowerCase()}.example`, role: 'viewer' }).id
  await signIn(proviso, door, { email: `zoe@${planted.toLowerCase()}.example`, password: owner.password })
  const [session] = proviso.entry.sessions(id, new Date())
  const theirs = { ...filled, ids: { ...filled.ids, link, session: session?.id ?? '' } }
  await proviso.close()
  return { home, password: owner.password, people, ours, theirs }
}

const watched = new Map<string, { db: Database.Database; version: unknown; prints: Map<string, string> }>()

/**
 * A fingerprint of every row of an organisation, audit log included, read beside the running portal. SQLite counts the
 * commits of others (data_version): as long as there was none, no row has changed and the last fingerprint holds.
 */
export function rowsOf(home: string, organisationId: string): string {
  const known = watched.get(home) ?? {
    db: new Sqlite(join(home, 'data', 'proviso.db'), { readonly: true }),
    version: undefined,
    prints: new Map<string, string>(),
  }
  watched.set(home, known)
  const version = known.db.pragma('data_version', { simple: true })
  if (version !== known.version) known.prints.clear()
  known.version = version
  const print = known.prints.get(organisationId) ?? fingerprint(known.db, organisationId)
  known.prints.set(organisationId, print)
  return print
}

function fingerprint(db: Database.Database, organisationId: string): string {
  const tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all() as Array<string>
  const hash = createHash('sha256')
  for (const table of tables.sort()) {
    const columns = db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as Array<string>
    const owner = ['organisation_id', 'chain'].find((column) => columns.includes(column))
    if (owner === undefined) continue
    const rows = db.prepare(`SELECT * FROM "${table}" WHERE "${owner}" = ? ORDER BY rowid`).all(organisationId)
    hash.update(JSON.stringify([table, rows]))
  }
  return hash.digest('hex')
}

/** Closes what `rowsOf` keeps open, before the home is removed. */
export function endWatch(home: string): void {
  watched.get(home)?.db.close()
  watched.delete(home)
}
