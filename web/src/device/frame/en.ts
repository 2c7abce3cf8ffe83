export const en = {
  'frame.sign-in': 'Sign in to send',
  'frame.choice': 'Without PIN: what you save is kept, what was saved is not shown',
  'frame.lock': 'Lock',
  'frame.working': '{{name}} works here',
  'home.tablet': 'This tablet',
  'home.tablet.note': 'Its code, your PIN, handing it over',
  'home.enrol': 'Enrol this tablet',
  'home.enrol.note': 'So that officers of a post can work on it without a network',
} as const
