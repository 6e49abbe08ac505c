// What Vite understands and TypeScript does not: style sheets, pictures and the constants the build puts in.
declare module '*.css'
declare module '*.svg' {
  const url: string
  export default url
}
declare module '*.woff2' {
  const url: string
  export default url
}

/**
 * Only in a front's sw.ts: the files the service worker keeps, and a version that changes when any of them
 * does.
 */
declare const __PRECACHE__: { readonly version: string; readonly files: readonly string[] }
