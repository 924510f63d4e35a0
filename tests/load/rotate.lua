-- Asks for one body after the other; at the end prints what wrk measured as one line of JSON.
-- Arguments: a file with one body a line; then, if the rate is to be held down, requests a second, connections, and how the
-- requests come: "evenly" or "at random".

local ffi = require("ffi")
ffi.cdef("typedef struct { long seconds; long nanoseconds; } moment; int clock_gettime(int clock, moment *now);")

local requests = {}
local turn = 0

function init(args)
  wrk.method = "POST"
  wrk.headers["Content-Type"] = "application/json"
  wrk.headers["Accept"] = "application/json"
  for body in io.lines(args[1]) do
    requests[#requests + 1] = wrk.format(nil, nil, nil, body)
  end

  local rate, connections = tonumber(args[2]), tonumber(args[3])
  if rate then
    delay = args[4] == "evenly" and evenly(rate) or at_random(connections * 1000 / rate)
  end
end

-- One request after the other, all at the same distance, whichever connection is free; who is late does not wait.
function evenly(rate)
  local now = ffi.new("moment")
  local monotonic = 1
  local function milliseconds()
    ffi.C.clock_gettime(monotonic, now)
    return tonumber(now.seconds) * 1000 + tonumber(now.nanoseconds) / 1e6
  end

  local next = milliseconds()
  return function()
    next = next + 1000 / rate
    return math.max(0, math.floor(next - milliseconds() + 0.5))
  end
end

-- Independently of each other, as those of many users do.
function at_random(mean)
  return function()
    return math.floor(-math.log(1 - math.random()) * mean + 0.5)
  end
end

function request()
  turn = turn % #requests + 1
  return requests[turn]
end

function done(summary, latency)
  local errors = summary.errors
  print(string.format(
    '{"requests":%d,"microseconds":%d,"bytes":%d,"failed":%d,"p50":%d,"p99":%d}',
    summary.requests, summary.duration, summary.bytes,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout,
    latency:percentile(50), latency:percentile(99)))
end
