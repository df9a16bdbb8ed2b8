import { authority, cfr, practiceBar } from '../cite.ts'
import { type EvidenceOf, type Judgement, type Requirement, requirement } from '../requirement.ts'
import { hostOf } from './email-rules.ts'
import { findingsOf, judgeTemplates } from './judge-templates.ts'

type Template = EvidenceOf<'template'>
type Registry = EvidenceOf<'registry'>

const isText = ({ channel }: Template) => channel === 'sms' || channel === 'whatsapp'
const namesSender = ({ channel }: Template) =>
  isText({ channel } as Template) || channel === 'voicemail' || channel === 'call_script'

/** A single gap is partial; where no template at all meets the rule the practice does not do it. */
function failsIfNone(judged: Judgement, templates: ReadonlyArray<Template>): Judgement {
  const failed = new Set((judged.observations ?? []).map((item) => item.pointers[0]?.evidence))
  return judged.verdict === 'partial' && templates.length >= 3 && failed.size === templates.length
    ? { ...judged, verdict: 'fail', because: `None of the ${templates.length} templates has it.` }
    : judged
}

function inForce(entry: Registry, at: Date): boolean {
  const today = at.toISOString().slice(0, 10)
  const { agreement } = entry
  if (agreement === null || agreement.signed !== 'both') return false
  return (agreement.inForceFrom ?? today) <= today && (agreement.inForceTo ?? today) >= today
}

