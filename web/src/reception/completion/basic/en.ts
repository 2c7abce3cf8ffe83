/** The words of a correction, and of what the record said before. */
export const en = {
  lead: 'Mend here what was written down wrongly, or has changed since. What stood here before is kept.',
  'home.hint': 'Then look at the part Home too: council and village.',
  'home.tasks': 'What the old district was asked to do goes to the new one.',
  earlier: 'What the record said before',
  'earlier.lead': 'Not so any more. Do not call an earlier number.',
  'earlier.until': '{{said}} (until {{day}})',
  'earlier.name': 'Name',
  'earlier.document-name': 'Name on a paper',
  'earlier.sex': 'Man or woman',
  'earlier.birth': 'Born',
  'earlier.home': 'Home district',
  'earlier.phone': 'Telephone',
  'earlier.other-phone': 'Another telephone',
  'earlier.destination': 'Goes to',
  'earlier.origin': 'Comes from',
} as const
