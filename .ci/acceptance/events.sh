#!/bin/bash
# The AWS CLI, as it is, against minifaas: events that nobody waits for, and a server that is killed before it has
# delivered them.
#
#   .ci/acceptance/events.sh
#
# needs aws (version 2), curl, zip and python3. It starts a server of its own on a free port, with a data folder of its
# own, and stops it at the end. Each step that holds prints "ok: …"; the last line counts them.
set -euo pipefail
source "$(dirname "$0")/common.bash"
start_server

send() {
  local function=$1 payload=$2
  shift 2
  lambda invoke --function-name "$function" --invocation-type Event --payload "$payload" "$@" \
    --query '[StatusCode,ExecutedVersion]' --output text "$work/answer"
}
logged() { ./faas logs "$1" --endpoint "$endpoint" 2>/dev/null | grep -c "$2"; }

# ---- Events -------------------------------------------------------------------------------------------------------

cat > "$work/app.py" <<'CODE'
import os, time

def handler(event, context):
    print("got", event["n"])
    time.sleep(event.get("sleep", 0))
    with open(os.environ["ACCOUNT"], "a") as account:
        account.write("%s\n" % event["n"])
CODE
(cd "$work" && zip -q app.zip app.py)
is 'create a function' 'Pending' lambda create-function --function-name keep --runtime python3.11 --handler app.handler \
  --role "$role" --zip-file "fileb://$work/app.zip" --timeout 60 --environment "Variables={ACCOUNT=$work/account}" \
  --query State --output text
is 'wait until it is active' '' lambda wait function-active-v2 --function-name keep

is 'an event is accepted, and which version will run is not told' '202	None' send keep '{"n":1}'
is 'the answer is empty' '0' sh -c "wc -c < '$work/answer' | tr -d ' '"
becomes 'the function ran with it' '1' grep -c '^1$' "$work/account"
becomes 'its log says so' '1' logged keep 'got 1'
echo '{"n":2}' > "$work/two.json"
is 'the old way to send an event' '202' lambda invoke-async --function-name keep \
  --invoke-args "$work/two.json" --query Status --output text
becomes 'the function ran with that too' '1' grep -c '^2$' "$work/account"

head -c 1048570 /dev/zero | tr '\0' x | sed 's/^/{"n":"/; s/$/"}/' > "$work/large.json"
refuses 'an event over 1 MB' 'byte payload is too large for the Event invocation type (limit 1048576 bytes)' \
  send keep "fileb://$work/large.json"
refuses 'an event for a function that is not there' 'Function not found' send none '{}'
refuses 'an event that is not JSON' '(InvalidRequestContentException)' send keep 'no json'

# ---- A server that dies -------------------------------------------------------------------------------------------

for n in 11 12 13 14 15; do is "event $n is accepted" '202	None' send keep "{\"n\":$n,\"sleep\":12}"; done
kill -9 "$server"
wait "$server" 2>/dev/null || true
is 'none of them has been delivered yet' '' sh -c "grep '^1[1-5]\$' '$work/account' || true"
start_server
for n in 11 12 13 14 15; do
  becomes "event $n is delivered by the next server" 'delivered' \
    sh -c "grep -q '^$n\$' '$work/account' && echo delivered"
done

kill "$server" && wait "$server" || true
start_server --durable full
is 'an event is accepted when each commit is synced' '202	None' send keep '{"n":20}'
becomes 'and delivered' '1' grep -c '^20$' "$work/account"

# ---- Deletion -----------------------------------------------------------------------------------------------------

is 'the function may run one event at a time' '1' lambda put-function-concurrency --function-name keep \
  --reserved-concurrent-executions 1 --query ReservedConcurrentExecutions --output text
for n in 31 32 33 34; do is "event $n is accepted" '202	None' send keep "{\"n\":$n,\"sleep\":5}"; done
is 'delete the function' '' lambda delete-function --function-name keep
becomes 'the events that waited are dropped, and the server says so' 'said' \
  sh -c "grep -q 'events of the deleted function .*:keep were dropped' '$work/server.log' && echo said"

finish
