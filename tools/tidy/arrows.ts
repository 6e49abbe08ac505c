/**
 * Law 1: arrows run down, type imports included; there is no circle; nobody imports what stands beside the
 * product.
 */
import { floorOf, isInBrowser, type Floor } from './floors.ts'
import { importsOf, type Import } from './imports.ts'
import { isProduct, isScript, isTest, type Check, type Finding } from './source.ts'

const BESIDE = new Set(['world', 'e2e', 'bench', 'tools', 'testing'])

export const checkArrows: Check = (sources) =>
  importsOf(sources).flatMap((edge) => {
    const wrong = edge.to === null ? wrongPackage(edge) : wrongArrow(edge, edge.to)
    return wrong ? [{ law: 'arrows' as const, path: edge.from, line: edge.line, ...wrong }] : []
  })

type Wrong = Pick<Finding, 'what' | 'mend'> | null

/** Formats hold no I/O: they may lean on the language only. */
const wrongPackage = ({ from, specifier }: Import): Wrong =>
  from.startsWith('formats/') && !isTest(from)
    ? { what: `formats imports ${specifier}`, mend: 'a format is pure: take what you need as a parameter' }
    : null

const wrongArrow = ({ from, isType }: Import, to: string): Wrong => {
  const [here, there] = [floorOf(from), floorOf(to)]
  if (!here) {
    return {
      what: `${from} stands on no floor`,
      mend: isInBrowser(from)
        ? 'the floors of the web are web/ui, web/client, web/kit and web/apps/<one app>'
        : "add its module to server/modules/all.ts, at its place in the order of a citizen's life",
    }
  }
  if (!there) {
    return {
      what: `it imports ${to}, which stands on no floor`,
      mend: 'move it under a floor of tools/tidy/floors.ts',
    }
  }
  if (here.name === there.name) {
    return wrongAtCounter(from, to)
  }
  if (BESIDE.has(there.name) && (!isInBrowser(from) || isTest(from))) {
    return null
  }
  if (isInBrowser(from)) {
    return isInBrowser(to) ? wrongFloorOfWeb(here, there, to) : wrongInWeb(from, to, there.name, isType)
  }
  if (isInBrowser(to)) {
    return isBeside(here.name)
      ? null
      : { what: `it imports ${to} of the web`, mend: 'put what both need into formats or contract' }
  }
  if (isTest(from) || there.height < here.height) {
    return null
  }
  return {
    what: `${here.name} imports ${to} above it`,
    mend: `turn the arrow: ${there.name} hands it in or reacts to an event (reactions of its module.ts), or one of the two files moves to the other floor`,
  }
}

const isBeside = (name: string): boolean =>
  name === 'tools' || name === 'testing' || name === 'e2e' || name === 'bench'

/** ui < client < kit < apps; the apps and the demo world's page know nothing of each other. */
const wrongFloorOfWeb = (here: Floor, there: Floor, to: string): Wrong => {
  if (there.height < here.height) {
    return null
  }
  return there.height === here.height
    ? {
        what: `${here.name} imports ${to}`,
        mend: 'what several apps share belongs to web/kit; what the demo world lends comes through web/kit/simulators.ts',
      }
    : { what: `${here.name} imports ${to} above it`, mend: 'hand it in, or move one of the two files' }
}

/** What the counter's journeys share; every other folder of its app is a journey of its own. */
const SHARED_AT_COUNTER = new Set(['case', 'devices', 'evidence', 'screen', 'shell', 'words'])
const journeyOf = (path: string): string | undefined => /^web\/apps\/counter\/([^/]+)\//.exec(path)?.[1]

/** A journey of the counter knows itself and what all share: one is taken out without touching another. */
const wrongAtCounter = (from: string, to: string): Wrong => {
  const [here, there] = [journeyOf(from), journeyOf(to)]
  return here === undefined || there === undefined || here === there || SHARED_AT_COUNTER.has(there)
    ? null
    : {
        what: `the counter's ${here} imports ${to}, of another journey`,
        mend: "what journeys share belongs to the counter's case, evidence, shell, devices, screen or words",
      }
}

