// What somebody wrote, in its own paragraphs.
export const Paragraphs = ({ text }: { text: string }) => (
  <>
    {text.split(/\n+/).map((paragraph, index) => (
      <p key={index}>{paragraph}</p>
    ))}
  </>
)
