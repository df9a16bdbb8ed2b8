import { createRequire } from 'node:module'
import type BetterSqlite from 'better-sqlite3'

/** From this version of Node-API on the driver's present line runs; below it (Node 20) its native part kills the process. */
const presentFrom = 10
const driver = Number(process.versions.napi) >= presentFrom ? 'better-sqlite3' : 'better-sqlite3-node20'

/**
 * The SQLite driver for the Node that runs. Loaded by name, since only one of the two has a native part that works: the
 * line before the present one ends Node 24 in its clean-up of statements, the present one does not run on Node 20.
 */
export const Sqlite: typeof BetterSqlite = createRequire(import.meta.url)(driver)
