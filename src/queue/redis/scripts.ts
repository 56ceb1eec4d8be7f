/**
 * What Redis does in one step. `KEYS[1]` begins every key, and has a hash tag: all keys are on one node of a cluster. Under it:
 *
 * - `box:MAILBOX`, sorted set: events that wait, by their time. A member is a number that grows and the id, so that events of one time
 *   keep their order.
 * - `event:ID`, hash: an event that waits or is dead, with its runs, notes and place. A string while its id is only known.
 * - `lease:MAILBOX`, string: the owner.
 * - `due`, sorted set: mailboxes with events, by the time since when no worker handles them: of a mailbox that a worker handles, the end of
 *   the lease; of one that waits for its next run, the end of the wait.
 * - `received`, sorted set: ids of events that wait, by their delivery.
 * - `dead`, sorted set: dead letters in their order, members like those of a box. `end`, sorted set: the same by the end of their time,
 *   as JSON of id, member and user.
 * - `user:USER`, set: ids of events of a user that wait or are dead.
 * - `seq`, number.
 *
 * Times are milliseconds of the server's clock.
 */

/** Functions that the scripts share. */
const shared = `
local call = redis.call
local tag = KEYS[1]
local time = call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local due, received, dead, ends = tag .. 'due', tag .. 'received', tag .. 'dead', tag .. 'end'

local function key(kind, name) return tag .. kind .. ':' .. name end

local function place(id) return string.format('%016d', call('INCR', tag .. 'seq')) .. id end

-- Puts an event into its box. Its hash exists.
local function put(id, mailbox, timestamp, deliveredAt, user)
  local box, lease, member = key('box', mailbox), key('lease', mailbox), place(id)
  call('HSET', key('event', id), 'member', member)
  call('ZADD', box, timestamp, member)
  call('ZADD', received, deliveredAt, id)
  if user ~= '' then call('SADD', key('user', user), id) end
  local held = call('PTTL', lease)
  if held > 0 then
    call('ZADD', due, 'NX', now + held, mailbox)
  elseif call('ZRANGE', box, 0, 0)[1] == member then
    call('ZADD', due, 'LT', now, mailbox)
  end
end

-- Takes an event out of its box.
local function take(id, mailbox, member)
  call('ZREM', key('box', mailbox), member)
  call('ZREM', received, id)
end

local function release(mailbox, from)
  call('DEL', key('lease', mailbox))
  if from then call('ZADD', due, from, mailbox) else call('ZREM', due, mailbox) end
end

-- Opens the first event, for an owner who may have the lease.
local function open(mailbox, owner, lease)
  local box = key('box', mailbox)
  while true do
    local member = call('ZRANGE', box, 0, 0)[1]
    if not member then
      release(mailbox)
      return {'empty'}
    end
    local id = string.sub(member, 17)
    local event = key('event', id)
    local notBefore = call('HGET', event, 'notBefore')
    if notBefore then
      notBefore = tonumber(notBefore)
      if notBefore > now then
        release(mailbox, notBefore)
        return {'later', notBefore - now}
      end
      call('SET', key('lease', mailbox), owner, 'PX', lease)
      call('ZADD', due, now + lease, mailbox)
      call('HINCRBY', event, 'attempts', 1)
      return {'event', call('HGETALL', event)}
    end
    -- Redis has deleted the event, for want of memory.
    take(id, mailbox, member)
  end
end

-- Deletes a dead letter from all indexes.
local function bury(id, member, entry, user)
  call('ZREM', dead, member)
  call('ZREM', ends, entry)
  if user ~= '' then call('SREM', key('user', user), id) end
end

-- Whether an event waits.
local function waits(event)
  return call('TYPE', event).ok == 'hash' and call('HEXISTS', event, 'member') == 1
end

-- Deletes dead letters from the indexes that Redis has deleted because their time is over, some at a time.
local function purge()
  for _, entry in ipairs(call('ZRANGEBYSCORE', ends, '-inf', '(' .. now, 'LIMIT', 0, 500)) do
    local id, member, user = unpack(cjson.decode(entry))
    -- The event may have come again.
    local isBack = call('TYPE', key('event', id)).ok == 'hash'
    bury(id, member, entry, isBack and '' or user)
  end
end

-- A dead letter.
local function letter(id)
  local event = key('event', id)
  if call('TYPE', event).ok ~= 'hash' then return nil end
  local mailbox, user, entry, timestamp, deliveredAt =
    unpack(call('HMGET', event, 'mailbox', 'user', 'end', 'timestamp', 'receivedAt'))
  if not entry then return nil end
  return {event = event, mailbox = mailbox, user = user, entry = entry, timestamp = timestamp,
    deliveredAt = deliveredAt, member = cjson.decode(entry)[2]}
end
`

/** `ARGV`: id, mailbox, user, timestamp, receivedAt and JSON of each event. Answers 1 for each that is new, else 0. */
export const append = `${shared}
local answers = {}
for i = 1, #ARGV, 6 do
  local id, mailbox, user, timestamp, deliveredAt, json = unpack(ARGV, i, i + 5)
  local event = key('event', id)
  if call('EXISTS', event) == 0 then
    call('HSET', event, 'json', json, 'mailbox', mailbox, 'user', user, 'timestamp', timestamp,
      'receivedAt', deliveredAt, 'attempts', 0, 'notBefore', 0)
    put(id, mailbox, timestamp, deliveredAt, user)
    answers[#answers + 1] = 1
  else
    if waits(event) and tonumber(call('HGET', event, 'receivedAt')) < tonumber(deliveredAt) then
      call('HSET', event, 'receivedAt', deliveredAt)
      call('ZADD', received, 'XX', deliveredAt, id)
    end
    answers[#answers + 1] = 0
  end
end
return answers`

