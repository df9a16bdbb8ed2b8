/** A short agreement of our own with every element; `signatures` is what stands at its end. */
export const agreement = (vendor: string, signatures: string) => `BUSINESS ASSOCIATE AGREEMENT

This Business Associate Agreement ("Agreement") is entered into as of March 2, 2026 between Harbor Family Clinic
("Covered Entity") and ${vendor} ("Business Associate").

1. Permitted Uses. Business Associate may use and disclose Protected Health Information only to contact patients of
Covered Entity about their recent visit and to invite them to review it, as part of the health care operations of
Covered Entity. Business Associate shall not use or further disclose Protected Health Information other than as
permitted by this Agreement or as required by law.

2. Safeguards. Business Associate shall use appropriate administrative, physical and technical safeguards and comply
with Subpart C of 45 CFR Part 164 with respect to electronic Protected Health Information.

3. Subcontractors. Business Associate shall ensure that any subcontractor that creates, receives, maintains or transmits
Protected Health Information on its behalf agrees in writing to the same restrictions and conditions.

4. Breach. Business Associate shall report to Covered Entity any breach of unsecured Protected Health Information
without unreasonable delay and no later than ten (10) calendar days after discovery.

5. Termination. Covered Entity may terminate this Agreement if Business Associate has violated a material term. Upon
termination, Business Associate shall return or destroy all Protected Health Information.

6. Books. Business Associate shall make its internal practices, books and records available to the Secretary.

${signatures}
`

/** The end of an executed copy. */
export const bothSigned = `HARBOR FAMILY CLINIC
By: /s/ Ada Quill
Date: February 20, 2026

BRIGHTLINE REVIEWS LLC
By: /s/ Milo Vance
Date: February 24, 2026`
