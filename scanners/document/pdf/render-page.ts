import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/display/api.js'

/** What pdf.js draws on in Node: the canvas package it brings along. */
type Drawing = { canvas: HTMLCanvasElement & { toBuffer: (type: 'image/png') => Buffer } }
type DrawingFactory = { create: (width: number, height: number) => Drawing; destroy: (drawing: Drawing) => void }

type Fonts = { loadSystemFonts: () => number; loadFontsFromDir: (path: string) => number }

let fontsLoaded = false

/** The fonts the canvas package takes up at its start where nothing keeps it from that, in the same order. */
function loadFonts(): void {
  if (fontsLoaded || process.env.DISABLE_SYSTEM_FONTS_LOAD === undefined) return
  fontsLoaded = true
  const fromReader = createRequire(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  const { GlobalFonts } = fromReader('@napi-rs/canvas') as { GlobalFonts: Fonts }
  GlobalFonts.loadSystemFonts()
  const own = { win32: 'AppData/Local/Microsoft/Windows/Fonts', darwin: 'Library/Fonts', linux: '.fonts' }
  const folder = own[process.platform as keyof typeof own]
  if (folder !== undefined) GlobalFonts.loadFontsFromDir(join(homedir(), folder))
}

/** One page as PNG; `scale` 1 is 72 dpi. */
export async function renderPng(document: PDFDocumentProxy, number: number, scale: number): Promise<Buffer> {
  loadFonts()
  const page = await document.getPage(number)
  const viewport = page.getViewport({ scale })
  const factory = document.canvasFactory as DrawingFactory
  const drawing = factory.create(Math.ceil(viewport.width), Math.ceil(viewport.height))
  await page.render({ canvas: drawing.canvas, viewport, intent: 'print', background: '#ffffff' }).promise
  const png = drawing.canvas.toBuffer('image/png')
  factory.destroy(drawing)
  page.cleanup()
  return png
}
