import { authority, cfr, practiceBar } from '../cite.ts'
import { type Requirement, requirement } from '../requirement.ts'
import { findingsOf, judgeTemplates } from './judge-templates.ts'
import { partTwo } from './rules.ts'

const faq198 = authority('HHS FAQ 198 (answering machines)', { status: 'guidance' })

export const contentRules: ReadonlyArray<Requirement> = [
  requirement({
    id: 'messaging.clinical-detail',
    ref: 'MN3',
    title: 'No message names a clinical detail',
    why: 'A message is read on lock screens and by others; a procedure name tells why the patient came.',
    fix: 'Say "your recent visit" in place of the words shown; each template carries a safe text.',
    owner: 'office-manager',
    cites: [practiceBar('no clinical detail in a message'), cfr('164.530(c)'), faq198],
    axis: 'practice-bar',
    weight: 8,
    critical: true,
    provableBy: ['template'],
    needs: ['template'],
    judge: ({ template }) =>
      judgeTemplates(template, {
        rules: [
          'literal-clinical',
          'specialty-on-visit',
          'sensitive',
          'soft-clinical',
          'dental-vision-word',
          'voicemail-reason',
          'language-not-covered',
        ],
        clean: 'No clinical word was found in any template',
        found: 'a clinical word, or a text that could not be cleared',
      }),
  }),
  requirement({
    id: 'messaging.merge-fields',
    ref: 'MN1',
    title: 'Merge fields hold only name, contact, visit date and provider',
    why: 'A field such as {{appointment_type}} puts the procedure into the message without a clinical word in the template.',
    fix: 'Remove the field or write "your visit"; map fields whose name says nothing.',
    owner: 'vendor',
    cites: [practiceBar('only the five fields'), cfr('164.502(b)'), cfr('164.514(d)')],
    axis: 'practice-bar',
    weight: 8,
    critical: true,
    provableBy: ['template'],
    needs: ['template'],
    judge: ({ template }) =>
      judgeTemplates(template, {
        rules: ['clinical-field', 'identifier-field', 'unmapped-field', 'reference-field'],
        clean: 'Every merge field is on the closed list',
        found: 'a merge field outside the closed list',
      }),
  }),
  requirement({
    id: 'messaging.part-two-sender',
    ref: 'MN8',
    title: 'No sender name may identify a patient of a substance-use programme',
    why: 'The name of such a programme on a phone may identify its reader as a patient, also by reference.',
    fix: 'Send under a neutral trade name.',
    owner: 'office-manager',
    cites: partTwo.slice(0, 3).map((text) => authority(text, { confirmed: false })),
    axis: 'law',
    weight: 8,
    critical: true,
    provableBy: ['template'],
    needs: ['template'],
    judge: ({ template }) => {
      const judged = judgeTemplates(template, {
        rules: ['sensitive'],
        clean: 'No sender name or word of a substance-use programme was found',
        found: 'words that may identify the patient as a Part 2 patient',
      })
      const programme = (judged.observations ?? []).filter((item) =>
        template.some((one) =>
          item.pointers[0]?.evidence === one.id
            ? findingsOf(one).some(
                (finding) => item.key.endsWith(`:sensitive:${finding.start}`) && finding.cites[0] === partTwo[0],
              )
            : false,
        ),
      )
      if (judged.verdict !== 'fail') return judged
      if (programme.length > 0) {
        return { ...judged, pointers: programme.flatMap((item) => item.pointers), observations: programme }
      }
      return { verdict: 'pass', because: 'Sensitive words were found, none of a substance-use programme.' }
    },
  }),
  requirement({
    id: 'messaging.specialty-sender',
    title: 'The sender’s name shows no specialty',
    why: 'The sender must identify itself, and a name such as "Cancer Center" tells the reader’s condition.',
    fix: 'Send under a neutral trade name.',
    owner: 'office-manager',
    cites: [faq198, cfr('164.530(c)')],
    axis: 'judgement',
    weight: 2,
    ask: {
      text: 'Does the practice send under a name that shows its specialty?',
      kind: 'choice',
      choices: [
        { value: 'neutral', label: 'No, under a neutral name' },
        { value: 'specialty', label: 'Yes, and there is no neutral name' },
      ],
    },
    provableBy: ['template', 'answer'],
    needs: [],
    mayUse: ['template', 'answer'],
    judge: ({ template, answer }) => {
      const told = answer.at(-1)?.value
      if (told === 'specialty')
        return { verdict: 'fail', because: 'The practice says it has no neutral name to send under.' }
      if (template.length === 0) {
        return told === 'neutral'
          ? { verdict: 'pass', because: 'The practice says it sends under a neutral name.' }
          : { verdict: 'unknown', because: 'Not judged: no template and no answer is there.' }
      }
      return judgeTemplates(template, {
        rules: ['specialty-sender'],
        clean: 'No sender name shows a specialty',
        found: 'a sender name that shows a specialty',
      })
    },
  }),
  requirement({
    id: 'messaging.no-marketing',
    ref: 'MN6',
    title: 'No message upsells, rewards or offers',
    why: 'An offer makes outreach marketing, which needs an authorization; the practice bar allows none.',
    fix: 'Drop the sentences shown.',
    owner: 'office-manager',
    cites: [practiceBar('no upsell, incentive or third-party offer'), cfr('164.501'), cfr('164.508(a)(3)')],
    axis: 'practice-bar',
    weight: 5,
    provableBy: ['template'],
    needs: ['template'],
    judge: ({ template }) =>
      judgeTemplates(template, {
        rules: ['marketing'],
        clean: 'No offer, discount or reward was found',
        found: 'an offer, a reward or an upsell',
      }),
  }),
  requirement({
    id: 'messaging.review-gating',
    ref: 'MN9',
    title: 'Everyone is asked for a review in the same way',
    why: 'Sending only happy patients to the public site bends what others read.',
    fix: 'Give everyone the same link and their own words.',
    owner: 'office-manager',
    cites: [
      authority('FTC Act section 5, 15 USC 45'),
      authority('Terms of the review sites', { status: 'industry' }),
      authority('16 CFR Part 465 (suppression of reviews)', { confirmed: false }),
    ],
    axis: 'judgement',
    weight: 3,
    ask: {
      text: 'Do unhappy patients get a different link than happy ones?',
      kind: 'choice',
      choices: [
        { value: 'same', label: 'No, everyone gets the same link' },
        { value: 'different', label: 'Yes, by score or answer' },
      ],
    },
    provableBy: ['template', 'answer'],
    needs: [],
    mayUse: ['template', 'answer'],
    judge: ({ template, answer }) => {
      const told = answer.at(-1)?.value
      if (told === 'different')
        return { verdict: 'fail', because: 'Unhappy patients get a different link, by the answer given.' }
      if (template.length === 0) {
        return told === 'same'
          ? { verdict: 'pass', because: 'Everyone gets the same link, by the answer given.' }
          : { verdict: 'unknown', because: 'Not judged: no template and no answer is there.' }
      }
      return judgeTemplates(template, {
        rules: ['review-gating'],
        clean: 'No template parts happy from unhappy patients',
        found: 'happy and unhappy patients are led apart, or the review is written for them',
      })
    },
  }),
]