/** An open-tracking image is fine where its host is under an agreement in force. */
function judgePixels(templates: ReadonlyArray<Template>, registry: ReadonlyArray<Registry>, at: Date): Judgement {
  const judged = judgeTemplates(templates, {
    rules: ['third-party-tracking', 'own-pixel'],
    clean: 'No third-party image, script or identifying link was found',
    found: 'an image, script or link that tells a third party about the reader',
  })
  if (judged.observations === undefined) return judged
  const covered = (observation: NonNullable<Judgement['observations']>[number]) => {
    const url = /(?:src\s*=\s*["']?)([^"'\s>]+)/i.exec(observation.pointers[0]?.quote ?? '')?.[1] ?? ''
    const host = hostOf(url)
    return (
      observation.key.includes(':own-pixel:') &&
      registry.some(
        (entry) => inForce(entry, at) && entry.hosts.some((name) => host === name || host.endsWith(`.${name}`)),
      )
    )
  }
  const open = judged.observations.map((item) =>
    covered(item) ? { ...item, verdict: 'pass' as const, because: 'Its host is under an agreement in force.' } : item,
  )
  const worst = open.some((item) => item.verdict === 'fail')
    ? 'fail'
    : open.some((item) => item.verdict === 'partial')
      ? 'partial'
      : 'pass'
  if (judged.verdict === 'unknown' && worst !== 'fail') return { ...judged, observations: open }
  return worst === 'pass'
    ? {
        verdict: 'pass',
        because: 'Every open-tracking image belongs to a host under an agreement in force.',
        observations: open,
        pointers: judged.pointers ?? [],
      }
    : { ...judged, verdict: worst, observations: open }
}

/** What the texts do against what the agreement on file lets the vendor do. */
function judgePurpose(templates: ReadonlyArray<Template>, registry: ReadonlyArray<Registry>): Judgement {
  const own = registry.filter(({ isSubject }) => isSubject)
  const subject = (own.length > 0 ? own : registry).filter((entry) => entry.agreement !== null)
  const scope = subject
    .map((entry) => entry.agreement!.verdicts['baa.permitted-uses'] ?? entry.agreement!.verdicts.S1)
    .find((verdict) => verdict !== undefined)
  if (scope === undefined)
    return { verdict: 'unknown', because: 'Not judged: no agreement on file says what the vendor may do.' }
  const kept = templates.filter((template) => template.text !== null && template.sentAt === undefined)
  if (kept.length === 0) return { verdict: 'unknown', because: 'Not judged: no template text was kept.' }
  const beyond = kept.flatMap((template) =>
    findingsOf(template)
      .filter(
        (finding) =>
          finding.rule === 'marketing' || finding.rule === 'clinical-field' || finding.rule === 'literal-clinical',
      )
      .map((finding) => ({ template, finding })),
  )
  const pointers = beyond.slice(0, 20).map(({ template, finding }) => ({
    evidence: template.id,
    quote: finding.text,
    place: { start: finding.start, end: finding.end },
  }))
  const offers = beyond.filter(({ finding }) => finding.rule === 'marketing').length
  if (offers > 0)
    return {
      verdict: 'fail',
      because: `${offers} passages sell or reward, which the agreement’s review outreach does not cover.`,
      pointers,
    }
  if (scope === 'fail')
    return {
      verdict: 'fail',
      because: 'The agreement on file does not state review outreach as a use, yet messages are sent under it.',
      pointers: kept.slice(0, 5).map((template) => ({ evidence: template.id, quote: template.name, place: {} })),
    }
  if (beyond.length > 0)
    return {
      verdict: 'partial',
      because: `${beyond.length} passages use clinical data, more than review outreach needs.`,
      pointers,
    }
  if (scope !== 'pass')
    return {
      verdict: 'partial',
      because: 'The agreement describes review outreach only loosely; the texts themselves keep to it.',
      pointers: [],
    }
  return {
    verdict: 'pass',
    because: `All ${kept.length} templates keep to the review outreach the agreement names.`,
    pointers: kept.slice(0, 5).map((template) => ({ evidence: template.id, quote: template.name, place: {} })),
  }
}

/** Approved by a person before use; a sent body that matches no approved version is a finding. */
function judgeApproval(all: ReadonlyArray<Template>): Judgement {
  const sent = all.filter((template) => template.sentAt !== undefined)
  const drafts = all.filter((template) => template.sentAt === undefined)
  const approved = new Set(
    drafts.filter((template) => template.approved !== null).map((template) => template.bodySha256),
  )
  const point = (template: Template) => ({ evidence: template.id, quote: template.name, place: {} })
  const stray = sent.filter((template) => !approved.has(template.bodySha256))
  if (stray.length > 0)
    return {
      verdict: 'fail',
      because: `${stray.length} of ${sent.length} sent messages match no approved version.`,
      pointers: stray.slice(0, 20).map(point),
    }
  const open = drafts.filter((template) => template.approved === null)
  if (open.length === 0)
    return {
      verdict: 'pass',
      because: `All ${drafts.length} templates were approved by a named person.`,
      pointers: drafts.slice(0, 20).map(point),
    }
  return {
    verdict: open.length === drafts.length ? 'fail' : 'partial',
    because: `${open.length} of ${drafts.length} templates were not approved by a person.`,
    pointers: open.slice(0, 20).map(point),
  }
}

export const deliveryRules: ReadonlyArray<Requirement> = [
  requirement({
    id: 'messaging.opt-out-wording',
    ref: 'CT1',
    title: 'Every text message says how to stop',
    why: 'A patient who does not know how to stop complains to the carrier instead.',
    fix: 'Add "Reply STOP to opt out."',
    owner: 'office-manager',
    cites: [
      practiceBar('opt-out wording in every text message'),
      authority('CTIA Messaging Principles 5.1.3', { status: 'industry' }),
      authority('47 CFR 64.1200(a)(10)'),
    ],
    axis: 'practice-bar',
    weight: 5,
    provableBy: ['template'],
    needs: ['template'],
    judge: ({ template }) =>
      failsIfNone(
        judgeTemplates(template, {
          rules: ['no-opt-out'],
          applies: isText,
          clean: 'Every text message says how to stop',
          found: 'no opt-out wording',
        }),
        template.filter(isText),
      ),
  }),
  requirement({
    id: 'messaging.sender-named',
    title: 'Every message says who sends it',
    why: 'A reader who does not know the sender takes the message for fraud.',
    fix: 'Begin with the name of the practice; a voicemail also leaves the call-back number.',
    owner: 'office-manager',
    cites: [
      practiceBar('the sender is named in every message'),
      authority('CTIA Messaging Principles 5.1.3', { status: 'industry' }),
      authority('47 CFR 64.1200(b)'),
      authority('HHS FAQ 198 (answering machines)', { status: 'guidance' }),
    ],
    axis: 'practice-bar',
    weight: 3,
    provableBy: ['template'],
    needs: ['template'],
    judge: ({ template }) =>
      failsIfNone(
        judgeTemplates(template, {
          rules: ['no-sender', 'no-callback'],
          applies: namesSender,
          clean: 'Every message names its sender',
          found: 'no sender or no call-back number',
        }),
        template.filter(namesSender),
      ),
  }),
  requirement({
    id: 'messaging.email-footer',
    ref: 'CS1',
    title: 'Outreach e-mails carry an unsubscribe link and a postal address',
    why: 'Commercial mail needs both; that a review request is commercial is our reading.',
    fix: 'Put both into the footer of every outreach e-mail.',
    owner: 'office-manager',
    cites: [authority('15 USC 7704(a)(3), (5)'), authority('16 CFR 316')],
    axis: 'judgement',
    weight: 3,
    provableBy: ['template'],
    needs: ['template'],
    judge: ({ template }) => {
      const emails = template.filter(({ channel }) => channel === 'email')
      return failsIfNone(
        judgeTemplates(template, {
          rules: ['no-unsubscribe', 'no-postal'],
          applies: ({ channel }) => channel === 'email',
          clean: 'Every outreach e-mail has both',
          found: 'an unsubscribe link or a postal address is missing',
        }),
        emails,
      )
    },
  }),
  requirement({
    id: 'messaging.no-third-party-tracking',
    title: 'Opening a message tells no third party',
    why: 'An image or a link parameter hands a patient to an ad or analytics firm.',
    fix: 'Remove the image, script or parameter; file the agreement with the mail provider.',
    owner: 'vendor',
    cites: [
      practiceBar('patient lists never reach analytics or ad firms'),
      cfr('164.502(a)'),
      cfr('164.502(e)'),
      cfr('164.504(e)'),
    ],
    axis: 'practice-bar',
    weight: 8,
    critical: true,
    provableBy: ['template'],
    needs: ['template'],
    mayUse: ['registry'],
    judge: ({ template, registry }, at) => judgePixels(template, registry, at),
  }),
  requirement({
    id: 'messaging.scripts-approved',
    title: 'A person approved every script before use',
    why: 'Pre-reviewed scripts are how clinical detail stays out; an edited text slips past.',
    fix: 'Have each version approved by name and date, and send only approved versions.',
    owner: 'office-manager',
    cites: [practiceBar('scripts pre-reviewed to never mention clinical context')],
    axis: 'practice-bar',
    weight: 5,
    provableBy: ['template'],
    needs: ['template'],
    judge: ({ template }) => judgeApproval(template),
  }),
  requirement({
    id: 'messaging.purpose',
    title: 'Messages keep to the purpose the agreement names',
    why: 'The agreement binds the vendor to the use described; upselling is another use.',
    fix: 'Drop what goes beyond review outreach, or describe the use in the agreement.',
    owner: 'vendor',
    cites: [cfr('164.504(e)(2)(i)'), cfr('164.502(a)(3)'), practiceBar('data is used for the contracted purpose only')],
    axis: 'law',
    weight: 5,
    provableBy: ['template', 'registry'],
    needs: ['template', 'registry'],
    judge: ({ template, registry }) => judgePurpose(template, registry),
  }),
]
