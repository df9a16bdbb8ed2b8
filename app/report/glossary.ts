import type { Finding } from '#checklists/assess.ts'

type About = { agreement: boolean; site: boolean }

const terms: ReadonlyArray<readonly [term: string, meaning: string, mark: RegExp]> = [
  [
    'BAA',
    'Business associate agreement: the contract HIPAA asks for before a vendor gets patient data.',
    /\bBAA|agreement/i,
  ],
  ['Business associate', 'A vendor that handles patient data for a practice.', /business associate|vendor/i],
  ['PHI', 'Protected health information: health data that can be tied to a person.', /\bPHI\b|patient data/i],
  [
    'Practice bar',
    'Rules of good practice that go further than the law. They are always shown apart from it.',
    /practice bar/i,
  ],
  ['Subcontractor', 'A company that handles patient data for the vendor.', /subcontract|subprocess/i],
  ['Opt-out', 'A patient’s wish not to be contacted again, in any words.', /opt-out|\bstop\b/i],
  ['Pixel', 'A small piece of code that tells another company about a visit.', /pixel|tracker|tracking/i],
  ['Session recorder', 'A tool that films what a visitor does on a page.', /recorder/i],
  ['Coverage', 'The share of the points that could be judged at all.', /./],
  ['At worst', 'The score if everything that could not be judged had failed. The letter comes from it.', /./],
]

const maxTerms = 12

/** At most 12 terms, only those the findings use. */
export function glossaryFor(findings: ReadonlyArray<Finding>, about: About): Array<{ term: string; meaning: string }> {
  const text = findings
    .map(
      ({ title, because, why, axis }) => `${title} ${because} ${why} ${axis === 'practice-bar' ? 'practice bar' : ''}`,
    )
    .join(' ')
  return terms
    .filter(([term, , mark]) => mark.test(text) && (about.site || (term !== 'Pixel' && term !== 'Session recorder')))
    .slice(0, maxTerms)
    .map(([term, meaning]) => ({ term, meaning }))
}

/** What the report cannot know; a field of the data, so that no layout can leave it out. */
export function limitsFor(about: About): Array<string> {
  return [
    'This shows one moment. Pages, contracts and settings may have changed since.',
    ...(about.site
      ? [
          'Only the pages listed were read. Sharing between servers cannot be seen from a browser.',
          'Nothing found means not found on the pages read; it does not mean there is nothing.',
        ]
      : []),
    ...(about.agreement ? ['Agreements were read as text. Whether a signature is genuine was not checked.'] : []),
    'What a person told is marked as told; it was not checked.',
    'This is not legal advice, and it does not come from a government agency.',
  ]
}
