// The part of the package `pdfkit` 0.20.2 that Sen uses. It brings no types that its own entry names.
declare module 'pdfkit' {
  import type { Readable } from 'node:stream'

  interface PDFReference {
    readonly data: object
    end(): void
  }
  interface PDFStructureElement {
    add(child: PDFStructureElement): this
    end(): void
  }
  interface PDFPage {
    readonly dictionary: PDFReference
    readonly margins: { top: number; bottom: number; left: number; right: number }
    readonly height: number
    readonly width: number
    readonly annotations: PDFReference[]
  }
  interface TextOptions {
    readonly width?: number
    readonly align?: 'left' | 'right'
    readonly lineBreak?: boolean
    readonly indent?: number
  }
  export default class PDFDocument extends Readable {
    constructor(options: Readonly<Record<string, unknown>>)
    readonly page: PDFPage
    readonly _root: { readonly data: { readonly AcroForm: PDFReference } }
    readonly _font: { readonly font: { hasGlyphForCodePoint(codePoint: number): boolean } }
    registerFont(name: string, path: string): this
    font(name: string): this
    fontSize(size: number): this
    text(text: string, options?: TextOptions): this
    text(text: string, x: number, y: number, options?: TextOptions): this
    moveDown(lines?: number): this
    image(bytes: Uint8Array, options?: { readonly width?: number }): this
    struct(
      type: string,
      options?: { readonly alt?: string } | (() => void),
      children?: () => void,
    ): PDFStructureElement
    addStructure(element: PDFStructureElement): this
    markContent(tag: string, options?: Readonly<Record<string, unknown>>): this
    endMarkedContent(): this
    bufferedPageRange(): { readonly start: number; readonly count: number }
    switchToPage(index: number): PDFPage
    initForm(): this
    ref(data: Readonly<Record<string, unknown>>): PDFReference
    end(): void
  }
}
