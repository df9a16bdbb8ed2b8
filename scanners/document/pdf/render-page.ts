import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/display/api.js'

/** What pdf.js draws on in Node: the canvas package it brings along. */
type Drawing = { canvas: HTMLCanvasElement & { toBuffer: (type: 'image/png') => Buffer } }
type DrawingFactory = { create: (width: number, height: number) => Drawing; destroy: (drawing: Drawing) => void }

/** One page as PNG; `scale` 1 is 72 dpi. */
export async function renderPng(document: PDFDocumentProxy, number: number, scale: number): Promise<Buffer> {
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
