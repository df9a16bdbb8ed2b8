import type { Agreement } from '../clauses/agreement.ts'
import type { ReadClause } from '../clauses/read.ts'
import { ends } from '../lexicon/acts.ts'
import { dependsOnVendor } from '../lexicon/people.ts'
import { absent, contrary, type Outcome, partial, present } from '../reading.ts'
import { incorporated } from './by-reference.ts'

const endsPlainly =
  /\b(?:terminat\w*|cancel\w*|end|ends|close|walk away|rescind\w*|withdraw|dismiss|stop using|drop|discontinue|call off|calls? (?:_agr|it|this) off|br(?:ing|ought) (?:_agr|it|this|these)[^.;]{0,40} to an end)\b/
const endsIt = /\b(?:_agr|agreement|relationship|arrangement|contract|engagement|services?|it)\b/
/** "When it ends Customer may …": the end as a time, not as an act. */
const endAsTime =
  /\b(?:when|whenever|once|after|until|before|if|upon|at|as) (?:it|_agr|this|the [a-z]+|the end of [a-z_ ]{3,20}) (?:has |have )?(?:ends?|ended|stops?|stopped|closes?|ceases?|concludes?|terminates?|terminated|is over)\b/g
/** What an ending verb is done to: the words up to the first "if", "for", "on" or comma. */
const ending =
  /\b(?:terminat(?:e|es|ed|ing|ion of)|cancel(?:s|l?ed|l?ing)?|dismiss\w*|ends?|ending|discontinu\w+|remov\w+|withdraw\w*|revok\w+|suspend\w*|stop using|drop)\b((?: (?!(?:if|when|where|whenever|for|on|upon|because|should|unless|after|before|once|in|provided|at|as|immediately|by|without|until|with|within|following|forthwith|who|whose|that|which)\b)[a-z_'-]+){1,10})(?: who\b)?/g
const contract =
  /_agr|\b(?:agreements?|contracts?|relationships?|arrangement|engagement|orders?|purchase|subscription|plan|business|everything|these terms|it|this|them|both)\b|_ba(?= (?:and|or|under|in)\b|$)|_ba's (?:services?|engagement|appointment|work)\b(?! of)/
/** Somebody's work, place or log-in, or somebody: "the services of any coder", "a user who …". */
const somebody =
  /\b(?:services?|employment|access|accounts?|assignments?|engagement|log-?ins?|credentials|rights|privileges|work|placement|contracts?) (?:of|for|by|held by) (?!_ba\b(?!'s)|_agr)|\b(?:employees?|workers?|staff|persons?|people|personnel|individuals?|users?|_sub|[a-z]+(?:ers?|ors?|ists?|ians?|ants?))\b/
/** "…where Vendor terminates this Agreement", "and it ends": an end that is not the covered entity's doing. */
const endedByOther =
  /\b_ba (?:also |itself )?(?:terminates?|ends|cancels|discontinues|rescinds|withdraws|closes)\b|\band (?:it|_agr) (?:ends|terminates|expires|stops)\b/g
/** "an employee of Vendor": not Vendor. */
const somebodyOfVendor = /\b(?:[a-z]+(?:ees?|ers?|ors?|ists?|ians?|ants?)|agents?|staff|people|personnel) of _ba\b/g
/** Nothing named, or the contract: "terminate", "terminate this Agreement and all work under it"; not "terminate its lease". */
function endsContract(object: string): boolean {
  const rest = object.replace(somebodyOfVendor, ' ')
  return (
    contract.test(rest) ||
    !(somebody.test(object) || /^ (?:its|their|his|her|_ce's|_ba's|an?|another|other|any other) [a-z]/.test(object))
  )
}
/** "…may ask Vendor to end it": a wish. "The master agreement says how it may be ended": told of another paper. */
const onlyAsks =
  /\b_ce (?:shall|will|may|can) (?:also |then |first )?(?:discuss|consider|debate|decide)\b(?![^;]*\band (?:then )?(?:may )?(?:terminat|end|cancel))|\b(?:sets? out|says?|states?|describes?|tells?|governs?|deals? with|lays? down|explains?) (?:how|when|whether)\b|\b_ce (?:may|can) (?:also |then )?(?:ask|request|propose|invite|urge|suggest|petition)\b(?![^;]*\band (?:may )?(?:terminat|end|cancel))/
const terminates = {
  test: (text: string) => {
    const rest = text
      .replace(endAsTime, ' ')
      .replace(endedByOther, ' ')
      .replace(ending, (all, object: string) =>
        endsContract(object) && !(/ who$/.test(all) && !contract.test(object.replace(somebodyOfVendor, ' ')))
          ? all
          : ' ',
      )
    return endsPlainly.test(rest) || (ends.test(rest) && endsIt.test(rest))
  },
}
const forFault =
  /\b(?:violat\w*|breach\w*|broken|break|breaks|default\w*|fail(?:s|ed|ure)? to (?:comply|perform|keep|honou?r|meet|observe)|(?:does|do|did|has|have) not (?:keep|kept|keep to|compl\w+|perform\w*|honou?r\w*|meet|met|follow\w*|observe\w*|live up)|non-?complian\w*|material (?:term|provision|part|obligation|duty|promise|way|respect)|important (?:term|promise|duty|obligation|part)|fail(?:s|ed|ing|ure|ures)? in\b|fails? (?:its|any|a) [a-z]+|lapse|transgress\w*|default|breaks? faith|falls? short|neglect\w*|disregard\w*|flout\w*|not (?:kept|honou?red)|for cause|infring\w*)\b/
const byLawOnly = /164\.504\(e\)\(2\)\(iii\)/

export function entityMayTerminate(a: Agreement): Outcome {
  const barred = a.operative.filter(
    ({ text, holder, modality }) =>
      (holder === 'ce' || holder === 'either') &&
      (modality === 'not' || modality === 'refuse') &&
      terminates.test(text) &&
      /\b(?:may|shall|can|right|entitled)\b/.test(text) &&
      (forFault.test(text) || /for any reason|in any (?:case|event)/.test(text)) &&
      !/\bunless\b|\bexcept\b|\bwithout\b/.test(text),
  )
  barred.push(...a.operative.filter(({ text }) => /\bnot (?:permit|allow) _ce to (?:terminate|end|cancel)/.test(text)))
  if (barred.length > 0)
    return contrary('The covered entity is denied termination, even for a violation.', barred.slice(0, 1))
  const rights = a.operative.filter(({ text, whole, holder, modality }) => {
    if (!terminates.test(text) || onlyAsks.test(text) || holder === 'sub' || holder === 'sec') return false
    if (
      modality === 'may' ||
      (holder === 'ce' &&
        /_ce (?:is|shall be|will be) (?:fully |also )?(?:entitled|free|permitted|allowed|authori[sz]ed)\b/.test(text))
    )
      return holder === 'ce' || holder === 'either' || holder === 'thing'
    if (modality === 'duty' && holder === 'ce')
      return /\b(?:shall|will|must)\b[^.;]*\bterminat/.test(text) && (forFault.test(text) || forFault.test(whole))
    return (
      (modality === 'duty' || modality === 'fact') &&
      (/\b(?:permits?|allows?|entitles?|lets? _ce|gives? _ce|grounds? for|cause for|right to terminate|is (?:a )?(?:cause|ground))\b/.test(
        text,
      ) ||
        (/\b(?:shall|will) (?:be )?(?:terminat|end)/.test(text) && forFault.test(text) && /_ce/.test(text)))
    )
  })
  const vendorOnly = ({ text, holder }: ReadClause) =>
    holder === 'thing' && /\b_ba (?:may|can) (?:terminat|end)/.test(text)
  const own = rights.filter(
    (clause) => !vendorOnly(clause) && !(clause.holder === 'either' && /\brenew/.test(clause.text)),
  )
  const tied = own.filter(({ text, whole }) => forFault.test(text) || forFault.test(whole))
  const questionTied =
    tied.length > 0
      ? tied
      : own.filter((clause) => {
          const at = a.operative.indexOf(clause)
          const before = a.operative[at - 1]
          return (
            before !== undefined &&
            before.unit === clause.unit &&
            forFault.test(before.text) &&
            /\b(?:then|in that case|so|such)\b/.test(clause.text)
          )
        })
  if (questionTied.length > 0 && questionTied.every(({ text }) => dependsOnVendor(text)))
    return partial('Termination for a violation depends on the vendor\u2019s leave.', questionTied.slice(0, 1))
  if (questionTied.length > 0) {
    const mutual = questionTied.every(({ holder }) => holder === 'either')
    return present(
      mutual
        ? 'Either party may terminate for the other\u2019s material breach.'
        : 'The covered entity may terminate for a material violation.',
      [questionTied.find(({ holder }) => holder === 'ce') ?? questionTied[0]!],
    )
  }
  const reference = a.operative.filter(({ text }) => byLawOnly.test(text))
  if (reference.length > 0 || incorporated(a, ['164.504(e)(2)(iii)']) !== null)
    return {
      ...partial(
        'Taken in by reference to the regulation only.',
        reference.length > 0 ? reference.slice(0, 1) : (incorporated(a, ['164.504(e)(2)(iii)']) ?? []),
      ),
      byReference: true,
    }
  const exceptNotice = a.operative.filter(
    ({ text, holder, modality }) =>
      (holder === 'ce' || holder === 'either') &&
      modality === 'not' &&
      terminates.test(text) &&
      /\b(?:except|unless|other than|without)\b[^.;]{0,60}\bnotice\b/.test(text),
  )
  const will = [...own, ...exceptNotice].filter(
    ({ text, holder }) => (holder === 'ce' || holder === 'either') && !/\brenew|\bdecline/.test(text),
  )
  if (will.length > 0) return partial('Termination at will; no right tied to a violation.', will.slice(0, 1))
  return absent('No right of the covered entity to terminate for a violation was found.')
}
