-- The call of the benchmark; prints one JSON line.   wrk -s wrk.lua URL -- BODY_FILE [KEY]
function init(arguments)
   local file = io.open(arguments[1], "rb")
   wrk.method = "POST"
   wrk.body = file:read("*a")
   wrk.headers["Content-Type"] = "application/json"
   if arguments[2] and arguments[2] ~= "" then wrk.headers["Authorization"] = "Bearer " .. arguments[2] end
   file:close()
end

function done(summary, latency)
   local errors = summary.errors
   io.write(string.format('RESULT {"calls":%d,"seconds":%.6f,"failed":%d,"p50_ms":%.4f,"p99_ms":%.4f}\n', summary.requests, summary.duration / 1e6,
      errors.connect + errors.read + errors.write + errors.status + errors.timeout, latency:percentile(50) / 1000, latency:percentile(99) / 1000))
end
