#!/bin/bash
# The AWS CLI, as it is, against minifaas: events that nobody waits for, and a server that is killed before it has
# delivered them.
#
#   .ci/acceptance/events.sh
#
# needs aws (version 2), curl, zip and python3. It starts a server of its own on a free port, with a data folder of its
# own, and stops it at the end. Each step that holds prints "ok: …"; the last line counts them.
set -euo pipefail
cd "$(dirname "$0")/../.."

work=$(mktemp -d)
server=
stop() {
  if [ -n "$server" ]; then kill "$server" 2>/dev/null && wait "$server" || true; fi
  rm -rf "$work"
}
trap stop EXIT

# ---- A server of our own, which can be killed: so the JVM itself and not the script that starts it ------------------

./faas --version > /dev/null
start() {
  java -jar minifaas/target/minifaas.jar up --port 0 --data "$work/data" "$@" > "$work/server.log" 2>&1 &
  server=$!
  local _
  for _ in $(seq 300); do
    grep -q 'minifaas is ready at' "$work/server.log" && break
    kill -0 "$server" 2>/dev/null || break
    sleep 0.2
  done
  endpoint=$(sed -n 's/.*minifaas is ready at \(http:[^ ]*\).*/\1/p' "$work/server.log")
  [ -n "$endpoint" ] || { echo "minifaas did not start:" >&2; cat "$work/server.log" >&2; exit 1; }
}
start

export AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test AWS_DEFAULT_REGION=us-east-1 AWS_PAGER=
export AWS_CONFIG_FILE=/dev/null AWS_SHARED_CREDENTIALS_FILE=/dev/null
lambda() { aws --endpoint-url "$endpoint" --cli-binary-format raw-in-base64-out lambda "$@"; }
role=arn:aws:iam::000000000000:role/lambda

# ---- How a step is judged -----------------------------------------------------------------------------------------

passed=0
failed=0
ok() { passed=$((passed + 1)); echo "ok: $1"; }
bad() { failed=$((failed + 1)); echo "FAILED: $1"; }

# is WHAT EXPECTED COMMAND…: the command succeeds and prints exactly what is expected
is() {
  local what=$1 expected=$2 actual status=0
  shift 2
  actual=$("$@" 2>&1) || status=$?
  if [ "$status" = 0 ] && [ "$actual" = "$expected" ]; then ok "$what"; return; fi
  bad "$what"
  printf '    expected: %s\n    actual:   %s (exit code %s)\n' "$expected" "$actual" "$status"
}

# refuses WHAT TEXT COMMAND…: the server refuses the command, which the AWS CLI tells with exit code 254 and the text
refuses() {
  local what=$1 text=$2 actual status=0
  shift 2
  actual=$("$@" 2>&1) || status=$?
  if [ "$status" = 254 ] && [[ $actual == *"$text"* ]]; then ok "$what"; return; fi
  bad "$what"
  printf '    expected: … %s … (exit code 254)\n    actual:   %s (exit code %s)\n' "$text" "$actual" "$status"
}

# becomes WHAT EXPECTED COMMAND…: within 20 s the command prints what is expected
becomes() {
  local what=$1 expected=$2 actual= _
  shift 2
  for _ in $(seq 100); do
    actual=$("$@" 2>&1) || true
    if [ "$actual" = "$expected" ]; then ok "$what"; return; fi
    sleep 0.2
  done
  bad "$what"
  printf '    expected: %s\n    actual:   %s\n' "$expected" "$actual"
}

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
    with open(os.environ["ACCOUNT"], "a") as account:
        account.write("%s\n" % event["n"])
    time.sleep(event.get("sleep", 0))
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

for n in 11 12 13 14 15; do is "event $n is accepted" '202	None' send keep "{\"n\":$n,\"sleep\":2}"; done
kill -9 "$server"
wait "$server" 2>/dev/null || true
start
for n in 11 12 13 14 15; do
  becomes "event $n is delivered by the next server" 'delivered' \
    sh -c "grep -q '^$n\$' '$work/account' && echo delivered"
done

kill "$server" && wait "$server" || true
start --durable full
is 'an event is accepted when each commit is synced' '202	None' send keep '{"n":20}'
becomes 'and delivered' '1' grep -c '^20$' "$work/account"

# ---- Deletion -----------------------------------------------------------------------------------------------------

is 'delete the function' '' lambda delete-function --function-name keep

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
