/** As people read a number aloud: `+266 5812 3456`, `+27 82 123 4567`; any other as it is. */
export const spacedPhone = (number: string): string =>
  number.replace(/^(\+266)(\d{4})(\d{4})$/, '$1 $2 $3').replace(/^(\+27)(\d{2})(\d{3})(\d{4})$/, '$1 $2 $3 $4')
