/** What no schema of one part of a procedure can say: that its parts fit each other. Pure. */

/** As a path of JSON, and what is wrong there. */
export interface Wrong {
  readonly path: readonly (string | number)[]
  readonly message: string
}
type Field = {
  readonly kind: string
  readonly choices?: object | undefined
  readonly when?: string | undefined
  readonly from?: { readonly value: string } | undefined
  readonly usual?: string | undefined
  readonly check?: { readonly rule: string } | undefined
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
  readonly applicant: { readonly for: readonly string[] }
  readonly conditions: Named
  readonly papers: readonly {
    readonly id: string
    readonly replacedWhen?: unknown
    readonly replacedBy?: unknown
  }[]
  readonly consents: readonly { readonly id: string; readonly tells?: readonly string[] | undefined }[]
  readonly fees: readonly { readonly id: string; readonly insteadOf?: string | undefined }[]
  readonly limits: readonly { readonly when?: string | undefined }[]
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
const secondOf = (names: readonly string[], name: string): number =>
  names.indexOf(name, names.indexOf(name) + 1)

const wrongInPages = ({ fields, pages }: Form): readonly Wrong[] => {
  const named = Object.keys(fields)
  const placed = pages.flatMap((page, at) =>
    page.fields.map((name, of) => ({ name, path: [at, 'fields', of] })),
  )
  const shown = placed.map(({ name }) => name)
  const again = twice(shown)
  const id = twice(pages.map((page) => page.id))
  return [
    ...named
      .filter((name) => !shown.includes(name))
      .map((name) => ({ path: ['form', 'fields', name], message: `${name} stands on no page` })),
    ...placed
      .filter(({ name }) => !named.includes(name))
      .map(({ name, path }) => ({ path: ['form', 'pages', ...path], message: `${name} is no field` })),
    ...(again === undefined
      ? []
      : [
          {
            path: ['form', 'pages', ...(placed[secondOf(shown, again)]?.path ?? [])],
            message: `${again} stands on two pages, or twice on one`,
          },
        ]),
    ...(id === undefined
      ? []
      : [
          {
            path: [
              'form',
              'pages',
              secondOf(
                pages.map((page) => page.id),
                id,
              ),
              'id',
            ],
            message: `two pages are called ${id}`,
          },
        ]),
  ]
}

const wrongInForm = (form: Form): readonly Wrong[] => {
  const { schema, fields, joins } = form
  const inSchema = Object.keys(schema.properties)
  const named = Object.keys(fields)
  return [
    ...inSchema
      .filter((name) => !named.includes(name))
      .map((name) => ({
        path: ['form', 'schema', 'properties', name],
        message: `${name} is in the schema, but form.fields does not say how it is asked`,
      })),
    ...named
      .filter((name) => !inSchema.includes(name))
      .map((name) => ({
        path: ['form', 'fields', name],
        message: `${name} is not in the schema, which says what an answer may be`,
      })),
    ...wrongInPages(form),
    ...(joins === undefined || fields[joins]?.kind === 'person'
      ? []
      : [{ path: ['form', 'joins'], message: `${joins} is no field of the kind person` }]),
    ...named.flatMap((name) => wrongInField(name, fields[name], schema.properties[name])),
    ...wrongOrder(form),
  ]
}

/** What a rule of the form speaks of, by the names of fields. */
const spokenOf = (rule: string | undefined): readonly string[] =>
  [...(rule ?? '').matchAll(/\bform\.([A-Za-z0-9]+)/g)].map(([, name]) => name ?? '')

/** Whether and how a question is put can only follow from what was asked before it. */
const wrongOrder = ({ fields, pages }: Form): readonly Wrong[] => {
  const order = pages.flatMap((page) => page.fields)
  return Object.entries(fields).flatMap(([name, field]) =>
    (['when', 'usual'] as const).flatMap((part) =>
      spokenOf(field[part])
        .filter((other) => Object.hasOwn(fields, other) && order.indexOf(other) >= order.indexOf(name))
        .map((other) => ({
          path: ['form', 'fields', name, part],
          message: `speaks of ${other}, which is asked later than ${name} or is ${name} itself`,
        })),
    ),
  )
}

const typeOfKind: Readonly<Record<string, string>> = {
  'yes-no': 'boolean',
  place: 'object',
  members: 'array',
  relatives: 'array',
  spans: 'array',
}

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
  const isOtherChoice = listed === null || listed.join() !== Object.keys(choices ?? {}).join()
  const faults: readonly (readonly [boolean, string, string?])[] = [
    [
      schema['type'] !== wanted,
      `a ${kind} is of type ${wanted}, the schema says ${String(schema['type'])}`,
      'kind',
    ],
    [kind === 'date' && schema['format'] !== 'date', 'the schema of a date has "format": "date"', 'kind'],
    [kind !== 'choice' && listed !== null, 'a field whose schema has an enum is a choice', 'kind'],
    [
      kind === 'choice' && isOtherChoice,
      'the choices are not those of enum in the schema, in its order',
      'choices',
    ],
    [kind !== 'choice' && choices !== undefined, 'only a choice has choices', 'choices'],
    [from !== undefined && usual !== undefined, 'what the State knows has no usual value', 'usual'],
    [
      from !== undefined && spokenOf(from.value).length > 0,
      'what the State knows does not follow from answers: no form.… here',
      'from',
    ],
  ]
  return faults.flatMap(([isWrong, message, part]) =>
    isWrong ? [{ path: ['form', 'fields', name, ...(part === undefined ? [] : [part])], message }] : [],
  )
}

