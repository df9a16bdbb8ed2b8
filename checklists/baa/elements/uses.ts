import type { Agreement } from '../clauses/agreement.ts'
import type { ReadClause } from '../clauses/read.ts'
import { dealsInInformation } from '../lexicon/objects.ts'
import { absent, type Outcome, partial, present } from '../reading.ts'

export const useIt =
  /\b(?:work with|do with|see and use|look(?:s|ing)? (?:at|through|up)|view|read|use|uses|used|using|handle|handles|process|processes|access)\b/
const purpose =
  /\b(?:the (?:only|sole) (?:purpose|reason|end)s? for which|to (?!use\b|the extent)[a-z-]+|in order (?:to|that)|so that|so as to|for (?:the )?(?:purposes? of |performance of |that\b|this |those |these |when |where |while |its work|marketing|services?|routing|deliver|provid|[a-z]+ing\b)|as (?:is |may be |are )?(?:needed|necessary|required|reasonably|appropriate)|solely|only (?:to|for|as|in)|in (?:connection|performing|providing|the course)|on behalf of _ce|for _ce)/
const ownAffairs =
  /\b(?:management|manage) (?:and|or|&) administ|\blegal (?:duties|responsibilities|obligations)\b(?!.*services)/
export const otherOption = /\baggregat|\bde-?identif|\bstrip identifiers|\banonymi[sz]/
const anyPurpose =
  /\bany (?:other )?(?:lawful )?(?:purpose|reason|use)\b|\bas (?:it|_ba) (?:sees|thinks|deems|finds|considers) (?:fit|appropriate|useful|proper)|\bat its (?:sole )?discretion/
/** "…and not for any other purpose": the limit of a grant, not its width. */
export const closing =
  /,? ?(?:and |but |nor )?(?:not|never|nor|neither)(?: be used| used| use it| used it)? (?:for|to|in|put to) any (?:other|further|different)\b[^.;,]*/g
const onlyLaw =
  /\bas (?:the )?(?:hipaa|the hipaa rules|privacy rule|law|applicable law)[^,;]{0,30} (?:allow|permit|authori[sz]e)s?|\bas (?:otherwise )?(?:permitted|allowed) (?:by|under) (?:_agr|hipaa|the hipaa|law|the privacy)/
const concreteWork =
  /\b(?:services?|functions?|activit|work|engagement|assignment|tasks?|program|platform|obligations|agreement|contract|statement of work|order)\b/

/** The sentence that says what the vendor may do with the information. */
export function grantOfUse(a: Agreement): Array<ReadClause> {
  return a.operative.filter(({ holder, modality, text, words }, index) => {
    const lent = /\b_ce (?:lets|permits|allows|authori[sz]es|grants) _ba (?:the right )?(?:to )?/.test(text)
    if (lent) return useIt.test(text) && /_phi|information|data/.test(text)
    if (
      holder !== 'ba' ||
      !useIt.test(text) ||
      (ownAffairs.test(text) &&
        !/\bservices?\b|to perform|\bfor (?:those|these|that|this|the) (?:tasks?|work|purposes?|jobs?|end)\b/.test(
          text,
        ))
    )
      return false
    if (/\bmay not|shall not|will not|no (?:further )?use/.test(text.slice(0, 60))) return false
    // "Vendor may be asked how it uses PHI", "may use Clinic's parking lot": no dealing with the information is let.
    if (
      /\b(?:may|can) be (?!us|disclos|given|entrusted)[a-z]+|\b(?:whether|how) (?:it|_ba) use/.test(text) ||
      !dealsInInformation(text)
    )
      return false
    if (
      /\b(?:in)?feasible\b|\b(?:return|destruction)\b[^.;]{0,40}\b(?:impossible|prevent)|\bprevents? (?:its|their) return/.test(
        text,
      )
    )
      return false
    if (/\breasons? (?:that|which|why|it|mak\w+|for which)\b/.test(text)) return false
    // To a recipient, on its assurances: that is the vendor's own disclosure.
    if (/\bassur(?:es?|ances?)\b/.test(text) && !/\bservices\b/.test(text)) return false
    if (otherOption.test(text) && !/\bservices\b/.test(text)) return false
    const about = /_phi|\binformation|\bdata\b|\blists?\b|\bit\b|\brecords\b/.test(text)
    if (modality === 'may') {
      const goesOn = a.operative[index + 1]
      const ends = /\b(?:only|to|for)$/.test(words.text) && goesOn !== undefined
      return (
        about &&
        (purpose.test(text) ||
          onlyLaw.test(text) ||
          anyPurpose.test(text) ||
          ends ||
          /^_ba (?:may|is permitted to) use _phi$/.test(text) ||
          concreteWork.test(text))
      )
    }
    if (modality === 'duty' || modality === 'not')
      return (
        about &&
        /\b(?:solely|only|exclusively)\b/.test(text) &&
        /\buse (?:and|or|and\/or) disclos|\buse and |\bmay only use\b|\buse _phi (?:solely|only|exclusively) (?:to (?!the extent)|for |in order |so )|\b(?:solely|only|exclusively) use _phi (?:to (?!the extent)|for |in order |so )/.test(
          text,
        ) &&
        purpose.test(text) &&
        !/infeasible|feasible|terminat/.test(text)
      )
    return (
      modality === 'fact' &&
      about &&
      /(?:_ba|\bit) (?:only )?(?:uses?|process(?:es)?|handles?) (?:and|or) disclos|(?:_ba|\bit) (?:only )?(?:uses?|process(?:es)?|handles?) _phi/.test(
        text,
      ) &&
      purpose.test(text)
    )
  })
}

export function usesEstablished(a: Agreement): Outcome {
  const found = grantOfUse(a)
  const good = found.filter(
    ({ text }) =>
      !anyPurpose.test(text.replace(closing, '')) &&
      (!onlyLaw.test(text) ||
        (purpose.test(text.replace(onlyLaw, '')) && concreteWork.test(text)) ||
        /\bto (?!use|disclose)[a-z]+ /.test(text.replace(onlyLaw, ''))) &&
      !/\[[^\]]*\]$|as set (?:out|forth) in exhibit [a-z]: ?(?:none|\[)/.test(text),
  )
  if (good.length > 0)
    return present(
      'A sentence says what the vendor may do with the information.',
      withContinuation(a, good.slice(0, 2)),
    )
  if (found.length > 0) return partial('Uses are granted without naming a service or purpose.', found.slice(0, 2))
  return absent('No sentence states what the vendor may do with the information.')
}

function withContinuation(a: Agreement, clauses: ReadonlyArray<ReadClause>): Array<ReadClause> {
  return clauses.flatMap((clause) => {
    const next = a.operative[a.operative.indexOf(clause) + 1]
    return /\b(?:only|to|for|may use _phi)$/.test(clause.text) && next !== undefined ? [clause, next] : [clause]
  })
}
