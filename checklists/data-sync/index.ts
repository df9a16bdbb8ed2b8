import { cfr, practiceBar } from '../cite.ts'
import { type Checklist, type EvidenceOf, type Judgement, type Observation, requirement } from '../requirement.ts'
import { auditFields, type SyncField } from './audit-fields.ts'

type Fields = EvidenceOf<'field'>

/** The latest list of each feed: an older one is there to show drift. */
function latest(all: ReadonlyArray<Fields>): Array<Fields> {
  const feeds = new Map<string, Fields>()
  for (const item of all) {
    const key = item.system ?? ''
    const known = feeds.get(key)
    if (known === undefined || known.source.at <= item.source.at) feeds.set(key, item)
  }
  return [...feeds.values()]
}

function judge(
  all: ReadonlyArray<Fields>,
  concerns: (field: SyncField) => boolean,
  words: { clean: string; found: string },
): Judgement {
  const feeds = latest(all)
  const observations: Array<Observation> = feeds.flatMap((feed) =>
    auditFields(feed.fields)
      .fields.filter((field) => field.verdict !== 'pass' && !field.useful && concerns(field))
      .map((field) => ({
        key: `${feed.system ?? feed.format}:${field.name}`,
        verdict: field.verdict,
        because: field.because,
        pointers: [{ evidence: feed.id, quote: field.name, place: {} }],
        where: feed.system ?? feed.source.ref,
      })),
  )
  const count = feeds.reduce((sum, feed) => sum + feed.fields.length, 0)
  if (count === 0) return { verdict: 'unknown', because: 'Not judged: the list of fields is empty.' }
  const failed = observations.filter((item) => item.verdict === 'fail')
  if (observations.length === 0) {
    const pointers = feeds.map((feed) => ({
      evidence: feed.id,
      quote: feed.fields
        .map((field) => field.name)
        .join(', ')
        .slice(0, 300),
      place: {},
    }))
    return { verdict: 'pass', because: `${words.clean} (${count} fields).`, pointers }
  }
  const named = (failed.length > 0 ? failed : observations).slice(0, 5).map((item) => item.pointers[0]!.quote)
  return {
    verdict: failed.length > 0 ? 'fail' : 'partial',
    because: `${words.found}: ${named.join(', ')}.`,
    pointers: (failed.length > 0 ? failed : observations).slice(0, 20).flatMap((item) => item.pointers),
    observations,
  }
}

const cites = [
  cfr('164.502(b)'),
  cfr('164.514(d)(3)-(4)'),
  practiceBar('the sync carries name, phone, e-mail, visit date and provider'),
]

export const dataSyncChecklist: Checklist = {
  id: 'data-sync',
  title: 'Data sync',
  version: '1',
  requirements: [
    requirement({
      id: 'data-sync.nothing-clinical',
      ref: 'MN1',
      title: 'The sync hands over nothing clinical',
      why: 'An appointment type reads "Colonoscopy"; once it is with the vendor it can reach a message.',
      fix: 'Take the fields out of the feed; ask for Patient?_elements=name,telecom or its like.',
      owner: 'vendor',
      cites,
      axis: 'practice-bar',
      weight: 8,
      critical: true,
      provableBy: ['field'],
      needs: ['field'],
      judge: ({ field }) =>
        judge(field, (item) => item.class === 'clinical', {
          clean: 'No clinical field is in the feed',
          found: 'Clinical fields in the feed',
        }),
    }),
    requirement({
      id: 'data-sync.no-identifiers',
      title: 'The sync hands over no birth date, record number or insurance',
      why: 'Outreach reaches a patient without them; a leak with them is worse.',
      fix: 'Take the fields out of the feed.',
      owner: 'vendor',
      cites: [cfr('164.502(b)'), cfr('164.514(d)(3)-(4)'), cfr('164.514(b)(2)')],
      axis: 'law',
      weight: 5,
      provableBy: ['field'],
      needs: ['field'],
      judge: ({ field }) =>
        judge(field, (item) => item.class === 'identifier' || item.class === 'financial_or_ref', {
          clean: 'No identifier, payer or amount is in the feed',
          found: 'Identifiers or money in the feed',
        }),
    }),
    requirement({
      id: 'data-sync.five-fields',
      title: 'The sync carries the five fields and nothing unexplained',
      why: 'What is not needed is not sent; a name that tells nothing may hold anything.',
      fix: 'Drop the field, or write down why it is needed and what it holds.',
      owner: 'office-manager',
      cites,
      axis: 'practice-bar',
      weight: 3,
      provableBy: ['field'],
      needs: ['field'],
      judge: ({ field }) =>
        judge(field, () => true, { clean: 'Only the five fields are in the feed', found: 'Beyond the five fields' }),
    }),
  ],
}
