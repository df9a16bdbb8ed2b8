import type { DocumentEvidence } from '#scanners/document/evidence.ts'
import { agreementTerms, informationTerms, subcontractorTerms } from '../parties/information.ts'
import { type Roles, resolveRoles } from '../parties/roles.ts'
import { quietCapitals } from '../text/capitals.ts'
import { foldDocument, type Shadow } from '../text/fold.ts'
import { type Unit, unitsOf } from '../text/units.ts'
import { electionsOf } from './elections.ts'
import { normaliser } from './normalise.ts'
import { clausesOf, type ReadClause } from './read.ts'
import { type Value, valuesOf } from './values.ts'

/** A document taken apart: what every rule reads. */
export type Agreement = {
  document: DocumentEvidence
  shadow: Shadow
  roles: Roles
  units: ReadonlyArray<Unit>
  values: ReadonlyArray<Value>
  clauses: ReadonlyArray<ReadClause>
  /** Clauses that can bind: no headings, definitions, recitals, foreign text. */
  operative: ReadonlyArray<ReadClause>
  /** Promises are worded in the present tense ("We keep up safeguards"), so a fact is a promise. */
  presentTense: boolean
}

export function takeApart(document: DocumentEvidence): Agreement {
  const folded = foldDocument(document)
  const shadow = { ...folded, words: quietCapitals(folded.words) }
  const roles = resolveRoles(shadow.words.text)
  const { text } = shadow.words
  const normalise = normaliser(roles, {
    information: informationTerms(text),
    agreement: agreementTerms(text),
    subcontractor: subcontractorTerms(text),
  })
  const units = unitsOf(shadow.words, document)
  const values = valuesOf(units)
  const clauses = clausesOf(units, normalise, values, electionsOf(document.text))
  const operative = clauses.filter(({ zone }) => zone === 'operative')
  const present = operative.filter(
    ({ holder, text }) =>
      holder === 'ba' &&
      /_ba (?:keeps?(?: up)?|maintains?|uses?|complies|comply|follows?|has in place) .{0,60}(?:safeguards|security rule|subpart c)/.test(
        text,
      ),
  )
  return { document, shadow, roles, units, values, clauses, operative, presentTense: present.length > 0 }
}
