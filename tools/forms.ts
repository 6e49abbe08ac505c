/**
 * The forms of the web, as the modules declare them, by the name under which a page imports their rules.
 */
import { useCasesOf, type Form, type FormsByPlace, type Module } from '../server/kernel/module.ts'
import { allModules } from '../server/modules/all.ts'

type Forms = Readonly<Record<string, Form>>

/**
 * Throws for two forms of one name, which the page could not tell apart, and for a form that sends what its
 * module does not offer.
 */
export const formsIn = (
  modules: readonly Pick<Module, 'name' | 'useCases' | 'signInUseCases' | 'issuerUseCases' | 'forms'>[],
  place: keyof FormsByPlace,
): Forms => {
  const all: Record<string, Form> = {}
  for (const module of modules) {
    for (const [name, form] of Object.entries(module.forms[place] ?? {})) {
      if (name in all) {
        throw new Error(`two forms of the web are called ${name}; the second stands in ${module.name}`)
      }
      if (!useCasesOf(module).includes(form.sends)) {
        throw new Error(
          `${module.name}: the form ${name} sends ${form.sends.contract.name}, which is not its own`,
        )
      }
      all[name] = form
    }
  }
  return all
}

export const citizenForms = formsIn(allModules, 'citizen')
export const counterForms = formsIn(allModules, 'counter')
export const decisionForms = formsIn(allModules, 'decision')
