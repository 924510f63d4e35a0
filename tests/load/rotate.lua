-- Asks for one body after the other; at the end prints what wrk measured as one line of JSON.
-- Arguments: a file with one body a line; then, if the rate is to be held down, requests a second and connections.

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
    -- Requests come at random, independently of each other, as those of many users do.
    local mean = connections * 1000 / rate
    delay = function()
      return math.floor(-math.log(1 - math.random()) * mean + 0.5)
    end
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
