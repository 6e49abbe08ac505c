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
    readonly align?: 'left' | 'right' | 'center'
    readonly lineBreak?: boolean
    readonly indent?: number
    readonly lineGap?: number
    /** The next text goes on in the same line. */
    readonly continued?: boolean
  }
  interface StructureOptions {
    readonly alt?: string
    readonly scope?: 'Column' | 'Row'
  }
  export default class PDFDocument extends Readable {
    constructor(options: Readonly<Record<string, unknown>>)
    x: number
    y: number
    readonly page: PDFPage
    readonly outline: {
      addItem(title: string, options: { readonly pageNumber: number; readonly top: number }): void
    }
    readonly _root: { readonly data: { readonly AcroForm: PDFReference } }
    readonly _font: { readonly font: { hasGlyphForCodePoint(codePoint: number): boolean } }
    registerFont(name: string, path: string): this
    font(name: string): this
    fontSize(size: number): this
    fillColor(colour: string): this
    text(text: string, options?: TextOptions): this
    text(text: string, x: number, y: number, options?: TextOptions): this
    heightOfString(text: string, options: TextOptions): number
    widthOfString(text: string): number
    moveDown(lines?: number): this
    image(bytes: Uint8Array, options?: { readonly width?: number }): this
    moveTo(x: number, y: number): this
    lineTo(x: number, y: number): this
    rect(x: number, y: number, width: number, height: number): this
    lineWidth(width: number): this
    strokeColor(colour: string): this
    stroke(): this
    fill(colour: string): this
    save(): this
    restore(): this
    struct(
      type: string,
      options?: StructureOptions | (() => void),
      children?: () => void,
    ): PDFStructureElement
    addStructure(element: PDFStructureElement): this
    markContent(tag: string, options?: Readonly<Record<string, unknown>>): this
    endMarkedContent(): this
    addPage(): this
    bufferedPageRange(): { readonly start: number; readonly count: number }
    switchToPage(index: number): PDFPage
    initForm(): this
    ref(data: Readonly<Record<string, unknown>>): PDFReference
    end(): void
  }
}
