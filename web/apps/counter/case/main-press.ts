// The main press of a step: what Enter and the first button of the foot do.
import { useRested } from './use-rested.ts'

/** Null where the step's own main button, inside the step, is the one to press. */
export type MainPress = { readonly words: string; readonly act: () => void; readonly icon?: string } | null

const pressInner = () =>
  document.querySelector<HTMLButtonElement>('.desk-middle .step-inner:not([disabled])')?.click()

/** No press while the step has just opened, and none while an earlier one is under way. */
export const useMainPress = (step: number, main: MainPress, isBusy: boolean): (() => void) => {
  const isRested = useRested(step)
  return () => {
    if (isRested && !isBusy) {
      if (main) {
        main.act()
      } else {
        pressInner()
      }
    }
  }
}
