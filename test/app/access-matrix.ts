import type { Role } from '#db/schema.ts'

/**
 * Who may open and change what, one row a route of the build; test/e2e/access-matrix.test.ts asks every route in every
 * role. A route without a row fails there. To add one: its id as the build names it, the roles, and, where a form names
 * an object of the organisation in its body, the name of that field.
 */
export type AccessRow = {
  /** Roles that may open it; for routes under a :place, by place. "door" is open to everybody. */
  reads: Roles | 'door'
  /** Roles that may send its form; absent when it has none. */
  writes?: Roles
  /** Fields of the form that carry the id of an object. */
  idFields?: ReadonlyArray<string>
  /** What the form says beside them, such as which of its buttons was pressed. */
  fields?: Readonly<Record<string, string>>
  /** Values that make `:word` parameters that are no ids real, such as the steps of a questionnaire. */
  words?: Readonly<Record<string, string>>
}

export type Roles = ReadonlyArray<Role> | Readonly<Partial<Record<'vendors' | 'practices' | 'prospects', Everyone>>>
type Everyone = ReadonlyArray<Role>

const everyone: Everyone = ['owner', 'manager', 'assessor', 'signer', 'sales', 'viewer', 'auditor']
const notSales: Everyone = everyone.filter((role) => role !== 'sales')
const assessing: Everyone = ['owner', 'manager', 'assessor']
const assessingAndSales: Everyone = [...assessing, 'sales']
const running: Everyone = ['owner', 'manager']
const auditing: Everyone = [...running, 'auditor']

const seen = { vendors: notSales, practices: notSales, prospects: everyone }
const changed = { vendors: assessing, practices: assessing, prospects: assessingAndSales }
const judged = { vendors: assessing, practices: assessing, prospects: assessing }
const kept = { vendors: notSales, practices: notSales }
const keptBy = { vendors: assessing, practices: assessing }

