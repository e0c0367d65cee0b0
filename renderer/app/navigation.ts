import { CalendarDays, Contact, House, type LucideIcon, ListChecks, Search, Settings, UsersRound } from 'lucide-react';

/** The seven places of the application, in this order, and no eighth (design, section 2). */
export const navigation = [
  { path: '/', also: [], key: 'places.home', icon: House },
  { path: '/meetings', also: [], key: 'places.meetings', icon: CalendarDays },
  { path: '/contacts', also: ['/organizations'], key: 'places.contacts', icon: Contact },
  { path: '/groups', also: [], key: 'places.groups', icon: UsersRound },
  { path: '/registers', also: [], key: 'places.registers', icon: ListChecks },
  { path: '/search', also: [], key: 'places.search', icon: Search },
  { path: '/settings', also: [], key: 'places.settings', icon: Settings },
] as const satisfies readonly { path: string; also: readonly string[]; key: string; icon: LucideIcon }[];
