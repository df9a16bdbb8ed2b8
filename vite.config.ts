import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vitest/config'
import remixOptions from './remix.config.js'
import { packedWords } from './scripts/packed-words.ts'

/** Tests that send a scanner's browser through pages. */
const siteScans = ['test/scanners/site/**/*.test.ts', 'test/app/cli/site-scan*.test.ts']

const underTest = Boolean(process.env.VITEST)

export default defineConfig({
  plugins: [tailwindcss(), ...(underTest ? [] : [remix(remixOptions), packedWords()])],
  // `npm run dev` would look for a browser build of what only the server loads.
  optimizeDeps: { exclude: ['@node-rs/argon2', 'better-sqlite3', 'playwright'] },
  build: {
    target: 'es2022',
    rollupOptions: {
      // zod 4 carries annotations Rollup cannot place; harmless, but it hides real warnings.
      onwarn(warning, warn) {
        if (warning.code !== 'INVALID_ANNOTATION') warn(warning)
      },
    },
  },
  test: {
    environment: 'node',
    globalSetup: ['test/global-setup.ts'],
    setupFiles: ['test/setup.ts'],
    // Guards against a hang, not measures: a busy machine is no fault of the code.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    pool: 'forks',
    // All files of a worker share its process: loading the portal anew for each took more than half of the whole run.
    isolate: false,
    projects: [
      // A page has ten seconds to load, as in use, and several browsers a core would take them from it: these go first, apart.
      {
        extends: true,
        test: { name: 'site scans', include: siteScans, maxWorkers: 2, sequence: { groupOrder: 0 } },
      },
      // One worker more than the cores of a small machine: journeys wait for a browser and a server much of their time.
      {
        extends: true,
        test: {
          ...{ name: 'the rest', include: ['test/**/*.test.{ts,tsx}'], exclude: siteScans },
          ...{ maxWorkers: 3, sequence: { groupOrder: 1 } },
        },
      },
    ],
  },
})
