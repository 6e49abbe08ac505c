/** Rules that fail, and results that do what nobody can. */
import { at, type Planted } from './planted.ts'

export const wrongRules: readonly Planted[] = [
  at('a rule that is cut off', (f) => (f.fees[0].when = 'person.age >='), /person\.age >="/, /ends before/),
  at(
    'a rule with a closing quote missing',
    (f) => (f.fees[0].when = "who == 'self"),
    /'self"/,
    /quote is missing/,
  ),
  at(
    'a rule of a fact that is none',
    (f) => (f.fees[0].when = 'weather.isFine'),
    /weather/,
    /weather, which is no fact/,
  ),
  at(
    'a rule of a part that no fact has',
    (f) => (f.fees[0].when = "person.colour == 'x'"),
    /colour/,
    /colour, which is not there/,
  ),
  at(
    'a rule of a field that is none',
    (f) => (f.fees[0].when = "form.colour == 'x'"),
    /form\.colour/,
    /colour, which is not there/,
  ),
  at(
    'a rule that answers a text for a yes',
    (f) => (f.fees[0].when = 'person.name'),
    /person\.name/,
    /string, where bool/,
  ),
  at(
    'a person where a list is wanted',
    (f) => (f.consents[0].who = 'form.owner'),
    /"who": "form\.owner"/,
    /string, where list/,
  ),
  at(
    'a number compared with a text',
    (f) => (f.fees[0].when = "person.age == '9'"),
    /person\.age == '9'/,
    /does not fit/,
  ),
  at(
    'a rule with a pattern',
    (f) => (f.fees[0].when = "person.name.matches('^A')"),
    /matches/,
    /not for rules/,
  ),
  at(
    'a rule that asks whether a fact is there',
    (f) => (f.fees[0].when = 'has(person.name)'),
    /has\(/,
    /always there/,
  ),
  at('a function that is none', (f) => (f.fees[0].when = 'isHoliday(today)'), /isHoliday/, /no function/),
  at(
    'a rule of a thousand and one characters',
    (f) => (f.fees[0].when = `true ${'|| true'.repeat(150)}`),
    /true \|\| true/,
    /more than 1000/,
  ),
  at(
    'a rule of too many parts',
    (f) => (f.fees[0].when = `1 ${'+1'.repeat(200)} > 0`),
    /\+1\+1/,
    /too long for one rule/,
  ),
  at(
    'a rule that walks through lists in lists in lists',
    (f) => (f.fees[0].when = '[1].all(a, [1].all(b, [1].all(c, a + b + c > 0)))'),
    /\[1\]\.all/,
    /lists within lists/,
  ),
  at(
    'a rule that takes the first of nobody',
    (f) => (f.fees[0].when = 'household.members[0].age > 18'),
    /members\[0\]/,
    /fails for some people/,
  ),
  at(
    'a rule of what no member has',
    (f) => (f.fees[0].when = 'household.members.exists(m, m.colour == 1)'),
    /m\.colour/,
    /fails for some people/,
  ),
  at(
    'a condition that asks for an answer before the form',
    (f) =>
      (f.conditions = [
        {
          id: 'until',
          rule: "form.until != ''",
          met: { vi: 'Đã có ngày đi.', en: 'You know when you leave.' },
          unmet: { vi: 'Chưa có ngày đi.', en: 'You do not know when you leave.' },
          law: f.law,
        },
      ]),
    /form\.until != ''/,
    /asked only after/,
  ),
  at(
    'a fee that tells of somebody else’s household',
    (f) => (f.fees[0].when = "joined.number != ''"),
    /joined\.number/,
    /household of somebody else/,
  ),
]

export const wrongResults: readonly Planted[] = [
  at('a deed that is none', (f) => (f.result.deed = 'residence.fly'), /residence\.fly/, /none of none/),
  at(
    'a deed done with what it does not take',
    (f) => (f.result.with.colour = "'red'"),
    /"colour"/,
    /not done with colour/,
  ),
  at('a deed that lacks what it needs', (f) => delete f.result.with.until, /"with": \{/, /needs until/),
  at(
    'a deed done with a value of another type',
    (f) => (f.result.with.movers = 'person.number'),
    /"movers": "person\.number"/,
    /string, where list/,
  ),
  at(
    'days of a paper that there is not',
    (f) => {
      f.result.paper = 'none'
      f.result.paperDays = 9
    },
    /"paperDays": 9/,
    /no paper/,
  ),
  at('a paper that is none', (f) => (f.result.paper = 'diploma'), /"paper": "diploma"/, /none of none, ct07/),
]
