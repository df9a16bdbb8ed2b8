import type { RulingValues } from '../components/screens/ruling.tsx'
import type { Proviso } from '../proviso.server.ts'
import type { PersonActor } from '../session.server.ts'
import { getAssessment } from '../use-cases/get-assessment.ts'
import { getSubject } from '../use-cases/get-subject.ts'
import { demand, may } from '../use-cases/permission.ts'
import { InvalidInput, NotFound } from '../use-cases/problem.ts'
import { ruleOnFinding } from '../use-cases/rule-on-finding.ts'
import { findingView } from '../views/finding.ts'
import { dateOf, textOf } from './form.server.ts'

const empty: RulingValues = { verdict: '', reason: '', observation: '', expiresOn: '' }

/** One line of a subject's newest assessment, and whether this person may rule on it. Throws NotFound. */
export function findingPage(proviso: Proviso, actor: PersonActor, subjectId: string, requirement: string) {
  const { assessment, subject } = getAssessment(proviso, actor, { subjectId })
  const finding = assessment.findings.find((line) => line.requirement === requirement)
  if (finding === undefined) throw new NotFound()
  return {
    title: finding.title,
    finding: findingView(finding),
    at: assessment.at,
    mayRule: may(actor.role, 'rule', subject.kind),
    values: empty,
  }
}

/** The ruling a form asks for; `rule` carries it out. */
export function ruleByForm(
  proviso: Proviso,
  actor: PersonActor,
  subjectId: string,
  requirement: string,
  form: FormData,
) {
  const values: RulingValues = {
    verdict: textOf(form, 'verdict'),
    reason: textOf(form, 'reason'),
    observation: textOf(form, 'observation'),
    expiresOn: dateOf(form, 'expiresOn') ?? 'not a date',
  }
  function rule() {
    const { verdict, reason, expiresOn } = values
    // Who may not rule is told so, not what is wrong with the form.
    demand(actor, 'rule', getSubject(proviso, actor, { subjectId }).subject.kind)
    if (!isVerdict(verdict)) throw new InvalidInput({ verdict: 'Choose a verdict.' })
    const observation = values.observation === '' ? null : values.observation
    return ruleOnFinding(proviso, actor, { subjectId, requirement, observation, verdict, reason, expiresOn })
  }
  return { values, rule }
}

function isVerdict(value: string): value is Parameters<typeof ruleOnFinding>[2]['verdict'] {
  return ['pass', 'partial', 'fail', 'unknown', 'not-applicable'].includes(value)
}
