import type { AgreementView } from '../../views/agreement.ts'
import { isLive, type RunView } from '../../views/run.ts'
import { ErrorSummary, type FieldErrors } from '../form.tsx'
import { Problem } from '../notice.tsx'
import { Agreement, type LineList } from './agreement.tsx'
import { AgreementUpload } from './agreement-upload.tsx'
import { PracticeCheck, type PracticeNamed } from './practice-check.tsx'
import { RunProgress } from './run.tsx'

/** Upload, progress, refusal or verdicts: whatever stands with the newest version, and a way to give a newer one. */
export function AgreementScreen({
  base,
  vendor,
  list,
  run,
  agreement,
  practice,
  mayUpload,
  mayRule,
  errors,
  text,
}: {
  base: string
  vendor: string
  list: LineList
  run: RunView | null
  agreement: AgreementView | null
  practice: PracticeNamed | null
  mayUpload: boolean
  mayRule: boolean
  errors: FieldErrors
  text: string
}) {
  const upload = (first: boolean) =>
    mayUpload && (
      <AgreementUpload key={agreement?.version.id} vendor={vendor} errors={errors} first={first} text={text} />
    )
  if (agreement === null || run === null) return upload(true) || <p className="text-soft">No agreement is on file.</p>
  if (isLive(run)) return <RunProgress run={run} mayCancel={false} />
  const confirming = errors.reason !== undefined
  const unread = agreement.problem === null && agreement.paragraphs.length === 0 && run.problem !== null
  return (
    <>
      {confirming && <ErrorSummary errors={errors} />}
      {Object.keys(errors).length > 0 && !confirming && upload(false)}
      {practice !== null && <PracticeCheck practice={practice} mayRule={mayRule} errors={errors} />}
      {unread && run.problem !== null && (
        <Problem says={run.problem.says} hint={run.problem.hint} detail={run.problem.detail} />
      )}
      <Agreement agreement={agreement} list={list} base={base} mayRule={mayRule} />
      {(Object.keys(errors).length === 0 || confirming) && (
        <section aria-labelledby="new-version" className="no-print">
          <h2 id="new-version" className="mb-4">
            Upload a new version
          </h2>
          {upload(false)}
        </section>
      )}
    </>
  )
}
