/** How long is left, or by how much it is over. */
export const en = {
  'left.minutes_one': '{{count}} minute left',
  'left.minutes_other': '{{count}} minutes left',
  'left.hours_one': '{{count}} hour left',
  'left.hours_other': '{{count}} hours left',
  'left.days_one': '{{count}} day left',
  'left.days_other': '{{count}} days left',
  'over.minutes_one': 'over by {{count}} minute',
  'over.minutes_other': 'over by {{count}} minutes',
  'over.hours_one': 'over by {{count}} hour',
  'over.hours_other': 'over by {{count}} hours',
  'over.days_one': 'over by {{count}} day',
  'over.days_other': 'over by {{count}} days',
} as const
