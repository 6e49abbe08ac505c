// A made-up face for the gallery, as a data address; the trial world has its own.
export const sampleFace = ({
  ground = '#cfe9e3',
  skin = '#f1c9a5',
  hair = '#211b18',
  cloth = '#0e6e66',
  isOld = false,
}: {
  ground?: string
  skin?: string
  hair?: string
  cloth?: string
  isOld?: boolean
}): string => {
  const long = isOld
    ? `<circle cx="50" cy="11" r="9" fill="${hair}"/>`
    : `<path d="M25 92c-4-22-2-40 0-54C27 18 37 10 50 10s23 8 25 28c2 14 4 32 0 54Z" fill="${hair}"/>`
  const glasses = isOld
    ? '<g fill="none" stroke="#3b3b3b" stroke-width="1.4"><circle cx="41.500" cy="47" r="6"/><circle cx="58.500" cy="47" r="6"/><path d="M47.500 46.500h5"/></g>'
    : ''
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="11 0 78 100">
<path fill="${ground}" d="M0 0h100v100H0z"/>${long}
<path d="M10 104c1-19 16-27 40-27s39 8 40 27Z" fill="${cloth}"/>
<path d="M41 62h18v15c-4 5-14 5-18 0Z" fill="${skin}"/>
<path d="M41 67c5 5 13 5 18 0v5c-5 4-13 4-18 0Z" opacity=".1"/>
<path d="m38 76 12 12 12-12 5 2-17 18-17-18Z" fill="#fff" opacity=".92"/>
<path d="M31 43c0-14 8-22 19-22s19 8 19 22-8 25-19 25-19-11-19-25Z" fill="${skin}"/>
<path d="M29 45c0-17 8-26 21-27 14 0 22 10 21 28-2-9-8-15-15-18-5 5-16 8-23 8-2 2-3 5-4 9Z" fill="${hair}"/>
<g fill="#2a211c">
<circle cx="41.500" cy="47" r="2"/>
<circle cx="58.500" cy="47" r="2"/></g>
<g fill="none" stroke-linecap="round">
<path d="M38 41.500c2-1.500 5-1.600 7-.4M55 41.100c2-1.200 5-1.100 7 .4"
 stroke="#2a211c" stroke-width="1.400"/>
<path d="M50 49c-.8 3-1.400 4.500.5 5" stroke="#0003" stroke-width="1.300"/>
<path d="M44.500 60c3 2.500 8 2.500 11 0" stroke="#a8473c" stroke-width="1.900"/></g>${glasses}</svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
