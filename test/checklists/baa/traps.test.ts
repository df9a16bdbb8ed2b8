import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packageRoot } from '#scanners/package-root.ts'

/** Every trap of the design's tables; those that only a PDF or a Word file can hold stand last, as files made and read. */
const traps = `
hhs-only-records ce-purpose-words on-ce-behalf ce-audit-without-secretary documents-only-audit audit-waived wrong-party-duty
roles-renamed roles-we-you names-not-roles roles-swapped passive-holder third-actor other-side-number typos
lead-in negative-lead-in heading-without-body definition-only contract-amendment reserved clause-in-wrong-place tables tab-tables
descriptive-safeguards signature-in-table cover-page-number cover-page-option drafting-note attorney-checklist non-operative-text
struck-text placeholder moved-into-recital bilingual headings-as-questions exhibits all-caps summary-card request-to-sign web-page
amendment-only agreement-to-agree file-named-baa page-headers fax-headers stamp line-wrap-hyphenation smart-quotes run-on ocr-noise
number-by-reference number-in-definition no-number variable-number number-in-words superseded-number over-60-days 61-to-89-days
business-days-over-60 floor-not-deadline awareness-trigger determination-trigger notice-trigger trigger-unstated tiers
aspirational-number distractor-numbers year-end-rule words-and-digits-disagree number-misread material-breach-number
limit-undone permission-stretched own-purpose-aggregation extra-permission-source marketing-prohibited marketing-conditional
marketing-granted sale-permitted generic-marketing-services duty-disclaimed partial-flow-down limb-missing agreed-infeasible
retention-carve-outs retention-copies conditional-return convenience-termination-only incorporated-by-reference url-terms
promise-undone identities-refused double-negation weak-modal exception-by-cross-reference bad-cross-reference wrong-definition
ephi-only unilateral-amendment ce-indemnifies offshore-barred one-element-short clean
pdf-white pdf-tiny pdf-invisible pdf-transparent pdf-covered pdf-clipped pdf-off-page pdf-layer-off pdf-redline pdf-rotated
pdf-two-columns pdf-headers-and-footers pdf-line-end-hyphens docx-hidden docx-white docx-tiny docx-deleted docx-moved-away
docx-pending docx-number-pending docx-redline-colours docx-table docx-unused-header docx-headers-and-footers docx-comments
docx-footnotes docx-footnote-without-reference
`
  .trim()
  .split(/\s+/)

test('every trap of the table has a case', () => {
  const root = join(packageRoot, 'test/cases')
  const cases = new Set(
    readdirSync(root)
      .filter((folder) => folder.startsWith('baa.'))
      .flatMap((folder) => readdirSync(join(root, folder)).map((file) => file.split('.')[0])),
  )
  expect(traps.filter((trap) => !cases.has(trap))).toEqual([])
})
