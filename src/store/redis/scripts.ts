/**
 * What Redis does in one step. A claim is a text: `l` for a lease or `d` for done, and the owner. A value is a hash with `version`,
 * `json` and `user`. Times are milliseconds of the server's clock.
 */

/** Answers 0 for `mine`, 1 for `busy`, 2 for `done`. */
export const claim = `
local now = redis.call('GET', KEYS[1])
if now and string.sub(now, 1, 1) == 'd' then return 2 end
if now and now ~= ARGV[1] then return 1 end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 0`

export const renew = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('PEXPIRE', KEYS[1], ARGV[2])`

/** `ARGV[1]` is the owner without a letter. */
export const done = `
local now = redis.call('GET', KEYS[1])
if now and string.sub(now, 2) ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], 'd' .. ARGV[1], 'PX', ARGV[2])
return 1`

export const release = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('DEL', KEYS[1])`

/** `ARGV`: `any`, `absent` or `is`; the version it must be; the new version; JSON; time to live; user. */
export const set = `
local now = redis.call('HGET', KEYS[1], 'version')
if ARGV[1] == 'absent' and now then return 0 end
if ARGV[1] == 'is' and now ~= ARGV[2] then return 0 end
redis.call('HSET', KEYS[1], 'version', ARGV[3], 'json', ARGV[4], 'user', ARGV[6])
redis.call('PEXPIRE', KEYS[1], ARGV[5])
return 1`

/** `ARGV`: `any` or `is`, and the version it must be. */
export const remove = `
if ARGV[1] == 'is' and redis.call('HGET', KEYS[1], 'version') ~= ARGV[2] then return 0 end
return redis.call('DEL', KEYS[1])`

/** Deletes a value if it is about this user. */
export const removeOf = `
if redis.call('HGET', KEYS[1], 'user') ~= ARGV[1] then return 0 end
return redis.call('DEL', KEYS[1])`

/** Notes a key in the index of a user, and removes those whose time is over. `ARGV`: time to live, key. */
export const index = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
redis.call('ZADD', KEYS[1], 'GT', now + ARGV[1], ARGV[2])
if redis.call('PTTL', KEYS[1]) < tonumber(ARGV[1]) then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
return 1`
