/**
 * The house's floors, lowest first, and the modules in the order of a citizen's life: whoever stands higher
 * may lean on whoever stands lower. `server/modules/all.ts` is that order.
 */
import { allModules } from '../../server/modules/all.ts'

export const modules: readonly string[] = allModules.map(({ name }) => name)

const floors: readonly (readonly [folder: string, name: string])[] = [
  ['formats/', 'formats'],
  ['contract/', 'contract'],
  ['server/kernel/', 'server/kernel'],
  ['server/storage/', 'server/storage'],
  ...modules.map((name) => [`server/modules/${name}/`, `server/modules/${name}`] as const),
  ['server/modules/all.ts', 'server/modules'],
  ['server/letters/', 'server/letters'],
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

/**
 * What runs in a browser has floors of its own. Parts, callers and the kit stand on each other; the apps
 * stand side by side on the kit, and so does the demo world's page, which belongs to the world.
 */
const webFloors: readonly (readonly [folder: RegExp, height: number])[] = [
  [/^web\/ui(?=\/)/, 0],
  [/^web\/client(?=\/)/, 1],
  [/^web\/kit(?=\/)/, 2],
  [/^web\/apps\/[^/]+(?=\/)/, 3],
  [/^world\/web(?=\/)/, 3],
]

export const isInBrowser = (path: string): boolean => path.startsWith('web/') || path.startsWith('world/web/')

const webFloorOf = (path: string): Floor | null => {
  for (const [folder, height] of webFloors) {
    const name = folder.exec(path)?.[0]
    if (name !== undefined) {
      return { name, height }
    }
  }
  return null
}

export const floorOf = (path: string): Floor | null => {
  if (isInBrowser(path)) {
    return webFloorOf(path)
  }
  if (
    path.startsWith('server/modules/') &&
    path !== 'server/modules/all.ts' &&
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
