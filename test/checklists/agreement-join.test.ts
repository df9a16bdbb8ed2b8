import { expect, test } from 'vitest'
import { agreementFor, receiverOfHost } from '#checklists/tracking/agreement.ts'
import { caseTime, fillEvidence } from '../case-evidence.ts'

function entry(fields: Record<string, unknown>) {
  const filled = fillEvidence({ kind: 'registry', ...fields }, 0)
  if (filled.kind !== 'registry') throw new Error('A register entry was expected.')
  return filled
}

const receiver = receiverOfHost('collect.unlisted.example')

test('whom a vendor passes data to is not told by its own agreement with us', () => {
  const own = entry({ isSubject: true, hosts: ['brightline.example'] })
  expect(agreementFor([own], receiver, new Date(caseTime))).toMatchObject({ verdict: 'unknown', shown: false })
})

test('a practice whose register does not name the receiver has no agreement with it on file', () => {
  const other = entry({ isSubject: false, hosts: ['brightline.example'] })
  expect(agreementFor([other], receiver, new Date(caseTime))).toMatchObject({ verdict: 'fail', shown: true })
  expect(agreementFor([], receiver, new Date(caseTime))).toMatchObject({ verdict: 'unknown', shown: false })
})

test('an agreement that is not shown to be with this practice covers nothing, and is no failure either', () => {
  const agreement = { verdicts: {}, inForceFrom: '2026-01-01', inForceTo: null, signed: 'both' }
  const held = (fields: object) =>
    entry({ hosts: ['collect.unlisted.example'], agreement: { ...agreement, ...fields } })
  const read = (fields: object) => agreementFor([held(fields)], receiver, new Date(caseTime))
  expect(read({ practiceShown: true })).toMatchObject({ verdict: 'pass' })
  expect(read({})).toMatchObject({ verdict: 'pass' })
  expect(read({ practiceShown: false })).toMatchObject({
    verdict: 'unknown',
    because: expect.stringContaining('not shown to be with this practice'),
  })
  // What is worse stands first.
  expect(read({ practiceShown: false, signed: 'one' })).toMatchObject({ verdict: 'fail' })
})
