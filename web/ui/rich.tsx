// A phrase with `**strong**` parts, so that one sentence stays one sentence for the translator.
export const Rich = ({ text }: { text: string }) => (
  <>{text.split('**').map((part, i) => (i % 2 ? <b>{part}</b> : part))}</>
)