/** What a value that a deed is done with is: a place, `to` and `at`, is an object. */
export type DeedValue = 'string' | 'list' | 'any'
/** What each deed is done with: a name that ends in `?` may be left out. */
export const deedParameters: Readonly<Record<string, Readonly<Record<string, DeedValue>>>> = {
  none: {},
  'residence.permanent': { movers: 'list', to: 'any', 'from?': 'string' },
  'residence.temporary': { movers: 'list', to: 'any', from: 'string', until: 'string' },
  'residence.renew-temporary': { movers: 'list', until: 'string' },
  'residence.absence': {
    person: 'string',
    reason: 'string',
    place: 'string',
    from: 'string',
    until: 'string',
  },
  'residence.split': { leaving: 'list', 'from?': 'string' },
  'residence.remove': { leaving: 'list', reason: 'string', from: 'string' },
  'residence.declare': { person: 'string', at: 'any', from: 'string' },
  'contact.change': { person: 'string', phone: 'string', email: 'string' },
}

const wrongDeed = ({ deed, with: given }: Parts['result']): readonly Wrong[] => {
  const wanted = Object.keys(deedParameters[deed] ?? {})
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

/** The first whose rule holds counts, so that the last one, and no other, has no rule. */
const wrongLimits = (limits: Parts['limits']): readonly Wrong[] =>
  limits.flatMap(({ when }, at) =>
    at === limits.length - 1 && when !== undefined
      ? [
          {
            path: ['limits', at, 'when'],
            message: 'the last limit holds for whoever is left: it has no rule',
          },
        ]
      : at < limits.length - 1 && when === undefined
        ? [{ path: ['limits', at], message: 'holds for everybody, so that no limit after it ever counts' }]
        : [],
  )

export const wrongBetweenParts = (one: Parts): readonly Wrong[] => {
  const lists = ['conditions', 'papers', 'consents', 'fees', 'checklist', 'refusals', 'steps'] as const
  const stages = one.steps.map(({ stage }) => STAGES.indexOf(stage))
  return [
    ...wrongInForm(one.form),
    ...lists.flatMap((list) => {
      const ids = one[list].map((of) => of.id)
      const id = twice(ids)
      return id === undefined
        ? []
        : [{ path: [list, secondOf(ids, id), 'id'], message: `two of them are called ${id}` }]
    }),
    ...one.papers.flatMap((of, at) =>
      (of.replacedWhen === undefined) === (of.replacedBy === undefined)
        ? []
        : [{ path: ['papers', at], message: 'replacedWhen and replacedBy belong together' }],
    ),
    ...one.steps.flatMap(({ id }, at) =>
      (stages[at] ?? 0) < (stages[at - 1] ?? 0)
        ? [
            {
              path: ['steps', at, 'stage'],
              message: `${id} comes too late: steps go from receive to work, decide and result`,
            },
          ]
        : [],
    ),
    ...one.consents.flatMap(({ tells = [] }, at) =>
      tells
        .filter((name) => !Object.hasOwn(one.form.fields, name))
        .map((name) => ({ path: ['consents', at, 'tells'], message: `${name} is no field of the form` })),
    ),
    ...wrongLimits(one.limits),
    ...(one.result.paper === 'none' && one.result.paperDays !== null
      ? [{ path: ['result', 'paperDays'], message: 'there is no paper' }]
      : []),
    ...one.fees.flatMap(({ id, insteadOf }, at) =>
      insteadOf === undefined || one.fees.some((of) => of.id === insteadOf && of.id !== id)
        ? []
        : [{ path: ['fees', at, 'insteadOf'], message: `${insteadOf} is no other fee of this procedure` }],
    ),
    ...wrongDeed(one.result),
    ...(one.result.paper === 'criminal-record-2' && one.applicant.for.some((who) => who !== 'self')
      ? [
          {
            path: ['applicant', 'for'],
            message: 'certificate no. 2 is for oneself alone (Law on Judicial Records 28/2009/QH12 art. 46)',
          },
        ]
      : []),
  ]
}
