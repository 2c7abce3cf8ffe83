/** People to sign in as on one machine: one for each role, at two posts and in two districts. None of them exists. */
import { uuidOf } from './uuid-of.ts'

export interface DemoUser {
  /** What `npm run token -- <username>` takes. */
  readonly username: string
  readonly name: string
  /** `<role>@<place>`, as Cognito would hold them. */
  readonly groups: readonly string[]
}

const user = (name: string, ...groups: string[]): DemoUser => ({
  username: groups[0]?.replace('@*', '').replace('@', '-').toLowerCase() ?? '',
  name,
  groups,
})

export const demoUsers: readonly DemoUser[] = [
  // Maseru Bridge
  user('Palesa Mokhethi', 'reception@MB'),
  user('Lineo Ramatla', 'screening@MB'),
  user('Tefo Khoele', 'supplies@MB'),
  user('Mpho Letsie', 'supervisor@MB'),
  user('Thabang Sello', 'immigration@MB'),
  // Ficksburg Bridge
  user('Nthabiseng Phafane', 'reception@FB'),
  user('Mosa Ramaili', 'screening@FB'),
  user('Tseliso Moshabesha', 'supplies@FB'),
  user('Khotso Majara', 'supervisor@FB'),
  // Maseru
  user('Rethabile Nkuebe', 'administrator-office@LS-A'),
  user('Limpho Seboka', 'social-development@LS-A'),
  user('Tumelo Chabeli', 'child-gender-police@LS-A'),
  user('Mamello Tsosane', 'health@LS-A'),
  user('Katleho Motaung', 'labour@LS-A'),
  user('Puleng Hlalele', 'civil-registry@LS-A'),
  user('Teboho Lekhanya', 'livelihood@LS-A'),
  // Leribe
  user('Refiloe Monyane', 'administrator-office@LS-C'),
  user('Lerato Foulo', 'social-development@LS-C'),
  user('Keketso Ntlama', 'health@LS-C'),
  user('Thato Rapapa', 'labour@LS-C'),
  user('Moliehi Putsoa', 'civil-registry@LS-C'),
  user('Tankiso Makara', 'livelihood@LS-C'),
  // The central store
  user('Lebohang Sekete', 'supplies@CENTRE'),
  // The whole country
  user('Boitumelo Sehloho', 'protection@*'),
  user('Moeketsi Ntho', 'finance@*'),
  user('Hlompho Maime', 'analyst@*'),
  user('Relebohile Tau', 'administrator@*'),
  user('Sebabatso Ralitapole', 'auditor@*'),
]

export const findDemoUser = (username: string): DemoUser | undefined =>
  demoUsers.find(({ username: known }) => known === username)

/** The user's stable id: the same on every machine and after every restart. */
export const subjectOf = ({ username }: DemoUser): string => uuidOf(`kamohelo demo user ${username}`)

export const findDemoUserBySubject = (subject: string): DemoUser | undefined =>
  demoUsers.find(known => subjectOf(known) === subject)
