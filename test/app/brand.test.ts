import { crc32, deflateSync } from 'node:zlib'
import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from 'pdf-lib'
import { expect, test } from 'vitest'
import { contrastOnPaper, pngSize } from '#app/report/brand.ts'
import { reportHtml } from '#app/report/html.server.tsx'
import { reportModel } from '#app/report/model.ts'
import { reportPdf } from '#app/report/pdf.server.ts'
import { renderings } from '#app/report/render.server.ts'
import { roomsFor } from '#app/report/room.ts'
import { addVendor } from '#app/use-cases/add-vendor.ts'
import { brandSettings, changeBrand, reportBrand } from '#app/use-cases/brand.ts'
import { getAssessment } from '#app/use-cases/get-assessment.ts'
import { listAuditEvents } from '#app/use-cases/list-audit-events.ts'
import { Forbidden } from '#app/use-cases/problem.ts'
import { assess } from '#checklists/assess.ts'
import { checklistsFor } from '#checklists/index.ts'
import { tool } from '#scanners/package-root.ts'
import { caseTime, fillEvidence } from '../case-evidence.ts'
import { openPortal, setUpOwner } from './portal.ts'

function chunk(type: string, data: Uint8Array): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const body = Buffer.concat([Buffer.from(type), data])
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

function png(width: number, height: number, extra: ReadonlyArray<Buffer> = []): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const rows = deflateSync(Buffer.alloc((width * 3 + 1) * Math.min(height, 400)))
  return Buffer.concat([signature, chunk('IHDR', head), ...extra, chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))])
}

const form = { accent: '#0e4f5c', footer: '12 Harbor Street, Salem', logoAlt: 'Harbor Clinic', version: '0' }

test('contrast on white by WCAG, and a picture’s size only from a whole PNG', () => {
  expect(contrastOnPaper('#000000')).toBeCloseTo(21, 5)
  expect(contrastOnPaper('#ffffff')).toBeCloseTo(1, 5)
  expect(contrastOnPaper('#767676')).toBeCloseTo(4.54, 2)
  expect(pngSize(png(40, 20))).toEqual({ width: 40, height: 20 })
  const whole = png(40, 20)
  expect(pngSize(whole.subarray(0, -1))).toBeNull()
  expect(pngSize(Buffer.concat([whole, Buffer.from('<script>')]))).toBeNull()
  expect(pngSize(png(40, 20, [chunk('acTL', Buffer.alloc(8))]))).toBeNull()
  expect(pngSize(png(0, 20))).toBeNull()
  expect(pngSize(Buffer.from(`<svg onload="x">${' '.repeat(60)}</svg>`))).toBeNull()
})

test('a brand is refused field by field: pale colours, strange words, pictures that are none', async () => {
  const proviso = await openPortal({ work: false })
  const { actor } = await setUpOwner(proviso)
  const refused = (given: Partial<typeof form>, logo: Uint8Array | 'keep' = 'keep') => {
    try {
      return changeBrand(proviso, actor, { ...form, ...given }, logo)
    } catch (error) {
      return (error as { fields?: Record<string, string> }).fields
    }
  }
  expect(refused({ accent: '#ffcc00' })).toEqual({ accent: expect.stringContaining('contrast of 1.5') })
  expect(refused({ accent: 'red;background:url(x)' })).toEqual({ accent: expect.stringContaining('six digits') })
  expect(refused({ footer: 'We are HIPAA certified' })).toEqual({ footer: expect.stringContaining('Leave out') })
  expect(refused({ logoAlt: 'HIPAA certified by Harbor' })).toEqual({ logoAlt: expect.stringContaining('Leave out') })
  expect(refused({ footer: 'one\u2028two' })).toEqual({ footer: expect.stringContaining('one line') })
  expect(refused({}, Buffer.from('GIF89a'))).toEqual({ logo: expect.stringContaining('no whole PNG') })
  expect(refused({}, png(40_000, 2))).toEqual({ logo: expect.stringContaining('40000 by 2') })
  expect(refused({}, Buffer.concat([png(4, 4), Buffer.alloc(60_000)]))).toEqual({
    logo: expect.stringContaining('larger than'),
  })
  expect(refused({ logoAlt: '' }, png(40, 20))).toEqual({ logoAlt: expect.stringContaining('in words') })
  expect(reportBrand(proviso, actor)).toBeNull()
  expect(() => changeBrand(proviso, { ...actor, role: 'assessor' }, form, 'keep')).toThrow(Forbidden)
})

