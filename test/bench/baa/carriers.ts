export type Carrier = {
  name: string
  associate: string
  entity: string
  information: string
  before: string
  after: string
}

/** Small agreements that say nothing about any line; the wording stands between `before` and `after`. */
export const carriers: ReadonlyArray<Carrier> = [
  {
    name: 'defined terms',
    associate: 'Business Associate',
    entity: 'Covered Entity',
    information: 'PHI',
    before:
      'BUSINESS ASSOCIATE AGREEMENT\n\nThis Agreement is between Tallgrass Outreach, LLC ("Business Associate") and Millrace Pediatrics, P.C. ("Covered Entity"). "PHI" means protected health information that Business Associate receives from Covered Entity.\n\n1. Training. Business Associate shall train its workforce yearly.\n\n',
    after:
      '\n\n9. Notices. Notices are sent by courier to the addresses below.\n\n10. Law. Oregon law governs this Agreement.\n\nSigned: ______ Tallgrass Outreach, LLC   ______ Millrace Pediatrics, P.C.\n',
  },
  {
    name: 'named parties',
    associate: 'Tallgrass',
    entity: 'Millrace',
    information: 'Patient Information',
    before:
      'HIPAA ADDENDUM\n\nTallgrass Outreach, LLC ("Tallgrass") is a business associate of Millrace Pediatrics, P.C. ("Millrace"), a covered entity. Protected health information that Tallgrass receives from Millrace is called "Patient Information".\n\nTallgrass shall train its workforce yearly. Tallgrass shall mitigate harm it causes. Millrace shall send Tallgrass its notice of privacy practices.\n\n',
    after:
      '\n\nNotices go by courier to the addresses below. Oregon law governs this Agreement.\n\nSigned: ______ Tallgrass Outreach, LLC   ______ Millrace Pediatrics, P.C.\n',
  },
  {
    name: 'we and you',
    associate: 'we',
    entity: 'you',
    information: 'PHI',
    before:
      'HIPAA terms\n\nThis Agreement is our business associate agreement with you. "We" means Tallgrass Outreach, LLC. "You" means the clinic named on the account. Protected health information you give us is "PHI".\n\nWe will train our workforce yearly. We must mitigate harm that we cause to your patients. You will send us your notice of privacy practices. We will not charge you for this.\n\n',
    after: '\n\nNotices go by courier to the addresses on the account. Oregon law governs this Agreement.\n',
  },
]

export function spoken(wording: string, { associate, entity, information }: Carrier): string {
  const owner = (term: string) => (term === 'we' ? 'our' : term === 'you' ? 'your' : `${term}'s`)
  const object = (term: string) => (term === 'we' ? 'us' : term)
  return wording
    .replaceAll("{B's}", owner(associate))
    .replaceAll("{C's}", owner(entity))
    .replace(
      /\b(by|to|from|with|of|for|on|permits|authorizes|allows|engage) \{B\}/g,
      (_, word) => `${word} ${object(associate)}`,
    )
    .replaceAll('{B}', associate)
    .replaceAll('{C}', entity)
    .replaceAll('{P}', information)
    .replace(/(^|[.:\n] ?)(we|you|our|your)\b/g, (_, before, word) => before + word[0].toUpperCase() + word.slice(1))
}
