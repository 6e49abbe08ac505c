/**
 * One record of a CSV (RFC 4180) cut into its fields. Our own, because a national file is a hundred million
 * records and a broken line must
 * harm only itself: this walks a string with indexOf, about two microseconds for forty fields
 * (docs/decisions/0003-register.md).
 */
export type CsvFault = 'quote-open' | 'quote-misplaced'

const QUOTE = 34
const COMMA = 44

/**
 * `text` is a record without its line end. `quote-open`: a quoted field does not end here, so it may go on in
 * the next line.
 * `quote-misplaced`: a quote inside a field that does not begin with one, or text after a closing quote.
 */
export const splitCsvRecord = (text: string): string[] | CsvFault => {
  const fields: string[] = []
  const end = text.length
  let quote = text.indexOf('"')
  let at = 0
  for (;;) {
    if (quote === at) {
      const closed = quotedField(text, at)
      if (closed === null) {
        return 'quote-open'
      }
      fields.push(closed.value)
      at = closed.after
      if (at === end) {
        return fields
      }
      if (text.charCodeAt(at) !== COMMA) {
        return 'quote-misplaced'
      }
      at++
      quote = text.indexOf('"', at)
    } else {
      // Half of a register's fields are empty; a comma at once needs no search.
      const comma = text.charCodeAt(at) === COMMA ? at : text.indexOf(',', at)
      const stop = comma === -1 ? end : comma
      if (quote !== -1 && quote < stop) {
        return 'quote-misplaced'
      }
      fields.push(at === stop ? '' : text.slice(at, stop))
      if (comma === -1) {
        return fields
      }
      at = comma + 1
    }
  }
}

const quotedField = (text: string, at: number): { value: string; after: number } | null => {
  let value = ''
  let from = at + 1
  for (;;) {
    const close = text.indexOf('"', from)
    if (close === -1) {
      return null
    }
    value = value === '' ? text.slice(from, close) : value + text.slice(from, close)
    if (text.charCodeAt(close + 1) !== QUOTE) {
      return { value, after: close + 1 }
    }
    value += '"'
    from = close + 2
  }
}

const mustQuote = /[",\r\n]/

/** A field as it stands in a CSV: quoted only where it must be, so that one record has one form. */
const csvField = (value: string): string =>
  mustQuote.test(value) ? `"${value.replaceAll('"', '""')}"` : value

export const csvLine = (values: readonly string[]): string => {
  let line = ''
  for (let at = 0; at < values.length; at++) {
    const value = values[at] ?? ''
    if (at > 0) {
      line += ','
    }
    if (value !== '') {
      line += csvField(value)
    }
  }
  return `${line}\n`
}
