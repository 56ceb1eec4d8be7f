/** The time zone of LINE's days, statistics and quotas: UTC+9, in milliseconds. */
export const japanOffset = 9 * 3_600_000
