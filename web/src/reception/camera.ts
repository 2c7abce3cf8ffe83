/** The camera, for as long as it is looked through. */

export type CameraProblem = 'none' | 'not-allowed'

export interface OpenCamera {
  readonly stream: MediaStream
  readonly close: () => void
}

/** `environment`: the one at the tablet's back, where there is one. */
export async function openCamera(facing: 'environment' | 'user'): Promise<OpenCamera | CameraProblem> {
  if (navigator.mediaDevices === undefined) return 'none'
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: { ideal: facing } } })
    return {
      stream,
      close: () => {
        for (const track of stream.getTracks()) track.stop()
      },
    }
  } catch (problem) {
    const isForbidden = problem instanceof DOMException && problem.name === 'NotAllowedError'
    return isForbidden ? 'not-allowed' : 'none'
  }
}
