import { expect, test } from 'vitest'
import { lateAliases } from '#scanners/site/capture/late-aliases.ts'
import type { Captured } from '#scanners/site/capture/recorder.ts'
import type { EgressPolicy } from '#scanners/site/egress/policy.ts'

const asked = (url: string, stopped = true) => ({ url, stopped, at: 0, visit: 'look' }) as Captured

test('a name server hears only of hosts the code named before anything was typed, and only of the site’s own', async () => {
  const heard: Array<string> = []
  const policy: EgressPolicy = async (host) => {
    heard.push(host)
    return { allowed: false, host, why: 'blocked-address', cnames: [`${host}.edge.vendor.example`] }
  }
  const requests = [
    asked('https://t.clinic.example/b.gif?c=1'),
    asked('https://t.clinic.example/b.gif?c=2'),
    asked('https://zqjane.clinic.example/'),
    asked('https://seen.clinic.example/', false),
    asked('https://other.example/p'),
    asked('https://clinic.example/save'),
  ]
  const code = ['new Image().src = "https://T.clinic.example/b.gif?c=" + Date.now(); fetch("https://other.example/p")']
  const found = await lateAliases(requests, [], { url: 'https://clinic.example/', code, policy })
  expect(heard).toEqual(['t.clinic.example'])
  expect(found).toMatchObject([
    { host: 't.clinic.example', verdict: 'stopped', cnames: ['t.clinic.example.edge.vendor.example'] },
  ])
})
