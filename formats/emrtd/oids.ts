/** Object identifiers of ICAO Doc 9303 parts 10 to 12, RFC 5652, RFC 5280, RFC 8017, RFC 5758 and BSI TR-03110/TR-03111. */
export const oids = {
  signedData: '1.2.840.113549.1.7.2', contentType: '1.2.840.113549.1.9.3', messageDigest: '1.2.840.113549.1.9.4', signingTime: '1.2.840.113549.1.9.5',
  ldsSecurityObject: '2.23.136.1.1.1', masterList: '2.23.136.1.1.2', masterListSigner: '2.23.136.1.1.3', documentTypes: '2.23.136.1.1.6.2', nameChange: '2.23.136.1.1.6.1',
  activeAuthentication: '2.23.136.1.1.5',
  rsaEncryption: '1.2.840.113549.1.1.1', rsaPss: '1.2.840.113549.1.1.10', mgf1: '1.2.840.113549.1.1.8', ecPublicKey: '1.2.840.10045.2.1', primeField: '1.2.840.10045.1.1',
  basicConstraints: '2.5.29.19', keyUsage: '2.5.29.15', extendedKeyUsage: '2.5.29.37', anyExtendedKeyUsage: '2.5.29.37.0', subjectKeyId: '2.5.29.14', authorityKeyId: '2.5.29.35',
  subjectAltName: '2.5.29.17', issuerAltName: '2.5.29.18', privateKeyUsagePeriod: '2.5.29.16', certificatePolicies: '2.5.29.32', crlDistribution: '2.5.29.31', crlNumber: '2.5.29.20',
  deltaCrl: '2.5.29.27', issuingDistributionPoint: '2.5.29.28', crlReason: '2.5.29.21', organization: '2.5.4.10', commonName: '2.5.4.3', country: '2.5.4.6',
  chipAuthenticationEcdh: '0.4.0.127.0.7.2.2.3.2', chipPublicKeyEcdh: '0.4.0.127.0.7.2.2.1.2', pace: '0.4.0.127.0.7.2.2.4', paceEcdhGm: '0.4.0.127.0.7.2.2.4.2',
} as const
