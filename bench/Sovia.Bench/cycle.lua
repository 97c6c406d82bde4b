-- Asks for the addresses of a file in turn and prints one line: p50 and p95 in ms, requests, seconds, failures.
local requests, at = {}, 0

function init(args)
  for path in io.lines(args[1]) do requests[#requests + 1] = wrk.format("GET", path) end
end

function request()
  at = at % #requests + 1
  return requests[at]
end

function done(summary, latency)
  local e = summary.errors
  io.write(string.format("figures %.3f %.3f %d %.3f %d\n", latency:percentile(50) / 1000, latency:percentile(95) / 1000,
    summary.requests, summary.duration / 1e6, e.connect + e.read + e.write + e.status + e.timeout))
end
