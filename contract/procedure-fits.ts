/** What no schema of one part of a procedure can say: that its parts fit each other. Pure. */

/** As a path of JSON, and what is wrong there. */
export interface Wrong {
  readonly path: readonly (string | number)[]
  readonly message: string
}
type Field = {
  readonly kind: string
  readonly choices?: object | undefined
  readonly from?: unknown
  readonly usual?: unknown
}
interface Form {
  readonly schema: {
    readonly properties: Readonly<Record<string, Readonly<Record<string, unknown>>>>
    readonly required: readonly string[]
  }
  readonly fields: Readonly<Record<string, Field>>
  readonly pages: readonly { readonly id: string; readonly fields: readonly string[] }[]
  readonly joins?: string | undefined
}
type Named = readonly { readonly id: string }[]
interface Parts {
  readonly form: Form
  readonly conditions: Named
  readonly papers: readonly {
    readonly id: string
    readonly replacedWhen?: unknown
    readonly replacedBy?: unknown
  }[]
  readonly consents: Named
  readonly fees: readonly { readonly id: string; readonly insteadOf?: string | undefined }[]
  readonly checklist: Named
  readonly refusals: Named
  readonly steps: readonly { readonly id: string; readonly stage: string }[]
  readonly result: {
    readonly deed: string
    readonly with: object
    readonly paper: string
    readonly paperDays: number | null
  }
}

const twice = (names: readonly string[]): string | undefined =>
  names.find((name, at) => names.indexOf(name) !== at)

const wrongInForm = ({ schema, fields, pages, joins }: Form): readonly Wrong[] => {
  const inSchema = Object.keys(schema.properties)
  const named = Object.keys(fields)
  const shown = pages.flatMap(({ fields: names }) => names)
  const say = (names: readonly string[], path: Wrong['path'], what: string): Wrong[] =>
    names.map((name) => ({ path, message: `${name} ${what}` }))
  const once = (names: readonly string[], what: string): Wrong[] => {
    const name = twice(names)
    return name === undefined ? [] : [{ path: ['form', 'pages'], message: `${name} ${what}` }]
  }
  const properties = ['form', 'schema', 'properties']
  const required = ['form', 'schema', 'required']
  return [
    ...say(
      inSchema.filter((name) => !named.includes(name)),
      properties,
      'has no field',
    ),
    ...say(
      named.filter((name) => !inSchema.includes(name)),
      ['form', 'fields'],
      'is not in the schema',
    ),
    ...say(
      schema.required.filter((name) => !inSchema.includes(name)),
      required,
      'is not in the schema',
    ),
    ...say(
      named.filter((name) => !shown.includes(name)),
      ['form', 'pages'],
      'stands on no page',
    ),
    ...say(
      shown.filter((name) => !named.includes(name)),
      ['form', 'pages'],
      'is no field',
    ),
    ...once(shown, 'stands on two pages'),
    ...once(
      pages.map(({ id }) => id),
      'is the name of two pages',
    ),
    ...(joins === undefined || fields[joins]?.kind === 'person'
      ? []
      : [{ path: ['form', 'joins'], message: `${joins} is no field of the kind person` }]),
    ...named.flatMap((name) => wrongInField(name, fields[name], schema.properties[name])),
  ]
}

const typeOfKind: Readonly<Record<string, string>> = {
  'yes-no': 'boolean',
  place: 'object',
  members: 'array',
  relatives: 'array',
  spans: 'array',
}

const hasBound = (schema: Readonly<Record<string, unknown>>): boolean =>
  typeof schema['maxLength'] === 'number' && schema['maxLength'] <= 4000

