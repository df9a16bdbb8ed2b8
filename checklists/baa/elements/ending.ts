import type { Agreement } from '../clauses/agreement.ts'
import type { ReadClause } from '../clauses/read.ts'
import { givesBack, wipes as wipesOut } from '../lexicon/acts.ts'
import { absent, contrary, type Outcome, partial, present } from '../reading.ts'
import { incorporated } from './by-reference.ts'

const givesPlainly =
  /\b(?:send|hand|give|deliver|ship|transfer|provide|forward)s? _ce (?:all |back )?(?:_phi|the|its|every|what|whatever|it)\b[^.;]{0,60}\b(?:or|and)\b|\bback to _ce\b|\breturn(?:s|ed|ing)?\b|\bgive(?:s)? (?:[a-z_]+ ){0,4}back|\bhand(?:s)? (?:back|over)|\bsend(?:s)? back|\bdeliver(?:s|ed)? (?:back )?(?:to _ce )?(?:all )?_phi|\bgoes back|\bsurrender(?:s|ed)?\b|\bships? back|\btransfer(?:s|red)?\b/
const wipesPlainly =
  /\b(?:destroy|destroys|destroyed|destruct\w*|delete|deletes|deleted|erase|erases|erased|purge|purges|shred|shreds|wipe|wipes|dispose|disposes)\b/
const gives = { test: (text: string) => givesPlainly.test(text) || givesBack.test(text) }
const wipes = { test: (text: string) => wipesPlainly.test(text) || wipesOut.test(text) }
const things =
  /_phi|\ball\b|\bit\b|\brecords?\b|\bdata\b|\binformation\b|\brecordings?\b|\bcopies\b|\bmessages?\b|\bthem\b|\bremain|\bsite\b|\baccounts?\b|\bback to _ce\b/
const atEnd =
  /\b(?:terminat\w*|expir\w*|end|ends|ended|ending|cancel\w*|ceas\w+|leav(?:e|es|ing)|clos(?:e|es|ed|ing|ure)|conclu\w*|completion|stops?|over|cessation|thereafter|wind|after that day|after the|last day|of that date|disposition|clearing out)\b/
const infeasible =
  /\b(?:in-?feasible|(?:not|never|cannot|neither)(?: \w+){0,3} feasibl[ey]|not practicable|impracticable|impossible|not possible|cannot (?:be )?(?:feasibly )?(?:be )?(?:returned|destroyed|return|destroy)|neither is|if it is not|unable to (?:return|destroy)|cannot do so|cannot be (?:done|carried out|met|followed|complied with|achieved)\b|can be neither|neither (?:can|of these|of them|course|step|option)\b|neither (?:be )?returned nor|(?:if|where) (?:it|_ba|they|that) cannot)\b/
const extend =
  /\bstretch(?:es)?\b[^.;]{0,40}\bprotections?|\bextend(?:s|ed)?\b|\b(?:go|goes) on (?:protecting|applying|treating|honou?ring|following|observing)|\bkeep(?:s)? (?:following|honou?ring|applying|observing)|\bshall be extended|\b(?:go|goes) on (?:giving|to protect|to apply)|\bcontinues? (?:giving|to give)\b[^.;]{0,40}\bprotections?|\bafford(?:s|ed)?\b[^.;]{0,40}\bprotections?|\b(?:keep|keeps|continue|continues) (?:to )?(?:\w+ )?(?:protect\w*|appl\w+|afford\w*|safeguard\w*|treat\w*|cover\w*|honou?r\w*|guard\w*)|\bprotections?\b[^.;]{0,80}\b(?:continue|apply|remain|extend|survive|follow|go(?:es)? on|last|endure|persist|carry on|hold|stay)|\bcontinues? to (?:apply|cover|bind|protect|govern)|\bremain(?:s)? (?:bound|subject|protected|under)|\bstays? (?:protected|subject|under|bound|covered|within)|\b(?:terms|obligations|provisions|duties|promises|restrictions|_agr|agreement)\b[^.;]{0,60}\b(?:survives?|continues?|appl(?:y|ies)|remains?|extends?|carr(?:y|ies) on|goes? on|stays?|lives? on|follows?)\b|\bmaintain(?:s)? (?:the|these|all) protections|\bkeep(?:s)? (?:it |that _phi |_phi )?(?:protected|under)|\bhold(?:s)? [^.;]{0,40}under _agr|\bapply _agr to/
