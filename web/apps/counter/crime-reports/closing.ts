// The law counts days; the desk's countdown runs to the closing of the last one.
export const closingOf = (day: string): string => `${day}T17:00:00+07:00`
