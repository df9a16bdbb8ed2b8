import type { DocumentEvidence } from '#scanners/document/evidence.ts'
import { dayWords } from '../components/moment.tsx'
import type { Proviso } from '../proviso.server.ts'
import { redlineDocx } from '../report/redline.server.ts'
import type { SignedIn } from '../session.server.ts'
import { getSubject } from '../use-cases/get-subject.ts'
import { dayIn } from '../use-cases/organisation-day.ts'
import { NotFound } from '../use-cases/problem.ts'
import { readBlob } from '../use-cases/read-blob.ts'
import { readEvidence } from '../use-cases/read-evidence.ts'
import { recordAccess } from '../use-cases/record-access.ts'
import { agreementRequest, requestLetter } from '../views/agreement-request.ts'

function requestOf(proviso: Proviso, { actor, organisation }: SignedIn, subjectId: string) {
  const { subject, agreement } = getSubject(proviso, actor, { subjectId })
  if (agreement?.evidenceId == null) throw new NotFound()
  const evidence = readEvidence(proviso, actor, { evidenceId: agreement.evidenceId })
  if (evidence.kind !== 'document') throw new NotFound()
  const document: DocumentEvidence = evidence
  return { subject, agreement, document, request: agreementRequest(document, subject.name, organisation.name) }
}

/** What to ask the vendor for, as screen and as letter. */
export function requestPage(proviso: Proviso, signedIn: SignedIn, subjectId: string) {
  const { request } = requestOf(proviso, signedIn, subjectId)
  const letter = requestLetter(request, dayWords(dayIn(proviso.now(), signedIn.organisation.timeZone)))
  return { base: `/vendors/${subjectId}`, request, letter }
}

const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** The agreement with the asked clauses as tracked insertions, on a copy of the uploaded file where it was a DOCX. */
export async function requestRedline(proviso: Proviso, signedIn: SignedIn, subjectId: string): Promise<Response> {
  const { agreement, document, request } = requestOf(proviso, signedIn, subjectId)
  const original =
    document.file.format === 'docx'
      ? { docx: (await readBlob(proviso, signedIn.actor, { sha256: agreement.sha256 })).bytes }
      : { text: document.text }
  const bytes = await redlineDocx(original, request, proviso.now())
  recordAccess(proviso, signedIn.actor, { action: 'agreement-request.downloaded', kind: 'agreement', id: agreement.id })
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': docxType,
      'Content-Disposition': 'attachment; filename="agreement-with-requests.docx"',
      'Content-Security-Policy': 'sandbox',
      'Cache-Control': 'no-store',
    },
  })
}