const goesOnProtecting =
  /\b(?:extend|carry|carries|bring|take over|stretch|continue|keep|kept|go(?:es)? on|carry on|carries on|maintain|preserve|apply|treat|hold|held|honou?r|afford|leave|remain|stay|guard|safeguard)\w*\b[^.;]{0,80}\b(?:protect\w*|safeguard\w*|_agr|terms|restrictions|confidential\w*|secure|guard\w*)\b/
const fetches =
  /\b_ce (?:may|can|is able to) [^.;]{0,60}\b(?:export|download|retrieve|fetch|collect|take (?:out|away|back))\b/
const limits =
  /\b(?:use|disclos)\w*\b[^.;]{0,30}\bno (?:further|more|wider|longer) than\b|\brefrain\w* from [^.;]{0,40}(?:use|disclos)\w*[^.;]{0,60}\b(?:other than|except|save|beyond)|\buses? (?:is )?(?:limited|confined|restricted) to\b|\bto no (?:other )?(?:end|purpose|use) (?:but|except|other|save|than)|\bfor no (?:other )?purpose (?:but|except|other|save|than)|\b(?:uses?|disclos\w*)\b[^.;]{0,40}\b(?:shall|will|must|is|are|be) (?:be )?(?:limited|confined|restricted)|\bfor nothing (?:except|but|other than)|\b(?:use|disclos\w*)\b[^.;]{0,40}\b(?:shall|will|must|is|be) (?:be )?(?:limited|confined|restricted)|\b(?:limit|limits|restrict|restricts|confine|confines)\b[^.;]{0,80}\b(?:uses?|disclos\w*|purposes?)|\b(?:no|not|neither)\b[^.;]{0,60}\b(?:use|disclos\w*)\b[^.;]{0,80}\b(?:except|beyond|other than|unless|save|purposes?|reasons?)|\b(?:use|used|disclose|disclosed)\b[^.;]{0,40}\b(?:only|solely|exclusively|purely)\b|\b(?:uses?|disclos\w*)\b[^.;]{0,60}\b(?:limited|confined|restricted)\b|\bonly (?:use|used|be used)|\bonly for\b[^.;]{0,40}\b(?:purposes?|reasons?)/
const whyKept =
  /\binfeasibility\b|\b(?:stand in the way|render(?:s|ed)?|hinders?|hindering|preclude|rule out)\b|\breasons? [^.;]{0,40}cannot\b|\b(?:purposes?|reasons?|what(?:ever)?|cause|extent)\b[^.;]{0,60}\b(?:mak(?:e|es|ing)|made|prevent\w*|infeasible|not feasible|impossible|require\w* (?:its|their|the) retention|impracticable)|\bmake(?:s)? (?:its|their|that|return|the return|removal)[^.;]{0,40}(?:infeasible|not feasible|impossible)|\bnecessitat|\b(?:purposes?|reasons?|cause|obstacle|thing|what(?:ever)?)s?\b[^.;]{0,60}\b(?:keeps?|stops?|stopped|bars?|blocks?|could not|cannot|forces?|compels?|stood in|causing|for keeping|of keeping|of retention|prevents?)\b/
const kept =
  /\bno (?:copies|copy)\b|\bwithout (?:retaining|keeping) (?:any )?cop|\b(?:not|never) (?:retain|keep|hold back|withhold) (?:any )?cop|\b(?:retain|keep|retains|keeps|retaining|keeping|hold) (?:no (?:copies|copy)|none)\b|\bno cop(?:ies|y) (?:shall|will|may|is|are)|\bnor keep|\bnot hold back copies/
const money =
  /\b(?:once|until|after|following|upon|on|when|if|subject to|conditioned (?:up)?on|provided|unless|against)\b[^.;]{0,50}\b(?:invoices?|fees?|charges?|amounts?|payments?|balances?|sums?|paid|pays|settle\w*|outstanding)\b/