const wrongInField = (
  name: string,
  field: Field | undefined,
  schema: Readonly<Record<string, unknown>> | undefined,
): readonly Wrong[] => {
  if (!field || !schema) {
    return []
  }
  const { kind, choices, from, usual } = field
  const wanted = typeOfKind[kind] ?? 'string'
  const listed = Array.isArray(schema['enum']) ? schema['enum'].map(String) : null
  const isText = wanted === 'string' && kind !== 'date' && kind !== 'choice'
  const isOtherChoice = listed === null || listed.join() !== Object.keys(choices ?? {}).join()
  const faults = [
    schema['type'] !== wanted && `a ${kind} is of type ${wanted}, the schema says ${String(schema['type'])}`,
    kind === 'date' && schema['format'] !== 'date' && 'a date has the format "date"',
    isText && !hasBound(schema) && 'a text has a maxLength of 4000 at most',
    wanted === 'array' && typeof schema['maxItems'] !== 'number' && 'a list has maxItems',
    kind === 'choice' && isOtherChoice && 'the choices are not those of the schema, in its order',
    kind !== 'choice' && choices !== undefined && 'only a choice has choices',
    from !== undefined && usual !== undefined && 'what the State knows has no usual value',
  ]
  return faults.flatMap((message) =>
    typeof message === 'string' ? [{ path: ['form', 'fields', name], message }] : [],
  )
}

/** What each deed is done with: a name that ends in `?` may be left out. */
const deedParameters: Readonly<Record<string, readonly string[]>> = {
  none: [],
  'residence.permanent': ['movers', 'to', 'from?'],
  'residence.temporary': ['movers', 'to', 'from', 'until'],
  'residence.renew-temporary': ['movers', 'until'],
  'residence.absence': ['person', 'reason', 'place', 'from', 'until'],
  'residence.split': ['leaving', 'from?'],
  'residence.remove': ['leaving', 'reason', 'from'],
  'residence.declare': ['person', 'at', 'from'],
  'contact.change': ['person', 'phone', 'email'],
}

const wrongDeed = ({ deed, with: given }: Parts['result']): readonly Wrong[] => {
  const wanted = deedParameters[deed] ?? []
  const known = wanted.map((name) => name.replace('?', ''))
  const named = Object.keys(given)
  return [
    ...named
      .filter((name) => !known.includes(name))
      .map((name) => ({
        path: ['result', 'with', name],
        message: `${deed} is not done with ${name}, but with: ${known.join(', ') || 'nothing'}`,
      })),
    ...wanted
      .filter((name) => !name.endsWith('?') && !named.includes(name))
      .map((name) => ({ path: ['result', 'with'], message: `${deed} needs ${name}` })),
  ]
}

const STAGES = ['receive', 'work', 'decide', 'result']

export const wrongBetweenParts = (one: Parts): readonly Wrong[] => {
  const lists = ['conditions', 'papers', 'consents', 'fees', 'checklist', 'refusals', 'steps'] as const
  const stages = one.steps.map(({ stage }) => STAGES.indexOf(stage))
  return [
    ...wrongInForm(one.form),
    ...lists.flatMap((list) => {
      const id = twice(one[list].map((of) => of.id))
      return id === undefined ? [] : [{ path: [list], message: `two of them are called ${id}` }]
    }),
    ...one.papers.flatMap((of, at) =>
      (of.replacedWhen === undefined) === (of.replacedBy === undefined)
        ? []
        : [{ path: ['papers', at], message: 'replacedWhen and replacedBy belong together' }],
    ),
    ...(stages.some((stage, at) => stage < (stages[at - 1] ?? 0))
      ? [{ path: ['steps'], message: 'they do not follow each other: receive, work, decide, result' }]
      : []),
    ...(one.result.paper === 'none' && one.result.paperDays !== null
      ? [{ path: ['result', 'paperDays'], message: 'there is no paper' }]
      : []),
    ...one.fees.flatMap(({ id, insteadOf }, at) =>
      insteadOf === undefined || one.fees.some((of) => of.id === insteadOf && of.id !== id)
        ? []
        : [{ path: ['fees', at, 'insteadOf'], message: `${insteadOf} is no other fee of this procedure` }],
    ),
    ...wrongDeed(one.result),
  ]
}