export const accessMatrix: Readonly<Record<string, AccessRow>> = {
  'routes/sign-in': { reads: 'door' },
  'routes/sign-in_.code': { reads: 'door' },
  'routes/sign-in_.passkey': { reads: 'door' },
  'routes/forgotten': { reads: 'door' },
  'routes/second-factor': { reads: 'door' },
  'routes/confirm': { reads: 'door' },
  'routes/sign-out': { reads: 'door' },
  'routes/session': { reads: 'door' },
  'routes/set-up.$token': { reads: 'door' },
  'routes/join.$token': { reads: 'door' },
  'routes/new-password.$token': { reads: 'door' },

  'routes/_portal._index': { reads: everyone },
  'routes/_portal.help': { reads: everyone },
  'routes/_portal.notices': { reads: everyone, writes: everyone, fields: { intent: 'choose' } },
  'routes/_portal.search': { reads: everyone },
  'routes/_portal.doctor': { reads: running },

  'routes/_portal.organisations': {
    reads: everyone,
    writes: everyone,
    idFields: ['organisation'],
    fields: { intent: 'switch' },
  },
  'routes/_portal.settings.organisation': { reads: running, writes: running },
  'routes/_portal.settings.self-audit': { reads: running, writes: running },
  'routes/_portal.settings.brand': { reads: running, writes: running },
  'routes/_portal.settings._index': {
    reads: everyone,
    writes: everyone,
    idFields: ['session'],
    fields: { intent: 'end-session' },
  },
  'routes/_portal.settings.security': {
    reads: everyone,
    writes: everyone,
    idFields: ['passkey'],
    fields: { intent: 'remove-passkey' },
  },
  'routes/settings.security.passkey': { reads: 'door' },
  'routes/_portal.settings.people._index': {
    reads: running,
    writes: running,
    idFields: ['link'],
    fields: { intent: 'withdraw' },
  },
  'routes/_portal.settings.people.$person': { reads: running, writes: running },
  'routes/_portal.settings.mail': {
    reads: running,
    writes: running,
    idFields: ['letter'],
    fields: { intent: 'send-again' },
  },
  'routes/_portal.settings.retention': {
    reads: running,
    writes: running,
    idFields: ['hold'],
    fields: { intent: 'lift' },
  },
  'routes/_portal.settings.backup': { reads: ['owner'], writes: ['owner'], fields: { intent: 'drill' } },
  'routes/_portal.settings.data': { reads: ['owner'], writes: ['owner'] },
  'routes/settings.data.export': { reads: ['owner'] },
  'routes/_portal.settings.audit-log': { reads: auditing, writes: auditing, fields: { intent: 'check' } },
  'routes/settings.audit-log[.]csv': { reads: auditing },
  'routes/settings.audit-log[.]json': { reads: auditing },

  'routes/_portal.$place._index': {
    reads: seen,
    writes: seen,
    idFields: ['filter'],
    fields: { intent: 'remove-filter' },
  },
  'routes/_portal.vendors.check': { reads: assessing, writes: assessing },
  'routes/_portal.$place.new': { reads: changed, writes: changed },
  'routes/_portal.$place_.$subject_.edit': { reads: changed, writes: changed },
  'routes/_portal.$place_.$subject_.findings.$requirement': { reads: seen, writes: judged },
  'routes/_portal.$place.$subject._index': { reads: seen },
  'routes/_portal.$place.$subject.history': { reads: seen },
  'routes/_portal.$place.$subject.questions': { reads: seen, writes: judged },
  'routes/_portal.$place.$subject.agreement': {
    reads: { vendors: notSales },
    writes: { vendors: assessing },
    idFields: ['agreement'],
    fields: { intent: 'confirm-practice', reason: 'It owns our clinic.' },
  },
  'routes/_portal.$place.$subject.agreement_.compare': { reads: { vendors: notSales } },
  'routes/_portal.$place.$subject.agreement_.request': { reads: { vendors: notSales } },
  'routes/vendors.$subject.agreement.request[.]docx': { reads: notSales },
  'routes/_portal.$place.$subject.opt-outs': {
    reads: { vendors: notSales, practices: notSales },
    writes: { vendors: assessing, practices: assessing },
  },
  // The world's import belongs to its practice; under a vendor's address it is not found.
  'routes/_portal.$place.$subject.opt-outs_.$import.people.$person': {
    reads: { practices: notSales },
    words: { person: '1' },
  },
  'routes/_portal.$place.$subject.opt-outs_.$import.columns': {
    reads: { practices: assessing },
    writes: { practices: assessing },
  },
  'routes/_portal.$place.$subject.opt-outs_.drills': {
    reads: kept,
    writes: keptBy,
    idFields: ['run'],
    fields: { intent: 'cancel' },
  },
  'routes/opt-outs.$import.csv': { reads: notSales },
  'routes/opt-outs.$import.json': { reads: notSales },
  'routes/_portal.vendors.new.$step': { reads: assessing, writes: assessing, words: { step: 'name' } },
  'routes/_portal.vendors.new.check': { reads: assessing, writes: assessing },
  'routes/agreements[.]csv': { reads: notSales },
  'routes/agreements[.]ics': { reads: notSales },

  'routes/_portal.$place.$subject.messages': { reads: kept, writes: keptBy, idFields: ['version'] },
  'routes/_portal.$place.$subject.data-sync': { reads: kept, writes: keptBy },
  'routes/_portal.$place_.$subject_.messages.new': { reads: keptBy, writes: keptBy },
  'routes/_portal.$place_.$subject_.messages.import': { reads: keptBy, writes: keptBy },
  'routes/_portal.$place_.$subject_.messages.import_.preview': { reads: keptBy, writes: keptBy },
  'routes/_portal.$place_.$subject_.messages.sent': { reads: kept, writes: keptBy },
  // The one message of the world is the vendor's.
  'routes/_portal.$place_.$subject_.messages.$message': {
    reads: { vendors: notSales },
    writes: { vendors: assessing },
  },
  'routes/_portal.$place_.$subject_.messages.$message_.edit': {
    reads: { vendors: assessing },
    writes: { vendors: assessing },
  },
  'routes/$place.$subject.messages[.]csv': { reads: kept },
  'routes/$place.$subject.messages[.]json': { reads: kept },

  'routes/_portal.trash': { reads: assessingAndSales, writes: assessingAndSales, idFields: ['subject'] },

  'routes/_portal.scans._index': { reads: everyone },
  'routes/_portal.scans.new': { reads: assessingAndSales, writes: assessingAndSales, idFields: ['subject'] },
  'routes/_portal.scans.$run._index': { reads: notSales, writes: assessing },
  'routes/_portal.scans.$run.findings.$requirement': { reads: notSales, writes: assessing },
  'routes/_portal.scans.$run.observations.$key': { reads: notSales, writes: assessing },
  'routes/scans.$run.export.$format': { reads: notSales, words: { format: 'har' } },
  'routes/runs.$run.events': { reads: notSales },

  'routes/_portal.reports._index': { reads: everyone, writes: assessingAndSales, idFields: ['subject'] },
  'routes/reports.$report.view': { reads: notSales },
  'routes/reports.$report.pdf': { reads: notSales },
  'routes/files.$sha256': { reads: notSales },
}
