// A one-time secret comes behind the # of an address, so that no server log ever holds it; once read it
// leaves the address bar, and the history, at once.
export const secretInAddress = (name: string): string => {
  const secret = new URLSearchParams(location.hash.slice(1)).get(name) ?? ''
  if (secret) {
    history.replaceState(null, '', location.pathname)
  }
  return secret
}