test('a brand stands in the next report and changes no colour of a finding; a stale form writes nothing', async () => {
  const proviso = await openPortal({ work: false })
  const { actor } = await setUpOwner(proviso)
  expect(changeBrand(proviso, actor, form, png(40, 20))).toBe('changed')
  expect(changeBrand(proviso, actor, { ...form, footer: 'Late' }, 'keep')).toBe('stale')
  expect(brandSettings(proviso, actor)).toMatchObject({
    version: 1,
    logo: { width: 40, height: 20 },
    footer: form.footer,
  })
  expect(listAuditEvents(proviso, actor, { action: 'brand.changed' }).events).toHaveLength(1)
  expect(JSON.stringify(listAuditEvents(proviso, actor).events)).not.toContain('Harbor Street')
  const vendor = addVendor(proviso, actor, { name: 'Brightline' })
  const { assessment } = getAssessment(proviso, actor, { subjectId: vendor.id })
  const request = {
    ...{ id: 'r', version: 1, subject: { kind: 'vendor' as const, name: 'Brightline' }, preparedBy: 'Ada' },
    ...{ organisation: { name: 'Harbor', address: '' }, audience: 'own' as const, length: 'report' as const },
    ...{ timeZone: 'UTC', tool: { name: 'Proviso', version: '0' }, evidenceSha256: '0'.repeat(64), machine: [] },
  }
  const [room] = roomsFor('report')
  const plain = reportHtml(reportModel(assessment, [], request, room))
  const branded = reportHtml(reportModel(assessment, [], { ...request, brand: reportBrand(proviso, actor) }, room))
  expect(plain).not.toContain('class="logo"')
  expect(branded).toContain('<img class="logo" alt="Harbor Clinic" src="data:image/png;base64,')
  expect(branded).toContain('12 Harbor Street, Salem')
  expect(branded).toContain(':root{--brand:#0e4f5c}')
  const severities = (html: string) => html.match(/--(?:meets|weak|missing|conflicts|unknown): #[0-9a-f]{6}/g)
  expect(severities(branded)).toEqual(severities(plain))
  expect(branded.replace(/data:[^")]+/g, '')).not.toMatch(/https?:\/\/(?!127|www\.w3)[^"]*\.(?:png|css|js)/)
  expect(changeBrand(proviso, actor, { ...form, version: '1' }, 'remove')).toBe('changed')
  expect(reportBrand(proviso, actor)?.logo).toBeNull()
})

test.runIf(process.env.PROVISO_TEST_FULL)(
  'a one-pager with a brand is still one page, and names the logo in words',
  async () => {
    const evidence = [fillEvidence({ kind: 'page', url: 'https://clinic.example/' }, 0)]
    const assessment = assess(checklistsFor('practice'), evidence, new Date(caseTime))
    const brand = {
      accent: '#5b2a86',
      footer: '12 Harbor Street, Salem. '.repeat(8).trim(),
      logo: { data: `data:image/png;base64,${png(300, 300).toString('base64')}`, alt: 'Harbor Clinic' },
    }
    const request = {
      ...{ id: 'r', version: 1, subject: { kind: 'practice' as const, name: 'Harbor' }, preparedBy: 'Ada' },
      ...{ organisation: { name: 'Harbor', address: '' }, audience: 'own' as const, length: 'one-pager' as const },
      ...{ timeZone: 'UTC', tool, evidenceSha256: '0'.repeat(64), machine: [], brand },
    }
    const { pdf } = await reportPdf(renderings(assessment, evidence, request), '{}')
    const document = await PDFDocument.load(pdf, { updateMetadata: false })
    expect(document.getPageCount()).toBe(1)
    const alts = document.context
      .enumerateIndirectObjects()
      .flatMap(([, object]) => (object instanceof PDFDict ? [object.get(PDFName.of('Alt'))] : []))
      .flatMap((alt) => (alt instanceof PDFString || alt instanceof PDFHexString ? [alt.decodeText()] : []))
    expect(alts).toContain('Harbor Clinic')
  },
)
