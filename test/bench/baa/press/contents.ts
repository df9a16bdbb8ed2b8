import { type Content, itemsOf } from './content.ts'

/** Own words; each agreement lacks or bends other things, and each holds duties of the other party that must not count. */
export const contents: ReadonlyArray<Content> = [
  {
    name: 'whole',
    business: 'text-message appointment reminders',
    items: itemsOf(`
Permitted Uses | What may {BA} use the information for? | ba may | use and disclose PHI only to send appointment reminders and visit surveys to patients by text message and e-mail on {CE's} behalf | PHI may be used and disclosed by {BA} only to send appointment reminders and visit surveys to patients by text message and e-mail on {CE's} behalf
No Other Use | What may {BA} not do? | ba shall not | use or further disclose PHI other than as permitted or required by this Agreement or as required by law | PHI shall not be used or further disclosed by {BA} other than as permitted or required by this Agreement or as required by law
Limits of Use | Which limits apply? | ba shall not | use or disclose PHI in any manner that would violate Subpart E of 45 CFR Part 164 if done by {CE} | PHI shall not be used or disclosed by {BA} in any manner that would violate Subpart E of 45 CFR Part 164 if done by {CE}
Own Administration | May {BA} use the information for its own administration? | ba may | use PHI for {its} own proper management and administration or to carry out {its} legal responsibilities | PHI may be used by {BA} for its own proper management and administration or to carry out its legal responsibilities
Safeguards | How is the information protected? | ba shall | use appropriate administrative, physical and technical safeguards to prevent any use or disclosure of PHI not provided for by this Agreement | Appropriate administrative, physical and technical safeguards shall be used by {BA} to prevent any use or disclosure of PHI not provided for by this Agreement
Security Rule | Which security rules apply? | ba shall | comply with Subpart C of 45 CFR Part 164 with respect to electronic PHI | Subpart C of 45 CFR Part 164 shall be complied with by {BA} with respect to electronic PHI
Encryption | How is it encrypted? | ba shall | encrypt all PHI at rest and in transit, restrict access to PHI to authorized users, and keep audit logs of all access to PHI | All PHI shall be encrypted by {BA} at rest and in transit, access to PHI shall be restricted by {BA} to authorized users, and audit logs of all access to PHI shall be kept by {BA}
Improper Uses | What about improper uses? | ba shall | report to {CE} any use or disclosure of PHI not provided for by this Agreement of which {it} {becomes} aware | Any use or disclosure of PHI not provided for by this Agreement of which {BA} becomes aware shall be reported by {BA} to {CE}
Security Incidents | What about security incidents? | ba shall | report to {CE} any security incident of which {it} {becomes} aware | Any security incident of which {BA} becomes aware shall be reported by {BA} to {CE}
Breach Notice | What about breaches? | ba shall | notify {CE} of any breach of unsecured PHI without unreasonable delay and in no case later than five (5) calendar days after discovery | Any breach of unsecured PHI shall be reported by {BA} to {CE} without unreasonable delay and in no case later than five (5) calendar days after discovery
Subcontractors | What about subcontractors? | ba shall | ensure that any subcontractor that creates, receives, maintains or transmits PHI on {BA's} behalf agrees in writing to the same restrictions, conditions and requirements that apply to {BA}
Access | What if a patient asks for a copy? | ba shall | make PHI in a designated record set available to {CE} within ten (10) days as necessary to satisfy 45 CFR 164.524 | PHI in a designated record set shall be made available by {BA} to {CE} within ten (10) days as necessary to satisfy 45 CFR 164.524
Corrections | What if a patient asks for a correction? | ba shall | make any amendment to PHI in a designated record set that {CE} directs under 45 CFR 164.526 | Any amendment to PHI in a designated record set that {CE} directs under 45 CFR 164.526 shall be made by {BA}
Accounting | What about an accounting of disclosures? | ba shall | document disclosures of PHI and provide to {CE} the information needed for an accounting of disclosures under 45 CFR 164.528 | Disclosures of PHI shall be documented by {BA}, and the information needed for an accounting of disclosures under 45 CFR 164.528 shall be provided by {BA} to {CE}
Delegated Obligations | What if {BA} takes over a duty of {CE}? | ba shall | comply with the requirements of Subpart E that apply to {CE}, to the extent {it} {is} to carry out an obligation of {CE} under that Subpart
Books and Records | Who sees the books? | ba shall | make {its} internal practices, books and records relating to PHI available to the Secretary of Health and Human Services for determining compliance with the HIPAA Rules | Internal practices, books and records relating to PHI shall be made available by {BA} to the Secretary of Health and Human Services for determining compliance with the HIPAA Rules
Inspection | May {CE} inspect? | ce may | audit and inspect {BA's} records, systems and facilities on ten (10) days' notice | {BA's} records, systems and facilities may be audited and inspected by {CE} on ten (10) days' notice
Notice of Limits | What does {CE} promise? | ce shall | notify {BA} of any limitation in {its} notice of privacy practices within sixty (60) days | Any limitation in the notice of privacy practices shall be notified by {CE} to {BA} within sixty (60) days
Requests | What may {CE} not ask? | ce shall not | ask {BA} to handle PHI in a way the Privacy Rule forbids
Termination | When may {CE} end the Agreement? | ce may | terminate this Agreement if {CE} determines that {BA} has violated a material term of this Agreement | This Agreement may be terminated by {CE} if {CE} determines that {BA} has violated a material term of this Agreement
Return | What happens to the information at the end? | ba shall | return or destroy all PHI within thirty (30) days after termination of this Agreement and keep no copies | All PHI shall be returned or destroyed by {BA} within thirty (30) days after termination of this Agreement, and no copies shall be kept
Infeasibility | What if return is infeasible? | ba shall | extend the protections of this Agreement to any PHI whose return or destruction is infeasible, and limit further uses and disclosures to the purposes that make return or destruction infeasible | Where return or destruction is infeasible, the protections of this Agreement shall be extended by {BA} to such PHI, and further uses and disclosures shall be limited by {BA} to the purposes that make return or destruction infeasible`),
    expected: {
      S1: 'present',
      S2: 'present',
      S3: 'present',
      S4: 'present',
      S5: 'present',
      S6: 'present',
      R01: 'present',
      R02: 'present',
      R03: 'present',
      R04: 'present',
      R05: 'present',
      R06: 'present',
      R07: 'present',
      R08: 'present',
      R09: 'present',
      R10: 'present',
      R11: 'present',
      R12: 'present',
      R13: 'present',
      R14: 'present',
      R15: 'present',
      R16: 'present',
      R17: 'present',
      O1: 'present',
    },
    breach: { kind: 'fixed', n: 5, unit: 'days' },
    audit: 'ce_own',
  },
  {
    name: 'gaps',
    business: 'medical billing',
    items: itemsOf(`
Use | What is the information used for? | ba may | use and disclose PHI to prepare and submit claims, post payments and answer patients' billing questions for {CE} | PHI may be used and disclosed by {BA} to prepare and submit claims, post payments and answer patients' billing questions for {CE}
Aggregation | May data be combined? | ba may | provide data aggregation services relating to the health care operations of {CE}
Prohibited Use | What is forbidden? | ba shall not | use or disclose PHI except as this Agreement permits or a law requires | PHI shall not be used or disclosed by {BA} except as this Agreement permits or a law requires
Protection | How is it protected? | ba shall | maintain reasonable and appropriate safeguards so that PHI is not used or disclosed except as this Agreement provides | Reasonable and appropriate safeguards shall be maintained by {BA} so that PHI is not used or disclosed except as this Agreement provides
Encryption | What does {CE} encrypt? | ce shall | encrypt the laptops on which {its} staff opens PHI and keep audit logs of access to them
Unpermitted Disclosure | What is told of misuse? | ba shall | inform {CE} of each use or disclosure of PHI that this Agreement does not permit, once {it} {learns} of it | Each use or disclosure of PHI that this Agreement does not permit shall be reported by {BA} to {CE}
Breaches | What is told of breaches? | ba shall | notify {CE} promptly after {it} {discovers} a breach of unsecured PHI | A breach of unsecured PHI shall be reported by {BA} to {CE} promptly after discovery
Confirmation | What does {CE} confirm? | ce shall | confirm receipt of any such notice within two (2) business days
Agents | What of agents? | ba shall | require every subcontractor to whom {it} {gives} PHI to agree to the same restrictions and conditions that bind {BA} | Every subcontractor to whom {BA} gives PHI shall be required by {BA} to agree to the same restrictions and conditions that bind {BA}
Copies | What of copies? | ba shall | provide access to PHI in a designated record set within fifteen (15) days of {CE's} request, so that {CE} can meet 45 CFR 164.524
Lists | What of lists? | ba shall | keep a record of {its} disclosures of PHI and give it to {CE} on request so that {CE} can account for disclosures under 45 CFR 164.528
Government | What may the government see? | ba shall | open {its} internal practices, books and records about PHI to the Secretary of the U.S. Department of Health and Human Services so that compliance can be determined
Changes | How is the Agreement changed? | ba shall not | amend this Agreement except in a writing that both sides have signed
Cancellation | How can it be cancelled? | ce may | cancel this Agreement at any time on thirty (30) days' written notice | This Agreement may be cancelled by {CE} at any time on thirty (30) days' written notice
Disposal | What happens in the end? | ba shall | destroy or return all PHI when this Agreement ends | All PHI shall be destroyed or returned by {BA} when this Agreement ends`),
    expected: {
      S1: 'present',
      S2: 'partial',
      S3: 'present',
      S4: 'partial',
      S5: 'partial',
      R01: 'present',
      R03: 'present',
      R04: 'present',
      R06: 'present',
      R08: 'present',
      R09: 'present',
      R10: 'partial',
      R11: 'present',
      R13: 'present',
      R15: 'present',
      R16: 'partial',
      R17: 'partial',
      O3: 'present',
    },
    breach: { kind: 'none', n: null, unit: null },
    audit: 'hhs_only',
  },
  {
    name: 'bent',
    business: 'transcription of dictated notes',
    items: itemsOf(`
Scope | What is the work? | ba may | use and disclose PHI as needed to transcribe dictated notes and deliver the transcripts to {CE} | PHI may be used and disclosed by {BA} as needed to transcribe dictated notes and deliver the transcripts to {CE}
Newsletter | May patients be written to? | ba may | use PHI to send patients offers from {BA's} sponsors
De-identified Data | May identifiers be removed? | ba may | de-identify PHI in accordance with 45 CFR 164.514 and use the result
Limit | What else? | ba shall not | use or disclose PHI otherwise than as this Agreement allows or the law requires | PHI shall not be used or disclosed by {BA} otherwise than as this Agreement allows or the law requires
Care | Who safeguards the portal? | ce shall | use appropriate safeguards to protect the passwords of the dictation portal
Electronic Information | What of electronic information? | ba shall | comply with the HIPAA Security Rule for electronic PHI
Incidents and Breaches | What is reported? | ba shall | report each security incident to {CE} within three (3) business days after {it} {learns} of it
Breach Report | How fast are breaches reported? | ba shall | report each breach of unsecured PHI to {CE} no later than sixty (60) business days after discovery | Each breach of unsecured PHI shall be reported by {BA} to {CE} no later than sixty (60) business days after discovery
Typists | What of typists? | ba shall | bind each subcontractor that handles PHI in writing to the same restrictions, conditions and requirements that this Agreement lays on {BA}
Right to Inspect | What may {CE} look at? | ce may | inspect {BA's} premises, books and records about PHI once a year | {BA's} premises, books and records about PHI may be inspected by {CE} once a year
Record Corrections | What of corrections? | ba shall | amend PHI in a designated record set as {CE} instructs and incorporate the amendment under 45 CFR 164.526
Ending for Cause | When can it end? | ce may | end this Agreement when {BA} violates one of its material terms | This Agreement may be ended by {CE} when {BA} violates one of its material terms
Giving Back | What of the notes? | ba shall | return all PHI to {CE} after termination, but only after every open invoice has been paid`),
    expected: {
      S1: 'contrary',
      S2: 'partial',
      S3: 'present',
      S4: 'contrary',
      S5: 'contrary',
      S6: 'present',
      R01: 'present',
      R02: 'contrary',
      R03: 'present',
      R05: 'present',
      R07: 'present',
      R08: 'contrary',
      R09: 'present',
      R10: 'present',
      R12: 'present',
      R16: 'contrary',
      R17: 'present',
      O4: 'present',
    },
    breach: { kind: 'fixed', n: 60, unit: 'days' },
    audit: 'ce_own',
  },
  {
    name: 'hours',
    business: 'cloud backup',
    items: itemsOf(`
Storage | What may be done with the information? | ba may | use and disclose PHI only to store, back up and restore {CE's} files | PHI may be used and disclosed by {BA} only to store, back up and restore {CE's} files
Ceiling | What is out of bounds? | ba shall not | use or disclose PHI other than as this Agreement permits or requires, as required by law, or as HIPAA otherwise permits
Disclosure for Administration | May it be disclosed for administration? | ba may | disclose PHI for {its} proper management and administration if the disclosure is required by law
Controls | What controls are there? | ba shall | implement administrative, technical and physical safeguards that reasonably and appropriately protect PHI against unpermitted use or disclosure
Standards | What standards hold? | ba shall | comply with 45 CFR 164.308, 164.310, 164.312 and 164.316 for electronic PHI
Keys | How is data encrypted? | ba shall | encrypt PHI in storage and during transmission
Events | What is reported in hours? | ba shall | report to {CE} within thirty-six (36) hours after discovery any use or disclosure of PHI that this Agreement does not provide for, any security incident and any breach of unsecured PHI | Any use or disclosure of PHI that this Agreement does not provide for, any security incident and any breach of unsecured PHI shall be reported by {BA} to {CE} within thirty-six (36) hours after discovery
Hosts | What of hosts? | ba shall | ensure, where practicable, that subcontractors that store PHI agree to the same restrictions and conditions that apply to {BA}
Reports | What reports are given? | ba shall | send {CE} its most recent SOC 2 report once a year
Retrieval | What of access? | ba shall | use reasonable efforts to make PHI in a designated record set available to {CE} for access under 45 CFR 164.524
Federal Review | What of federal review? | ba shall | make {its} internal practices, books and records on the use and disclosure of PHI available to HHS to determine compliance with HIPAA
Payment | What does {CE} pay? | ce shall | pay each invoice within forty-five (45) days
Contact | Whom does {CE} name? | ce shall | report to {BA} any change of its privacy contact within ten (10) days
Cause | When can it be ended? | ce may | terminate this Agreement upon {BA's} material breach of it that is not cured within thirty (30) days
Deletion | What happens to the backups? | ba shall | return or destroy all PHI at termination, retain no copies and, if return or destruction is infeasible, extend the protections of this Agreement to the PHI and limit further use and disclosure to the purposes that make it infeasible`),
    expected: {
      S1: 'present',
      S2: 'partial',
      S3: 'partial',
      S4: 'present',
      S5: 'present',
      S6: 'partial',
      R01: 'present',
      R03: 'partial',
      R04: 'present',
      R05: 'present',
      R06: 'present',
      R07: 'present',
      R08: 'present',
      R09: 'partial',
      R10: 'partial',
      R11: 'partial',
      R15: 'present',
      R16: 'present',
      R17: 'present',
      O2: 'present',
    },
    breach: { kind: 'fixed', n: 36, unit: 'hours' },
    audit: 'documents_only',
  },
]
