import { readdirSync, readFileSync } from 'node:fs'

/** Ends every process of a group; one that is gone already is no fault. */
export function killGroup(leader: number): void {
  if (leader <= 1) return
  try {
    process.kill(-leader, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

const pageBytes = 4_096

function memberMemory(pid: string, leader: number): number {
  try {
    // "pid (name) state ppid pgrp …": the name may hold spaces and brackets, so count from the last bracket.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (Number(fields[2]) !== leader) return 0
    const [, resident = 0, shared = 0] = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ').map(Number)
    return (resident - shared) * pageBytes
  } catch {
    // It ended between the listing and the reading.
    return 0
  }
}

/** Private memory of all processes of a group in bytes; 0 where the system does not tell (no /proc). */
export function groupMemory(leader: number): number {
  let pids: Array<string>
  try {
    pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  } catch {
    return 0
  }
  return pids.reduce((sum, pid) => sum + memberMemory(pid, leader), 0)
}
