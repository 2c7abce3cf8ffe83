/** Our mark, drawn after the mokorotlo hat. For screens only: nothing a returnee carries shows it (domain.md 2.6). */
export const Mark = () => (
  <svg class="mark" viewBox="0 0 48 48" aria-hidden="true" focusable="false">
    <path class="mark-brim" d="M24 13 6.500 36.500c5 3.200 11 4.600 17.500 4.600s12.500-1.400 17.500-4.600Z" />
    <path
      class="mark-weave"
      d="M19.300 19.300c3 1.500 6.400 1.500 9.400 0M14.600 25.700c5.800 3 13 3 18.800 0M10.200 31.600c8.200 4.300 19.400 4.300 27.600 0"
    />
    <path
      class="mark-knot"
      d="M24 13V9.600M19.800 7.400c0-2.300 1.900-3.900 4.200-3.900s4.200 1.600 4.200 3.900-1.900 2.900-4.200 2.900-4.200-.6-4.200-2.900Z"
    />
  </svg>
)