const wrongInWeb = (from: string, to: string, there: string, isType: boolean): Wrong => {
  if (there === 'formats') {
    return null
  }
  if (there === 'contract') {
    return isType || isTest(from)
      ? null
      : {
          what: `the web takes more than types from ${to}`,
          mend: "write `import type`; sentences and checks for the browser belong to formats or to the journey's folder",
        }
  }
  return { what: `the web imports ${to}`, mend: 'go through web/client/call.ts and a contract' }
}

/**
 * Nobody needs the world, the stories, the measurements or the tools in order to run; tests, stories and
 * measurements may use all of them.
 */
export const checkBeside: Check = (sources) =>
  importsOf(sources).flatMap(({ from, to, line }) => {
    const [here, there] = [floorOf(from)?.name, to === null ? undefined : floorOf(to)?.name]
    if (
      !there ||
      !BESIDE.has(there) ||
      here === there ||
      isTest(from) ||
      here === 'e2e' ||
      (here === 'tools' && there === 'testing') ||
      here === 'bench'
    ) {
      return []
    }
    return [
      {
        law: 'world-below',
        path: from,
        line,
        what: `it imports ${to}`,
        mend: `${there} stands beside the product: hand it in from tools/, or list this file as one that only tests use`,
      },
    ]
  })

const isForTests = (path: string): boolean => isTest(path) || /^(e2e|bench|tools)\//.test(path)

/** What only tests use stands in testing/, and nothing of the product leans on it. */
export const checkFixtures: Check = (sources) => {
  const importers = Map.groupBy(importsOf(sources), ({ to }) => to ?? '')
  const inProduct = sources
    .filter((source) => isScript(source) && isProduct(source.path))
    .filter(({ path }) => importers.get(path)?.every(({ from }) => isTest(from)) ?? false)
    .map(({ path }) => ({
      law: 'fixtures' as const,
      path,
      line: 1,
      what: 'only tests use it, and it stands in the product tree',
      mend: 'move it into testing/, or take it out',
    }))
  const leaning = importsOf(sources)
    .filter(({ from, to }) => to?.startsWith('testing/') && !isForTests(from))
    .map(({ from, to, line }) => ({
      law: 'fixtures' as const,
      path: from,
      line,
      what: `it imports ${to}, which is for tests`,
      mend: 'move what it needs into a file of the product',
    }))
  return [...inProduct, ...leaning]
}

/** Every set of files that reach each other is one finding, at its first file. */
export const checkCircles: Check = (sources) => {
  const edges = new Map<string, Import[]>()
  const known = new Set(sources.map(({ path }) => path))
  for (const edge of importsOf(sources)) {
    if (edge.to !== null && known.has(edge.to)) {
      edges.set(edge.from, [...(edges.get(edge.from) ?? []), edge])
    }
  }
  return circlesIn(edges).map((circle) => {
    const [first = ''] = circle
    const line = edges.get(first)?.find(({ to }) => to !== null && circle.includes(to))?.line ?? 1
    return {
      law: 'circles',
      path: first,
      line,
      what: `a circle: ${[...circle, first].join(' → ')}`,
      mend: 'move what both need into a file below them',
    }
  })
}

/**
 * Tarjan's strongly connected components (SIAM J. Comput. 1972), each as a sorted list of more than one file,
 * or of one that imports itself.
 */
const circlesIn = (edges: ReadonlyMap<string, readonly Import[]>): string[][] => {
  const index = new Map<string, number>()
  const low = new Map<string, number>()
  const open: string[] = []
  const circles: string[][] = []
  const visit = (path: string): void => {
    index.set(path, index.size)
    low.set(path, index.get(path) ?? 0)
    open.push(path)
    for (const { to } of edges.get(path) ?? []) {
      if (to === null) {
        continue
      }
      if (!index.has(to)) {
        visit(to)
      }
      if (open.includes(to)) {
        low.set(path, Math.min(low.get(path) ?? 0, low.get(to) ?? 0))
      }
    }
    if (low.get(path) !== index.get(path)) {
      return
    }
    const circle = open.splice(open.indexOf(path)).sort()
    if (circle.length > 1 || edges.get(path)?.some(({ to }) => to === path)) {
      circles.push(circle)
    }
  }
  for (const path of edges.keys()) {
    if (!index.has(path)) {
      visit(path)
    }
  }
  return circles
}
