import { useEffect, useRef } from 'preact/hooks'

/** The heading of the part of a form on screen. It takes the focus when the part changes, but not when the page opens. */
export function SectionHeading({ name }: { name: string }) {
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = useRef(name)
  useEffect(() => {
    if (shown.current !== name) heading.current?.focus({ preventScroll: true })
    shown.current = name
  }, [name])
  return (
    <h2 ref={heading} tabIndex={-1}>
      {name}
    </h2>
  )
}
