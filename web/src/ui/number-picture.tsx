import { encode } from 'uqr'

/** A number as a QR code, drawn as one path; it holds nothing else. */
export function NumberPicture({ displayNumber, label }: { displayNumber: string; label: string }) {
  const { data, size } = encode(displayNumber)
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return (
    <svg class="slip-qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <path d={path} />
    </svg>
  )
}
