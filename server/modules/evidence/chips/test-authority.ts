/**
 * The demo world's authority: its key stands in the source, so anybody signs with it. An installation with an
 * operator takes it neither at an import nor when a chip is read.
 */
import type { Certificate } from '../../../../formats/emrtd/certificate.ts'

export const TEST_ORGANIZATION = 'Sen demo world (no authority of any state)'

export const isTestAuthority = ({ subject }: Pick<Certificate, 'subject'>): boolean =>
  subject.organizations.includes(TEST_ORGANIZATION)
