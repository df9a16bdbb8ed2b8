import type { Role } from '#db/schema.ts'

/** What each role is called and may do, in one sentence. */
export const roleWords: Record<Role, { label: string; help: string }> = {
  owner: { label: 'Owner', help: 'Everything, and makes other owners.' },
  manager: { label: 'Manager', help: 'Everything, and lets people in, except owners.' },
  assessor: { label: 'Assessor', help: 'Works with vendors, practices, scans, findings and reports.' },
  signer: { label: 'Signer', help: 'Reads, and decides what is put before them.' },
  sales: { label: 'Sales', help: 'Works with prospects and their reports, and sees nothing else.' },
  viewer: { label: 'Viewer', help: 'Reads and changes nothing.' },
  auditor: { label: 'Auditor', help: 'Reads, including the audit log, and changes nothing.' },
}
