/**
 * What a sign-in proves (OpenID Connect Core `acr`). Every sign-in here asks two factors; the higher contexts
 * need a card or a counter.
 */
export const ACR = 'urn:sen:acr:2'
export const ACR_NAMED: readonly string[] = ['urn:sen:acr:1', ACR, 'urn:sen:acr:3', 'urn:sen:acr:4']
export const ACR_REACHED: ReadonlySet<string> = new Set(['urn:sen:acr:1', ACR])
