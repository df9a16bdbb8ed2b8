import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData, useLocation } from '@remix-run/react'
import { Tabs } from '../components/page.tsx'
import { asking } from '../http/answer.server.ts'
import { mayBackUp } from '../use-cases/backups.ts'
import { may } from '../use-cases/permission.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { proviso, actor } = await asking(args)
  return {
    people: may(actor.role, 'manage-people'),
    doctor: may(actor.role, 'see-doctor'),
    audit: may(actor.role, 'read-audit'),
    organisation: may(actor.role, 'manage-organisation'),
    data: may(actor.role, 'move-organisation'),
    backup: mayBackUp(proviso, actor),
  }
}

export default function SettingsRoute() {
  const { people, doctor, audit, organisation, data, backup } = useLoaderData<typeof loader>()
  const { pathname } = useLocation()
  const tabs = [
    { to: '/settings', label: 'Your account', shown: true },
    { to: '/settings/organisation', label: 'Organisation', shown: organisation },
    { to: '/settings/brand', label: 'Brand', shown: organisation },
    { to: '/settings/security', label: 'Security', shown: true },
    { to: '/settings/people', label: 'People', shown: people },
    { to: '/settings/mail', label: 'Mail', shown: people },
    { to: '/settings/retention', label: 'Retention', shown: organisation },
    { to: '/settings/backup', label: 'Backup', shown: backup },
    { to: '/settings/data', label: 'Export', shown: data },
    { to: '/settings/audit-log', label: 'Audit log', shown: audit },
    { to: '/settings/self-audit', label: 'Self-audit', shown: doctor },
  ]
  const shown = tabs.filter((tab) => tab.shown)
  return (
    <>
      {shown.length > 1 && (
        <Tabs
          label="Settings"
          tabs={shown.map(({ to, label }) => ({
            to,
            label,
            current: to === '/settings' ? pathname === to : pathname.startsWith(to),
          }))}
        />
      )}
      <Outlet />
    </>
  )
}
