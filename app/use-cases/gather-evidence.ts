import type { Scope } from '#db/scoped.ts'
import type { Subject } from '#db/subjects.ts'
import type { Evidence, EvidenceOf } from '#scanners/evidence.ts'
import { drillScannerId } from './drill-input.ts'
import { registryOf } from './gather-registry.ts'
import { templatesIn } from './list-templates.ts'
import { logScannerId } from './log-import.ts'
import { recheckOf } from './recheck-of.ts'

type Page = EvidenceOf<'page'>

const visitOf = (page: Page) => [page.url, page.consent, page.viewport, page.mode, page.authenticated].join(' ')

/**
 * What was seen on the subject's pages: the newest complete scan, with newer visits of partial scans laid over it, so
 * that a scan stopped early neither hides nor outdates the pages it did not reach.
 */
function pagesOf(scope: Scope, subjectId: string): Array<Page> {
  const seen = new Map<string, Page>()
  for (const { runId, state } of scope.evidence.runsWithEvidence(subjectId, 'site')) {
    for (const item of scope.evidence.ofRun(runId)) {
      if (item.kind === 'page' && !seen.has(visitOf(item))) seen.set(visitOf(item), item)
    }
    // A check of one finding is complete for its page only.
    if (state === 'done' && recheckOf(scope.runs.get(runId)?.input) === null) break
  }
  return [...seen.values()]
}

/** The newest import of logs that could be read: it holds everything that was handed in together. */
function logsOf(scope: Scope, subjectId: string): Array<Evidence> {
  const [newest] = scope.evidence.runsWithEvidence(subjectId, logScannerId)
  return newest === undefined ? [] : scope.evidence.ofRun(newest.runId)
}

/** The newest drill that came to its end. */
function drillOf(scope: Scope, subjectId: string): Array<Evidence> {
  const [newest] = scope.evidence.runsWithEvidence(subjectId, drillScannerId)
  return newest === undefined ? [] : scope.evidence.ofRun(newest.runId)
}

function newestAnswers(scope: Scope, subjectId: string): Array<Evidence> {
  const newest = new Map<string, Evidence>()
  for (const item of scope.evidence.said(subjectId, 'answer')) {
    if (item.kind === 'answer') newest.set(item.requirement, item)
  }
  // An empty answer takes an earlier one back.
  return [...newest.values()].filter((item) => item.kind !== 'answer' || item.value !== '')
}

function agreementOf(scope: Scope, subjectId: string): Array<Evidence> {
  const current = scope.agreements.current(subjectId)
  const document = current?.evidenceId == null ? null : scope.evidence.get(current.evidenceId)
  return document === null ? [] : [document]
}

/** What stands beside the pages of a site, in a stable order. */
export function gatherBesidesPages(scope: Scope, subject: Subject): Array<Evidence> {
  const registry = subject.kind === 'prospect' ? [] : registryOf(scope, subject)
  return [...newestAnswers(scope, subject.id), ...scope.evidence.said(subject.id, 'ruling'), ...registry]
}

/** All evidence that speaks of a subject now, in a stable order: same rows, same order. */
export function gatherEvidence(scope: Scope, subject: Subject): Array<Evidence> {
  return [
    ...agreementOf(scope, subject.id),
    ...pagesOf(scope, subject.id),
    ...logsOf(scope, subject.id),
    ...drillOf(scope, subject.id),
    ...templatesIn(scope, subject.id).map(({ evidence }) => evidence),
    ...scope.evidence.several(scope.templates.sentIds(subject.id)).values(),
    ...scope.evidence.said(subject.id, 'field'),
    ...gatherBesidesPages(scope, subject),
  ]
}