const holdBack = /\bmay (?:retain|keep|hold|withhold|continue to (?:hold|keep|retain))\b/
const goesOnUsing =
  /\bas long as (?:it|_ba) (?:considers|likes|wishes|thinks|finds)\b|\b(?:indefinitely|perpetual\w*|in perpetuity|go(?:es)? on using|continue to use|continue using|keep using|for as long as it (?:wishes|likes)|for its own|any purpose|forever|for good)\b/
/** "…and we may look at them until they do": copies that stay are worked with. */
const worksWithCopies =
  /\b_ba (?:may|can) (?:also |still |then )?(?:look (?:at|into|through)|use|consult|access|work (?:with|on|from)|draw on|mine|study|read|test (?:on|with)) (?:them|it|these|those|(?:the |any |such |its )?(?:back-?ups?|archives?|copies|copy|snapshots?|tapes?))\b/
const carve =
  /\b(?:backups?|archiv\w*|tapes?)\b[^.;]{0,40}\b(?:is|are) (?:kept|retained|held)\b|\bexcept (?:for |that |as to )?(?:_phi|records|those|copies|backups?|archiv\w*|logs?|data|what|any)\b|\bexclud(?:es|ing) (?:backups?|archiv\w*)|\b(?:backups?|archiv\w*)\b[^.;]{0,40}\b(?:roll off|age out|expire|are kept|remain|are retained|are overwritten|after a year|normal cycle|until)|\bother than (?:backups?|archiv\w*|copies)|\bmay (?:retain|keep) (?:\w+ ){0,3}(?:archiv\w*|backup|copy|copies|_phi)/
const notEnd =
  /\breturn(?:s|ed)? (?:delivery|calls?|receipts|a call|to the dictating)|\bmessage content is erased|\bif (?:this agreement|_agr) is not returned/

