/** Practice mode's words. */
export const en = {
  band: 'Practice: invented people. Nothing here is sent.',
  practice: 'Practice',
  desk: 'Desk',
  record: 'Record',
  leave: 'Leave practice',
  'kept.none': 'Nothing saved',
  kept_one: '{{count}} saved',
  kept_other: '{{count}} saved',
  'tray.title': 'What was saved in practice',
  'tray.lead':
    'At the real desk these wait on the tablet until they are sent. Here none is ever sent: all of it is gone when you leave.',
  'tray.none': 'Nothing was saved in practice yet.',
  'tray.state': 'Practice: not sent',
  'tray.again': 'Begin again from the start',
  'page.none': 'This page is not part of practice.',
  'page.desk': 'To the practice desk',
} as const
