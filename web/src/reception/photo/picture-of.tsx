import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'

interface PictureOfProps {
  readonly bytes: BlobPart
  readonly mediaType: string
  readonly label: string
}

/** A picture that stands in this tab alone, and goes with it. */
export function PictureOf({ bytes, mediaType, label }: PictureOfProps) {
  const address = useSignal<string | undefined>(undefined)
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([bytes], { type: mediaType }))
    address.value = made
    return () => URL.revokeObjectURL(made)
  }, [bytes])
  return address.value === undefined ? null : <img class="person-picture" src={address.value} alt={label} />
}
