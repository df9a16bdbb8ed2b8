import type { AgreementFacts } from './read-agreement.ts'
import type { ClauseId, ElementId } from './reading.ts'

/** Words that fill a model clause, from the agreement's own terms. */
export type Terms = { ba: string; ce: string; phi: string }

export type ModelClause = {
  id: ElementId | ClauseId
  /** What it asks for, for the letter. */
  asks: string
  /** Own wording with slots {BA} {CE} {PHI}; a draft for counsel, not advice. */
  text: string
  /** Legal floor and practice bar are asked for apart. */
  axis: 'law' | 'practice-bar'
}

/**
 * A model sentence for every element and clause that can be short. Written by us from the content rules of 45 CFR
 * 164.504(e) and 164.314(a) and the practice bar; each is checked against the reader: put into an agreement that lacks
 * it, it turns exactly that reading to present.
 */
export const modelClauses: ReadonlyArray<ModelClause> = [
  {
    id: 'R01',
    axis: 'law',
    asks: 'A sentence that says what the vendor may use the data for',
    text: '{BA} may use and disclose {PHI} as necessary to perform the services it provides to {CE} under the services agreement between them.',
  },
  {
    id: 'R02',
    axis: 'law',
    asks: 'The limit to what the practice itself could do',
    text: '{BA} shall not use or disclose {PHI} in any manner that would violate Subpart E of 45 CFR Part 164 if done by {CE}.',
  },
  {
    id: 'R03',
    axis: 'law',
    asks: 'No use beyond the agreement or the law',
    text: '{BA} shall not use or further disclose {PHI} other than as permitted or required by this agreement or as required by law.',
  },
  {
    id: 'R04',
    axis: 'law',
    asks: 'Safeguards against use that is not provided for',
    text: '{BA} shall use appropriate safeguards to prevent use or disclosure of {PHI} other than as provided for by this agreement.',
  },
  {
    id: 'R05',
    axis: 'law',
    asks: 'The Security Rule for electronic data',
    text: '{BA} shall comply with Subpart C of 45 CFR Part 164 with respect to electronic {PHI}.',
  },
  {
    id: 'R06',
    axis: 'law',
    asks: 'Report of any misuse, also where it is no breach',
    text: '{BA} shall report to {CE} any use or disclosure of {PHI} not provided for by this agreement of which it becomes aware.',
  },
  {
    id: 'R07',
    axis: 'law',
    asks: 'Report of security incidents',
    text: '{BA} shall report to {CE} any security incident of which it becomes aware.',
  },
  {
    id: 'R08',
    axis: 'law',
    asks: 'Report of breaches',
    text: '{BA} shall report to {CE} each breach of unsecured {PHI} as required by 45 CFR 164.410, identifying each individual affected as far as it can.',
  },
  {
    id: 'R09',
    axis: 'law',
    asks: 'Subcontractors bound by the same restrictions',
    text: '{BA} shall ensure, by written agreement, that any subcontractor that creates, receives, maintains or transmits {PHI} on its behalf agrees to the same restrictions and conditions that apply to {BA}.',
  },
  {
    id: 'R10',
    axis: 'law',
    asks: 'Subcontractors bound by the Security Rule',
    text: '{BA} shall ensure, by written agreement, that any subcontractor that creates, receives, maintains or transmits {PHI} on its behalf agrees to the same restrictions, conditions and requirements that apply to {BA}, and to comply with Subpart C of 45 CFR Part 164.',
  },
  {
    id: 'R11',
    axis: 'law',
    asks: 'Access for patients',
    text: 'Within ten days of a request, {BA} shall make {PHI} in a designated record set available to {CE} so that it can meet its obligations under 45 CFR 164.524.',
  },
  {
    id: 'R12',
    axis: 'law',
    asks: 'Amendment of patient data',
    text: 'Within ten days of a request, {BA} shall amend {PHI} in a designated record set, and incorporate each amendment, as {CE} directs or agrees to under 45 CFR 164.526.',
  },
  {
    id: 'R13',
    axis: 'law',
    asks: 'A record of disclosures',
    text: '{BA} shall document disclosures of {PHI} and, within ten days of a request, provide to {CE} the information required for an accounting of disclosures under 45 CFR 164.528.',
  },
  {
    id: 'R14',
    axis: 'law',
    asks: 'Duties the vendor carries out for the practice',
    text: 'To the extent {BA} is to carry out an obligation of {CE} under Subpart E of 45 CFR Part 164, {BA} shall comply with the requirements of Subpart E that apply to {CE} in the performance of that obligation.',
  },
  {
    id: 'R15',
    axis: 'law',
    asks: 'Books open to the Secretary of HHS',
    text: '{BA} shall make its internal practices, books and records relating to the use and disclosure of {PHI} available to the Secretary of the U.S. Department of Health and Human Services for determining compliance with the HIPAA Rules.',
  },
  {
    id: 'R16',
    axis: 'law',
    asks: 'Return or destruction at the end',
    text: 'Within thirty days after termination of this agreement, {BA} shall return to {CE} or destroy all {PHI}, including {PHI} held by its subcontractors, and shall retain no copies. If return or destruction is not feasible, {BA} shall extend the protections of this agreement to that {PHI} and limit further uses and disclosures to those purposes that make the return or destruction infeasible.',
  },
  {
    id: 'R17',
    axis: 'law',
    asks: 'The practice’s right to end the agreement',
    text: '{CE} may terminate this agreement if {CE} determines that {BA} has violated a material term of this agreement.',
  },
  {
    id: 'S1',
    axis: 'practice-bar',
    asks: 'The review outreach by name, and no marketing',
    text: '{BA} may use and disclose {PHI} only to contact patients of {CE} after a visit by telephone, text message and e-mail, to ask about their experience and to invite them to leave a review. {BA} shall not use {PHI} for marketing, shall not sell it and shall not use it for purposes of its own.',
  },
  {
    id: 'S2',
    axis: 'practice-bar',
    asks: 'All five safeguards in words',
    text: '{BA} shall maintain administrative, physical and technical safeguards for {PHI}, shall encrypt {PHI} at rest and in transit, shall limit access to {PHI} by access controls, and shall keep audit logs of access to {PHI}.',
  },
  {
    id: 'S3',
    axis: 'practice-bar',
    asks: 'Every subcontractor bound, and named on request',
    text: '{BA} shall ensure, by written agreement, that every subcontractor that creates, receives, maintains or transmits {PHI} on its behalf agrees to the same restrictions, conditions and requirements that apply to {BA}, and shall give {CE} a list of those subcontractors on request.',
  },
  {
    id: 'S4',
    axis: 'practice-bar',
    asks: 'A fixed time for breach notice',
    text: '{BA} shall notify {CE} of each breach of unsecured {PHI} without unreasonable delay and in no case later than 72 hours after discovery.',
  },
  {
    id: 'S6',
    axis: 'practice-bar',
    asks: 'The practice’s own right to audit',
    text: '{CE} may, once a year and after any breach, audit the records, systems and premises of {BA} relating to {PHI}, and {BA} shall provide its audit logs, its current SOC 2 report and a summary of its latest penetration test on request.',
  },
]

/** The agreement's own words for the parties, so that a clause drops in without new terms. */
export function termsOf(facts: AgreementFacts | null): Terms {
  const term = (party: { term: string; name: string | null } | undefined, otherwise: string) =>
    party?.term || party?.name || otherwise
  return {
    ba: term(facts?.parties.ba, 'Business Associate'),
    ce: term(facts?.parties.ce, 'Covered Entity'),
    phi: 'PHI',
  }
}

export function fillClause(text: string, { ba, ce, phi }: Terms): string {
  return text.replaceAll('{BA}', ba).replaceAll('{CE}', ce).replaceAll('{PHI}', phi)
}
