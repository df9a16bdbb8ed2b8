import { createHash } from 'node:crypto'
import type { Proviso } from '../proviso.server.ts'
import type { PersonActor } from '../session.server.ts'
import { getSubject } from '../use-cases/get-subject.ts'
import { getReport } from '../use-cases/keep-report.ts'
import { NotFound } from '../use-cases/problem.ts'
import { readBlob } from '../use-cases/read-blob.ts'
import { recordAccess } from '../use-cases/record-access.ts'

/** A stored report keeps the stylesheet of its day, so the policy is made from the page, not from today's stylesheet. */
function policyOf(html: string): string {
  const hashes = [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(
    ([, css = '']) => `'sha256-${createHash('sha256').update(css).digest('base64')}'`,
  )
  const from = "default-src 'none'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'"
  return `${from}; frame-ancestors 'none'; style-src ${hashes.join(' ') || "'none'"}`
}

export async function reportPage(proviso: Proviso, actor: PersonActor, reportId: string): Promise<Response> {
  const { htmlSha256 } = getReport(proviso, actor, { reportId })
  if (htmlSha256 === null) throw new NotFound()
  const html = (await readBlob(proviso, actor, { sha256: htmlSha256 })).bytes.toString('utf8')
  recordAccess(proviso, actor, { action: 'report.viewed', kind: 'report', id: reportId })
  return new Response(html, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policyOf(html),
      'Cache-Control': 'no-store',
    },
  })
}

/** "ReviewCo report 2026-11-24.pdf" without what a file name or a header may not hold. */
function fileName(subject: string, kind: string, createdAt: string): string {
  const plain = subject
    .normalize('NFKD')
    .replaceAll(/[^\w .-]/g, '')
    .trim()
    .slice(0, 60)
  return `${plain || 'Proviso'} ${kind} ${createdAt.slice(0, 10)}.pdf`
}

export async function reportPrint(proviso: Proviso, actor: PersonActor, reportId: string): Promise<Response> {
  const { pdfSha256, subjectId, kind, createdAt } = getReport(proviso, actor, { reportId })
  if (pdfSha256 === null) throw new NotFound()
  const { subject } = getSubject(proviso, actor, { subjectId })
  const { bytes } = await readBlob(proviso, actor, { sha256: pdfSha256 })
  recordAccess(proviso, actor, { action: 'report.downloaded', kind: 'report', id: reportId })
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename="${fileName(subject.name, kind, createdAt)}"`,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'no-store',
    },
  })
}
