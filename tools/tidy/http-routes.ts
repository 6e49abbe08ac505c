/**
 * Law 6, the edge: whatever answers HTTP beside the router of use cases stands in `listed-routes.ts` with its
 * reason.
 */
import ts from 'typescript'
import { listedEdges, listedRoutes, type ListedEdge, type ListedRoute } from './listed-routes.ts'
import { isTest, lookAt, textOf, type Check, type Finding } from './source.ts'

const METHODS = new Set(['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'all'])

/**
 * Every route that is set by hand: `app.get('/…')`, `app.route({ url })`, and a plug-in that is registered by
 * name. `what` reads `GET /x`.
 */
const handRoutes: Check = (sources) =>
  lookAt(
    sources,
    (path) => /^(server|world)\//.test(path) && !isTest(path),
    (node, found) => {
      if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) {
        return
      }
      const { text: method } = node.expression.name
      const [first, second] = node.arguments
      if (first === undefined) {
        return
      }
      const path = textOf(first)
      if (
        METHODS.has(method) &&
        path !== undefined &&
        /^(\/|\$\{[A-Z_]+\}\/)/.test(path) &&
        second !== undefined
      ) {
        found(node, `${method.toUpperCase()} ${path}`)
      } else if (method === 'route' && ts.isObjectLiteralExpression(first)) {
        found(node, `ROUTE ${urlOf(first)}`)
      } else if (method === 'register' && ts.isIdentifier(first)) {
        found(node, `REGISTER ${first.text}`)
      }
    },
    {
      law: 'routes',
      mend: 'make it a use case, which has a permit; where it cannot be one, list it in tools/tidy/listed-routes.ts with its reason',
    },
  )

const urlOf = (options: ts.ObjectLiteralExpression): string => {
  for (const property of options.properties) {
    if (ts.isShorthandPropertyAssignment(property) && property.name.text === 'url') {
      return 'url'
    }
    if (ts.isPropertyAssignment(property) && property.name.getText() === 'url') {
      return textOf(property.initializer) ?? property.initializer.getText()
    }
  }
  return '?'
}

/** `listed` is a parameter so that the law can be tried on planted routes. */
export const checkRoutes =
  (listed: readonly ListedRoute[] = listedRoutes): Check =>
  (sources) => {
    const found = handRoutes(sources)
    const isFound = (route: ListedRoute): boolean =>
      found.some(({ path, what }) => path === route.file && what === route.set)
    return [
      ...found.filter(({ path, what }) => !listed.some((route) => route.file === path && route.set === what)),
      ...listed.filter((route) => !isFound(route)).map((route) => gone(route.file, route.set)),
    ]
  }

const gone = (path: string, what: string, law: 'routes' | 'edges' = 'routes'): Finding => ({
  law,
  path,
  line: 1,
  what: `${what} is listed and stands here no more`,
  mend: 'take it off tools/tidy/listed-routes.ts',
})

const LISTENER = /(^|\.)(createServer|createSecureServer|Fastify|fastify|SMTPServer|WebSocketServer)$/

/**
 * Whatever listens by itself: one edge, and each other ear listed. `listed` is a parameter so that the law
 * can be tried on planted ones.
 */
export const checkEdges =
  (listed: readonly ListedEdge[] = listedEdges): Check =>
  (sources) => {
    const found = lookAt(
      sources,
      (path) => /^(server|world)\//.test(path) && !isTest(path),
      (node, tell) => {
        if (
          (ts.isCallExpression(node) || ts.isNewExpression(node)) &&
          LISTENER.test(node.expression.getText())
        ) {
          tell(node, `it listens by itself (${node.expression.getText()})`)
        }
      },
      {
        law: 'edges',
        mend: 'answer through server/http/server.ts, or list the file in tools/tidy/listed-routes.ts with its reason',
      },
    )
    return [
      ...found.filter(({ path }) => !listed.some(({ file }) => file === path)),
      ...listed
        .filter(({ file }) => !found.some(({ path }) => path === file))
        .map(({ file }) => gone(file, 'a listener', 'edges')),
    ]
  }
