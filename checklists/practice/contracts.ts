import { answered } from '../answered.ts'
import { choose, yesPartlyNo } from '../ask.ts'
import { cfr, practiceBar } from '../cite.ts'
import { agreementInForce, beforeData, overVendors } from '../proof.ts'
import { requirement } from '../requirement.ts'

/** Practice lines about its vendors: agreements on file, in time, kept, and followed up. */
export const contractLines = [
  requirement({
    id: 'practice.vendor-agreements',
    ref: 'BC2',
    title: 'Every vendor that gets patient data has a signed agreement in force',
    why: 'Without it the practice may not hand over patient data.',
    fix: 'Get the missing agreements signed, or stop the data to that vendor.',
    cites: [cfr('164.502(e)(1)-(2)'), cfr('164.308(b)(1), (3)')],
    axis: 'law',
    weight: 8,
    critical: true,
    owner: 'office-manager',
    provableBy: ['registry'],
    needs: ['registry'],
    judge: ({ registry }, at) =>
      overVendors(registry, 'practice.vendor-agreements', (entry) => agreementInForce(entry, at)),
  }),
  requirement({
    id: 'practice.agreement-before-data',
    title: 'Each agreement was signed before any patient data flowed',
    why: 'An agreement signed later does not cover what went before.',
    fix: 'For each vendor note the date data first flowed, and ask counsel about any gap.',
    cites: [practiceBar('signed BAA before any patient data flows'), cfr('164.502(e)(2)')],
    axis: 'practice-bar',
    weight: 8,
    critical: true,
    owner: 'office-manager',
    provableBy: ['registry'],
    needs: ['registry'],
    judge: ({ registry }, at) =>
      overVendors(registry, 'practice.agreement-before-data', (entry) => beforeData(entry, at)),
  }),
  requirement({
    id: 'practice.breach-clock-in-agreements',
    title: 'Each vendor commits to a clear breach-notification time',
    why: 'The practice’s own clock may start when the vendor’s does.',
    fix: 'Ask each vendor for a number of hours or days; 72 hours is a good one.',
    cites: [practiceBar('a clear breach-notification commitment'), cfr('164.410(b)')],
    axis: 'practice-bar',
    weight: 5,
    owner: 'vendor',
    provableBy: ['registry'],
    needs: ['registry'],
    judge: ({ registry }) =>
      overVendors(registry, 'practice.breach-clock-in-agreements', ({ vendor, agreement }) => {
        const verdict = agreement?.verdicts['baa.breach-clock'] ?? 'unknown'
        const words: Record<string, string> = {
          pass: 'names a time within 60 calendar days',
          partial: 'names no fixed time',
          fail: 'names no time, or one beyond 60 calendar days',
        }
        return { verdict, because: `${vendor}: the agreement ${words[verdict] ?? 'could not be read for this'}.` }
      }),
  }),
  answered({
    id: 'practice.vendor-inventory',
    title: 'There is one list of all vendors that get patient data',
    why: 'A vendor nobody listed is a vendor nobody checked.',
    fix: 'Go through the bills of one year and list each vendor that gets patient data.',
    cites: [cfr('164.308(b)(1)')],
    axis: 'law',
    weight: 3,
    owner: 'office-manager',
    asked: yesPartlyNo('Do you keep one list of all vendors that get patient data?', {
      yes: 'The practice says it keeps one full list.',
      partly: 'The practice keeps a list with gaps.',
      no: 'The practice keeps no such list.',
    }),
  }),
  answered({
    id: 'practice.agreements-kept',
    ref: 'AU4',
    title: 'Agreements are kept for six years after they last had effect',
    why: 'You may have to show what was agreed years ago.',
    fix: 'Keep every version in one place, with its dates.',
    cites: [cfr('164.316(b)(2)(i)'), cfr('164.530(j)')],
    axis: 'law',
    weight: 2,
    owner: 'office-manager',
    asked: yesPartlyNo('Do you keep each agreement for six years after it ends?', {
      yes: 'The practice says it keeps them for six years.',
      partly: 'The practice keeps some of them that long.',
      no: 'The practice does not keep them that long.',
    }),
  }),
  answered({
    id: 'practice.known-breach-steps',
    ref: 'BC5',
    title: 'If a vendor breaks the agreement, the practice acts: cure or end',
    why: 'Knowing of a pattern and doing nothing is a failure of its own.',
    fix: 'Write down who decides, by when, and what proof of a cure you want.',
    cites: [cfr('164.504(e)(1)(ii)-(iii)')],
    axis: 'law',
    weight: 3,
    owner: 'office-manager',
    asked: yesPartlyNo('Is it settled what you do when a vendor breaks the agreement?', {
      yes: 'The practice says the steps are settled.',
      partly: 'The practice says the steps are known, not written.',
      no: 'The practice has no such steps.',
    }),
  }),
  answered({
    id: 'practice.no-list-sharing',
    title: 'Patient lists are used for the agreed purpose only, never sold or shared',
    why: 'Patients gave their number for care, not for ads.',
    fix: 'Stop every other use, and tell staff and vendors in writing.',
    cites: [cfr('164.502(a)(5)(ii)'), cfr('164.508(a)(3)-(4)')],
    axis: 'law',
    weight: 8,
    critical: true,
    owner: 'office-manager',
    asked: choose('Are patient lists used for anything but the agreed outreach?', [
      { value: 'no', label: 'No', verdict: 'pass', because: 'The practice says lists serve the agreed outreach only.' },
      {
        value: 'authorized',
        label: 'Only with each patient’s signed authorization',
        verdict: 'pass',
        because: 'The practice says other uses rest on signed authorizations.',
      },
      {
        value: 'yes',
        label: 'Yes, for other offers or partners',
        verdict: 'fail',
        conflicts: true,
        because: 'The practice says lists are used for other offers or partners.',
      },
    ]),
  }),
]
