import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { type CameraProblem, openCamera } from './camera.ts'
import './viewfinder.css'

interface ViewfinderProps {
  readonly facing: 'environment' | 'user'
  readonly label: string
  /** Once it shows something. */
  readonly onReady: (video: HTMLVideoElement) => void
  readonly onProblem: (problem: CameraProblem) => void
}

/** What the camera sees; it is off again as soon as this is gone. */
export function Viewfinder({ facing, label, onReady, onProblem }: ViewfinderProps) {
  const video = useRef<HTMLVideoElement>(null)
  const isOn = useSignal(false)
  useEffect(() => {
    let close = (): void => undefined
    let current = true
    void openCamera(facing).then(async camera => {
      if (typeof camera === 'string') {
        if (current) onProblem(camera)
        return
      }
      close = camera.close
      const element = video.current
      if (!current || element === null) return close()
      element.srcObject = camera.stream
      await element.play().catch(() => undefined) // it was closed at once
      if (!current) return
      isOn.value = true
      onReady(element)
    })
    return () => {
      current = false
      close()
    }
  }, [facing])
  return <video class="viewfinder" ref={video} muted playsInline aria-label={label} aria-busy={!isOn.value} />
}
