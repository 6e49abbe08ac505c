/**
 * The house's floors, lowest first, and the modules in the order of a citizen's life: whoever stands higher
 * may lean on whoever stands lower.
 */
export const modules = [
  'registry/territory',
  'registry/organisations',
  'registry/population',
  'evidence/chips',
  'evidence/biometrics',
  'people/accounts',
  'people/locks',
  'evidence/capture',
  'cases/casework',
  'cases/discrepancies',
  'cases/representation',
  'cases/enrolment',
  'cases/cards',
  'access/authentication',
  'access/assistance',
  'access/federation',
  'documents/wallet',
  'platform/notifications',
  'platform/audit',
  'platform/counter',
  'platform/home',
] as const

const floors: readonly (readonly [folder: string, name: string])[] = [
  ['formats/', 'formats'],
  ['contract/', 'contract'],
  ['server/kernel/', 'server/kernel'],
  ['server/storage/', 'server/storage'],
  ...modules.map((name) => [`server/modules/${name}/`, `server/modules/${name}`] as const),
  ['server/jobs/', 'server/jobs'],
  ['server/', 'server'],
  ['world/', 'world'],
  ['bench/', 'bench'],
  ['e2e/', 'e2e'],
  ['testing/', 'testing'],
  ['tools/', 'tools'],
]

export interface Floor {
  readonly name: string
  /** Higher leans on lower. */
  readonly height: number
}

export const floorOf = (path: string): Floor | null => {
  if (path.startsWith('web/')) {
    return { name: 'web', height: floors.length }
  }
  if (
    path.startsWith('server/modules/') &&
    !modules.some((name) => path.startsWith(`server/modules/${name}/`))
  ) {
    return null
  }
  const height = floors.findIndex(([folder]) => path.startsWith(folder))
  const name = floors[height]?.[1]
  return name === undefined ? null : { name, height }
}

/** The place whose private files a path may use: a module, the kernel, the world … */
export const placeOf = (path: string): string => floorOf(path)?.name ?? path.split('/').slice(0, 3).join('/')
