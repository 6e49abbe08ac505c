/**
 * OpenAPI 3.1, generated from the contract: what a client may ask, what it gets, which refusals it may meet.
 */
import { z } from 'zod'
import { pathOf } from '../../contract/operation.ts'
import { problemCatalogue } from '../../contract/problems/catalogue.ts'
import { numbersIn } from '../kernel/parse-input.ts'
import type { AnyUseCase } from '../kernel/use-case.ts'

const schemaOf = (schema: z.ZodType, io: 'input' | 'output') =>
  z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' })

const problemsOf = (codes: readonly (keyof typeof problemCatalogue)[]) => {
  const byStatus = new Map<number, string[]>()
  for (const code of new Set([...codes, 'request.invalid' as const])) {
    const { status, en } = problemCatalogue[code]
    byStatus.set(status, [...(byStatus.get(status) ?? []), `\`${code}\`: ${en}`])
  }
  return Object.fromEntries(
    [...byStatus].map(([status, lines]) => [
      status,
      {
        description: lines.join('\n\n'),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  )
}

/** Whatever names a person at the counter is counted (perform.ts). */
const ofBudget = ({ session }: AnyUseCase['permit'], fields: readonly string[]) =>
  session === 'counter' && fields.some((field) => numbersIn({ [field]: '-' }).length > 0)
    ? (['officer.persons-spent'] as const)
    : []

const ofPresence = ({ presence }: AnyUseCase['contract']) =>
  presence
    ? {
        parameters: [
          {
            name: 'sen-presence',
            in: 'header',
            required: presence === 'always',
            description: `The work of \`presence.challenge\` for this operation, done: base64url of the JSON ${'`{ challenge, solution: { counter, derivedKey } }`'}.${presence === 'when-typed' ? ' Asked for unless the body is empty.' : ''}`,
            schema: { type: 'string', maxLength: 2000 },
          },
        ],
      }
    : {}

const operationOf = ({ contract, permit }: AnyUseCase) => {
  const input = schemaOf(contract.input, 'input')
  const { properties = {}, required = [] } = input as {
    properties?: Record<string, object>
    required?: string[]
  }
  return {
    operationId: contract.name,
    summary: contract.summary,
    description: `Permitted to: ${permit.says}.`,
    tags: [contract.name.split('.')[0] ?? ''],
    ...(contract.kind === 'deed'
      ? {
          requestBody: { required: true, content: { 'application/json': { schema: input } } },
          ...ofPresence(contract),
        }
      : {
          parameters: Object.entries(properties).map(([name, schema]) => ({
            name,
            in: 'query',
            required: required.includes(name),
            schema,
          })),
        }),
    responses: {
      200: {
        description: 'Done.',
        content: { 'application/json': { schema: schemaOf(contract.output, 'output') } },
      },
      ...problemsOf([...contract.problems, ...ofBudget(permit, Object.keys(properties))]),
    },
  }
}

export const openApi = (useCases: readonly AnyUseCase[], publicUrl: string) => ({
  openapi: '3.1.0',
  info: {
    title: 'Sen',
    version: '0.1.0',
    description:
      'An open national electronic-identity platform. Send an Idempotency-Key with every deed: sent again, it gets the same answer.',
  },
  servers: [{ url: publicUrl }],
  paths: Object.fromEntries(
    useCases.map((useCase) => [
      pathOf(useCase.contract.name),
      { [useCase.contract.kind === 'deed' ? 'post' : 'get']: operationOf(useCase) },
    ]),
  ),
  components: {
    schemas: {
      Problem: {
        type: 'object',
        required: ['type', 'status', 'code', 'detail'],
        properties: {
          type: { type: 'string' },
          status: { type: 'integer' },
          code: { enum: Object.keys(problemCatalogue) },
          detail: { type: 'string' },
          fields: { type: 'array', items: { type: 'object' } },
        },
      },
    },
  },
})
