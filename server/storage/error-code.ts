/**
 * The errno name of a system error (`ENOENT`, `EACCES`, …), or the SQLSTATE of a database error; empty when
 * there is none.
 */
export const errorCode = (error: unknown): string => {
  if (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string') {
    return error.code
  }
  return ''
}
