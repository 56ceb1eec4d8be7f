/** Demographic filters of narrowcasts. */
import type { DemographicFilter } from '../../spec/narrowcast.js'
import type { Person } from '../state/people.js'

const DAY = 86_400_000

const number = (word: string | undefined, otherwise: number) =>
  word === undefined ? otherwise : Number(word.replace(/\D/g, ''))

/** LINE always excludes people in Thailand who are under twenty. */
export const mayBeFiltered = ({ attributes: { area, age } }: Person): boolean =>
  !(area?.startsWith('th_') && age !== undefined && age < 20)

/** Returns whether a person matches a filter. People without the attribute do not match. */
export function fits({ attributes }: Person, filter: DemographicFilter, now: number): boolean {
  const { gender, age, appType, area, since } = attributes
  const again = (inner: DemographicFilter) => fits({ attributes } as Person, inner, now)
  switch (filter.type) {
    case 'gender':
      return gender !== undefined && filter.oneOf.includes(gender)
    case 'age':
      return age !== undefined && age >= number(filter.gte, 0) && age < number(filter.lt, Infinity)
    case 'appType':
      return appType !== undefined && filter.oneOf.includes(appType)
    case 'area':
      return area !== undefined && (filter.oneOf as string[]).includes(area)
    case 'subscriptionPeriod': {
      const days = since === undefined ? NaN : (now - since) / DAY
      return days >= number(filter.gte, 0) && days < number(filter.lt, Infinity)
    }
    case 'operator':
      if (filter.not) return !again(filter.not)
      return filter.and ? filter.and.every(again) : (filter.or ?? []).some(again)
  }
}
