// Says a sentence aloud in the page's language, when the browser has a voice; a new sentence cuts the one
// before it short.
import { language, type Language } from '../../../ui/language.ts'

export const canSpeak = (): boolean => 'speechSynthesis' in window

export const speak = (sentence: string, inLanguage: Language = language()) => {
  if (!canSpeak()) {
    return
  }
  speechSynthesis.cancel()
  const utterance = new SpeechSynthesisUtterance(sentence)
  utterance.lang = inLanguage === 'vi' ? 'vi-VN' : 'en-GB'
  utterance.rate = 0.95
  speechSynthesis.speak(utterance)
}
