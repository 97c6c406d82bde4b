-- Asks for the addresses of a file in turn, or sends the method, address and body of each line, and prints one line: p50 and p95 in ms, requests, seconds, failures.
local requests, at = {}, 0

function init(args)
  for line in io.lines(args[1]) do
    local method, path, body = line:match("^(%u+)\t([^\t]+)\t(.*)$")
    requests[#requests + 1] = method and wrk.format(method, path, { ["Content-Type"] = "application/json" }, body) or wrk.format("GET", line)
  end
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
