import type { Agency } from './agency.ts'

/** Whether a service is only for groups of applicants (Kelompok Pelayanan Lainnya); false for one that there is not. */
export function isForGroups({ services, groups }: Agency, service: string): boolean {
  const group = services.find(({ id }) => id === service)?.group
  return groups.some(({ id, audience }) => id === group && audience === 'groups')
}
