export const en = {
  viewfinder: 'Hold the square of the slip before the camera',
  'not-a-slip': 'This is no slip of ours. Hold the square of the slip before the camera.',
  none: 'No camera was found here. Type the number instead.',
  'not-allowed': 'The camera is not allowed for this page. Allow it in the browser, or type the number.',
} as const
