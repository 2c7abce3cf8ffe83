/** Sesotho, Lesotho's spelling: drafts until a native speaker has reviewed them. */
import type { en } from './en.ts'

export const st: Record<keyof typeof en, string> = {
  lead: 'Lokisa mona se ngotsoeng ka phoso kapa se fetohileng. Se neng se le teng se bolokiloe.',
  'home.hint': 'Ebe u sheba le karolo ea Hae: lekhotla le motse.',
  'home.tasks': 'Seo setereke sa pele se neng se kōptjoe ho se etsa se ea ho se secha.',
  earlier: 'Seo rekoto e neng e se bolela pele',
  'earlier.lead': 'Ha ho sa le joalo. U se letsetse nomoro ea pele.',
  'earlier.until': '{{said}} (ho fihlela {{day}})',
  'earlier.name': 'Lebitso',
  'earlier.document-name': 'Lebitso pampiring',
  'earlier.sex': 'Monna kapa mosali',
  'earlier.birth': 'Tsoaloa',
  'earlier.home': 'Setereke sa hae',
  'earlier.phone': 'Mohala',
  'earlier.other-phone': 'Mohala o mong',
  'earlier.destination': 'O ea',
  'earlier.origin': 'O tsoa',
}
