// A portal that takes uploads and asks for scans as fast as it can, until its parent kills it. Started by kill.test.ts.
import { createProviso } from '#app/proviso.server.ts'
import { addPractice } from '#app/use-cases/add-practice.ts'
import { addVendor } from '#app/use-cases/add-vendor.ts'
import { listSubjects } from '#app/use-cases/list-subjects.ts'
import type { Actor } from '#app/use-cases/permission.ts'
import { requestSiteScan } from '#app/use-cases/request-site-scan.ts'
import { uploadAgreement } from '#app/use-cases/upload-agreement.ts'
import { type AnyScanner, scanners } from '#scanners/index.ts'
import { setUpOwner } from './portal-setup.ts'
import { file, page } from './test-scanner.ts'

export type Accepted = { runId: string; kind: 'upload' | 'scan'; sha256: string | null }

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Three pages with a picture each, streamed with short pauses: time to be killed in between. */
const streaming: AnyScanner = {
  title: 'Streaming',
  async scan(_input, context) {
    const pages = []
    for (let n = 1; n <= 3; n += 1) {
      const picture = file(`picture ${n}`)
      await context.attach?.(picture)
      const seen = page(`p${n}`, { screenshot: picture.sha256 })
      context.found?.(seen)
      context.progress({ stage: 'Pages', done: n, total: 3 })
      pages.push(seen)
      await wait(15)
    }
    return pages
  },
}

const [homeFolder = '', mode = 'work', turn = '0'] = process.argv.slice(2)
const queue = { backOffMs: [10, 10, 10], leaseMs: 2000, heartbeatMs: 200, recoverEveryMs: 200 }
const proviso = await createProviso({
  homeFolder,
  port: 0,
  queue,
  scanners: { ...scanners, site: streaming },
  writeLog: () => {},
})

async function person(): Promise<Actor> {
  if (!proviso.people.someoneOwns()) return (await setUpOwner(proviso)).actor
  const row = proviso.db.sqlite
    .prepare("SELECT person_id AS id, organisation_id AS organisationId FROM memberships WHERE role = 'owner'")
    .get() as { id: string; organisationId: string }
  return { kind: 'person', name: 'Ada Quill', role: 'owner', ...row }
}

function say(accepted: Accepted): void {
  process.send?.(accepted)
}

async function work(actor: Actor): Promise<void> {
  const [known] = listSubjects(proviso, actor, { kind: 'vendor' }).items
  const vendor = known?.subject ?? addVendor(proviso, actor, { name: 'Brightline Reviews' })
  process.send?.('working')
  for (let n = 0; ; n += 1) {
    const bytes = Buffer.from(`<p>Agreement ${turn}-${n} between Harbor Family Clinic and Brightline Reviews.</p>`)
    const name = n % 4 === 0 ? 'agreement.html' : 'agreement.txt'
    const { agreement, run } = await uploadAgreement(proviso, actor, { subjectId: vendor.id, source: { name, bytes } })
    say({ runId: run.id, kind: 'upload', sha256: agreement.sha256 })
    const host = `h${turn}-${n}.example`
    const practice = addPractice(proviso, actor, { name: host, siteUrl: `https://${host}/` })
    const scan = requestSiteScan(proviso, actor, { subjectId: practice.id, authority: 'public', confirmed: true })
    say({ runId: scan.run.id, kind: 'scan', sha256: null })
    await wait(20)
  }
}

if (mode === 'work') await work(await person())
else {
  await proviso.queue.idle()
  await proviso.close()
  process.disconnect?.()
}