const impossibility =
  /\b(?:if|where|when|should|to the extent|as long as|in case|so far as)\b[^,;]{0,120}\b(?:in-?feasibl[ey]|not(?: \w+)? feasibl[ey]|impracticable|impossible|not possible|cannot|can't|neither)\b[^,;]*|\b(?:purposes?|reasons?|whatever|obstacles?) (?:that|which|for which|why|it|they|making|preventing)\b[^.;]{0,60}\b(?:return\w*|destr\w+|dispos\w+|delet\w+)\b[^.;]*|\b(?:mak\w+|made|prevent\w*|render\w*) (?:its |their |the |such )?(?:return|destruction|disposal|deletion)[^.;]*/g
/** The return itself is the duty, not what is done while it is impossible. */
function actsNow(text: string): boolean {
  const rest = text.replace(impossibility, ' ')
  return gives.test(rest) || wipes.test(rest)
}

/** Sentences about what happens to the information when the agreement ends. */
function endings(a: Agreement): Array<ReadClause> {
  return a.operative.filter((clause, index) => {
    const { text, whole, topic, holder } = clause
    if (
      (!gives.test(text) && !wipes.test(text)) ||
      !things.test(text) ||
      notEnd.test(text) ||
      holder === 'sub' ||
      holder === 'sec'
    )
      return false
    if (/164\.52[468]/.test(text)) return false
    if (/\btest file|wrong(?:ly)?|misdirected|unintended recipient|misaddressed/.test(text)) return false
    if (holder === 'ce' && clause.modality !== 'not') return false
    const near = [a.operative[index - 1], a.operative[index - 2]].some(
      (other) => other !== undefined && other.unit === clause.unit && atEnd.test(other.text),
    )
    return (
      atEnd.test(text.replace(/\bend[- ]to[- ]end/g, '')) ||
      atEnd.test(whole) ||
      atEnd.test(topic) ||
      near ||
      /return or destr|destroy or return|return or destruction|back to _ce or destroyed/.test(whole)
    )
  })
}

export function returnClauses(a: Agreement): ReadonlyArray<ReadClause> {
  return endings(a)
}

export function returnedOrDestroyed(a: Agreement): Outcome {
  const found = endings(a)
  const keeps = a.operative.filter(
    ({ text, holder, modality }) =>
      holder === 'ba' &&
      modality === 'may' &&
      holdBack.test(text) &&
      /_phi|\bcop(?:y|ies)\b|\bdata\b|\binformation\b/.test(text) &&
      !/de-?identif|anonymi|as (?:required|the law)|required by law|infeasible|feasible/.test(text),
  )
  const hoards = a.operative.filter(
    ({ text, holder, modality }) =>
      holder === 'ba' &&
      modality === 'duty' &&
      /\b(?:shall|will|must) (?:also )?(?:hold|keep|retain|store) (?:all |a copy of |copies of )?_phi\b/.test(text) &&
      /\bas long as (?:it|_ba)|\bindefinitely|\bforever|\bpermanent/.test(text) &&
      !infeasible.test(text),
  )
  const copiesUsed = a.operative.filter(
    ({ text, whole, holder, modality, unit }, index) =>
      holder === 'ba' &&
      modality === 'may' &&
      worksWithCopies.test(text) &&
      /\b(?:back-?ups?|archives?|snapshots?|copies|tapes?)\b/.test(whole) &&
      !infeasible.test(whole) &&
      a.operative.slice(Math.max(0, index - 3), index).some((other) => other.unit === unit && wipes.test(other.text)),
  )
  const uses = [...hoards, ...keeps].filter(
    (clause) => goesOnUsing.test(clause.text) || goesOnUsing.test(clause.whole) || found.length === 0,
  )
  const bound = found.filter(
    ({ modality, holder, text }) =>
      (modality === 'duty' && actsNow(text)) ||
      (modality === 'fact' && (holder === 'ba' || holder === 'thing')) ||
      (modality === 'not' && /\b(?:without|no cop)/.test(text)),
  )
  const conditional = bound.filter(({ text }) => money.test(text) && (gives.test(text) || wipes.test(text)))
  uses.push(...copiesUsed)
  if (uses.length > 0 || conditional.length > 0) {
    const because =
      conditional.length > 0 ? 'Return is held back for payment' : 'A copy may be kept and used after the end'
    return contrary(`${because}.`, [...new Set([...conditional, ...uses])].slice(0, 3))
  }
  const keepsOn = a.operative.filter(
    ({ text, whole, holder, modality, topic }) =>
      holder === 'ba' &&
      modality === 'fact' &&
      /\b_ba (?:also |then )?(?:keeps?|retains?|holds?)\b[^.;]{0,60}\b(?:cop(?:y|ies)|_phi|history|data|records|answers|archives?|messages|recordings|results)\b/.test(
        text,
      ) &&
      (goesOnUsing.test(text) ||
        /\b(?:may|can) (?:go on (?:to )?|continue to )?us(?:e|ing) (?:them|it|these|those)\b/.test(whole)) &&
      (atEnd.test(topic) || atEnd.test(text) || /\bleav(?:e|ing)\b/.test(topic)) &&
      !infeasible.test(text),
  )
  if (keepsOn.length > 0) return contrary('A copy is kept and used after the end.', keepsOn.slice(0, 1))
  const refused = a.operative.filter(
    ({ text, modality, holder }) =>
      holder !== 'ce' && modality === 'refuse' && (/\breturn\b/.test(text) || wipes.test(text)),
  )
  if (refused.length > 0 && bound.length === 0)
    return contrary('The vendor refuses to return or destroy the information.', refused.slice(0, 1))
  if (bound.length === 0) {
    const tried = found.filter(({ modality, text, holder }) => modality === 'aim' && holder !== 'ce' && actsNow(text))
    if (tried.length > 0) return partial('Return or destruction is an effort, not a duty.', tried.slice(0, 1))
    const reference = incorporated(a, ['164.504(e)(2)(ii)(J)'])
    if (reference !== null)
      return { ...partial('Taken in by reference to the regulation only.', reference), byReference: true }
    return absent('Nothing says what becomes of the information at the end.')
  }
  const firstAt = Math.min(...bound.map(({ span }) => span.start))
  const around = a.operative.filter(
    ({ span, holder, text }) =>
      holder !== 'sub' &&
      Math.abs(span.start - firstAt) < 2500 &&
      span.start >= firstAt - 1200 &&
      !/^the recipient/.test(text),
  )
  const own = bound.some(({ whole }) => infeasible.test(whole))
  const tail = around.filter(
    ({ whole, text }) =>
      infeasible.test(whole) ||
      infeasible.test(text) ||
      /\b(?:remain(?:s|der|ing)?|retained|kept|what it holds|excepted)\b/.test(text) ||
      own,
  )
  const wider = around.filter((clause) => tail.some((other) => other.unit === clause.unit))
  const extending = wider.filter(
    ({ text }) =>
      (extend.test(text) || goesOnProtecting.test(text)) &&
      !/\bextend(?:s|ed)? (?:the (?:term|cure|period)|_agr for)/.test(text),
  )
  const limiting = wider.filter(
    ({ text, whole, modality }) =>
      limits.test(text) &&
      (modality !== 'may' || /\bonly\b/.test(text)) &&
      (whyKept.test(text) || infeasible.test(text) || infeasible.test(whole)),
  )
  const words = bound.map(({ text }) => text).join(' ') + bound.map(({ whole }) => whole).join(' ')
  const limbs = {
    // Who may fetch it before it is deleted gets it back.
    return: gives.test(words) || around.some(({ text }) => fetches.test(text)),
    destroy: wipes.test(words),
    infeasibleExtend: extending.length > 0,
    infeasibleLimit: limiting.length > 0,
  }
  const carved = bound
    .filter(({ text }) => carve.test(text))
    .concat(
      around.filter(
        ({ text, holder, modality, unit }) =>
          carve.test(text) &&
          bound.some(
            (other) =>
              other.unit === unit ||
              Math.abs(a.operative.indexOf(other) - a.operative.findIndex((clause) => clause.text === text)) <= 3,
          ) &&
          /\b(?:return|destr|delet|backup|retain|keep|except)/.test(text) &&
          holder !== 'ce' &&
          modality !== 'not' &&
          !/\bextend|protections/.test(text),
      ),
    )
  const clauses = [...new Set([...bound.slice(0, 2), ...extending.slice(0, 1), ...limiting.slice(0, 1)])]
  const missing = [
    ...(limbs.return ? [] : ['return']),
    ...(limbs.destroy ? [] : ['destruction']),
    ...(limbs.infeasibleExtend ? [] : ['protections extended where return is infeasible']),
    ...(limbs.infeasibleLimit ? [] : ['use limited to what makes return infeasible']),
  ]
  if (carved.length > 0 && !(missing.length === 0 && carved.every(({ text }) => infeasible.test(text)))) {
    return partial(
      'Return or destruction has exceptions of the vendor\u2019s own.',
      [...new Set([...clauses, carved[0]!])],
      limbs,
    )
  }
  if (missing.length > 0) return partial(`Missing: ${missing.join('; ')}.`, clauses, limbs)
  return present('Return or destruction, and both limbs where it is infeasible.', clauses, limbs)
}

export function retainsNoCopies(a: Agreement): boolean {
  return endings(a).some(({ whole }) => kept.test(whole)) || a.operative.some(({ text }) => kept.test(text))
}

export function endingClause(r16: Outcome, r17: Outcome): Outcome {
  const clauses = [...r16.clauses, ...r17.clauses]
  if (r16.reading === 'contrary' || r17.reading === 'contrary')
    return contrary('Termination or return is turned against the covered entity.', clauses)
  if (r16.reading === 'present' && r17.reading === 'present')
    return present('Termination for a violation, and return or destruction, are both there.', clauses)
  if (r16.reading === 'absent' && r17.reading === 'absent')
    return absent('Neither a right to terminate nor a duty to return or destroy was found.')
  if (r16.reading === 'undetermined' && r17.reading === 'undetermined')
    return { reading: 'undetermined', because: r16.because, clauses }
  const short = [
    ...(r16.reading === 'present' ? [] : ['return or destruction']),
    ...(r17.reading === 'present' ? [] : ['termination for a violation']),
  ]
  return {
    ...partial(`Not complete: ${short.join(' and ')}.`, clauses),
    byReference: r16.byReference === true && r17.byReference === true,
  }
}