/** `ARGV`: mailbox, owner, lease. */
export const open = `${shared}
local mailbox, owner = ARGV[1], ARGV[2]
local lease = key('lease', mailbox)
local holder = call('GET', lease)
if holder and holder ~= owner then return {'busy', math.max(1, call('PTTL', lease))} end
return open(mailbox, owner, tonumber(ARGV[3]))`

/** `ARGV`: mailbox, owner, lease. */
export const renew = `${shared}
local mailbox, owner, ms = ARGV[1], ARGV[2], tonumber(ARGV[3])
local lease = key('lease', mailbox)
if call('GET', lease) ~= owner then return 0 end
call('PEXPIRE', lease, ms)
call('ZADD', due, 'XX', now + ms, mailbox)
return 1`

/** `ARGV`: mailbox, owner, id; names and JSON of notes. */
export const note = `${shared}
local mailbox, owner, id = ARGV[1], ARGV[2], ARGV[3]
if call('GET', key('lease', mailbox)) ~= owner then return 0 end
local event = key('event', id)
if not waits(event) or call('HGET', event, 'mailbox') ~= mailbox then return 0 end
for i = 4, #ARGV, 2 do call('HSET', event, 'note:' .. ARGV[i], ARGV[i + 1]) end
return 1`

/** `ARGV`: mailbox, owner, id, lease, 1 to open the next event; `done`, `dead` or `later`, milliseconds; code and message. */
export const settle = `${shared}
local mailbox, owner, id = ARGV[1], ARGV[2], ARGV[3]
if call('GET', key('lease', mailbox)) ~= owner then return {'lost'} end
local event = key('event', id)
if not waits(event) then return {'lost'} end
local home, member, user = unpack(call('HMGET', event, 'mailbox', 'member', 'user'))
if home ~= mailbox then return {'lost'} end
local as, ms = ARGV[6], tonumber(ARGV[7])
if as == 'later' then
  call('HSET', event, 'notBefore', now + ms)
  release(mailbox, now + ms)
  return {'later', ms}
end
take(id, mailbox, member)
if as == 'done' then
  if user ~= '' then call('SREM', key('user', user), id) end
  call('SET', event, '', 'PX', ms)
else
  purge()
  local grave = place(id)
  local entry = cjson.encode({id, grave, user})
  call('HDEL', event, 'member')
  call('HSET', event, 'end', entry, 'diedAt', now, 'code', ARGV[8], 'message', ARGV[9])
  call('ZADD', dead, string.sub(grave, 1, 16), grave)
  call('ZADD', ends, now + ms, entry)
  call('PEXPIREAT', event, now + ms)
end
if ARGV[5] == '1' then return open(mailbox, owner, tonumber(ARGV[4])) end
if call('EXISTS', key('box', mailbox)) == 0 then
  release(mailbox)
  return {'empty'}
end
release(mailbox, now)
return {'later', 0}`

/** `ARGV`: milliseconds, limit. */
export const waiting = `${shared}
purge()
local names = {}
for _, mailbox in ipairs(call('ZRANGEBYSCORE', due, '-inf', '(' .. (now - ARGV[1]), 'LIMIT', 0, ARGV[2])) do
  if call('EXISTS', key('lease', mailbox)) == 0 then names[#names + 1] = mailbox end
end
return names`

/** `ARGV`: limit, id or an empty text. */
export const letters = `${shared}
purge()
local from = '+inf'
if ARGV[2] ~= '' then
  local before = letter(ARGV[2])
  if before then from = '(' .. string.sub(before.member, 1, 16) end
end
local answers = {}
for _, member in ipairs(call('ZREVRANGEBYSCORE', dead, from, '-inf', 'LIMIT', 0, ARGV[1])) do
  local id = string.sub(member, 17)
  if letter(id) then answers[#answers + 1] = call('HGETALL', key('event', id)) end
end
return answers`

/** `ARGV`: id. Answers the name of the mailbox. */
export const replay = `${shared}
local id = ARGV[1]
local found = letter(id)
if not found then return false end
bury(id, found.member, found.entry, found.user)
call('PERSIST', found.event)
call('HDEL', found.event, 'end', 'diedAt', 'code', 'message')
call('HSET', found.event, 'attempts', 0, 'notBefore', 0)
put(id, found.mailbox, found.timestamp, found.deliveredAt, found.user)
return found.mailbox`

/** `ARGV`: id. */
export const discard = `${shared}
local id = ARGV[1]
local found = letter(id)
if not found then return 0 end
bury(id, found.member, found.entry, found.user)
call('DEL', found.event)
return 1`

export const counts = `${shared}
purge()
local first = call('ZRANGE', received, 0, 0, 'WITHSCORES')
return {call('ZCARD', received), call('ZCARD', due), call('ZCOUNT', ends, now, '+inf'),
  first[2] and math.max(0, now - tonumber(first[2])) or 0}`

/** `ARGV`: user, limit. Answers how many events were deleted, and how many are left. */
export const forget = `${shared}
local user = key('user', ARGV[1])
local deleted = 0
for _, id in ipairs(call('SRANDMEMBER', user, ARGV[2])) do
  local event = key('event', id)
  if call('TYPE', event).ok == 'hash' then
    local mailbox, member, entry = unpack(call('HMGET', event, 'mailbox', 'member', 'end'))
    if member then
      take(id, mailbox, member)
      if call('EXISTS', key('box', mailbox)) == 0 then release(mailbox) end
    elseif entry then
      bury(id, cjson.decode(entry)[2], entry, '')
    end
    call('DEL', event)
    deleted = deleted + 1
  end
  call('SREM', user, id)
end
return {deleted, call('SCARD', user)}`
