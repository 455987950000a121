#!/bin/bash
# The AWS CLI, as it is, against minifaas: reserved concurrency, throttled calls and the limits of an account.
#
#   .ci/acceptance/scaling.sh
#
# needs aws (version 2), curl, zip and python3. It starts a server of its own on a free port, with a data folder of its
# own, and stops it at the end. Each step that holds prints "ok: …"; the last line counts them.
set -euo pipefail
source "$(dirname "$0")/common.bash"
start_server

# ---- A function that waits at a gate ---------------------------------------------------------------------------------

mkdir "$work/python" "$work/here"

cat > "$work/python/app.py" <<CODE
import os, time

def handler(event, context):
    if event.get("wait"):
        open(os.path.join("$work/here", context.aws_request_id), "w").close()
        while not os.path.exists("$work/gate"): time.sleep(0.01)
    return event["n"]
CODE
(cd "$work/python" && zip -q ../python.zip app.py)

is 'create a function' "$arn:gate	Pending" create gate python3.11 app.handler python
is 'wait until it is active' '' lambda wait function-active-v2 --function-name gate

reserve() { lambda put-function-concurrency --function-name gate --reserved-concurrent-executions "$@" --output text; }
reserved() { lambda get-function-concurrency --function-name gate --query ReservedConcurrentExecutions --output text; }
limits() {
  lambda get-account-settings \
    --query 'AccountLimit.[ConcurrentExecutions,UnreservedConcurrentExecutions]' --output text
}

# ---- Reserve and give back --------------------------------------------------------------------------------------------

is 'an account has a concurrency of 1,000' '1000	1000' limits
is 'nothing is reserved at first' 'None' reserved
is 'reserve' '5' reserve 5
is 'what is reserved can be read' '5' reserved
is 'reserve again, in place of what was reserved' '200' reserve 200
is 'the function shows its reservation' '200' \
  lambda get-function --function-name gate --query Concurrency.ReservedConcurrentExecutions --output text
is 'the others share the rest' '1000	800' limits
is 'give it back' '' lambda delete-function-concurrency --function-name gate
is 'nothing is reserved any more' 'None' reserved
is 'the others share all again' '1000	1000' limits

# ---- Throttled --------------------------------------------------------------------------------------------------------

throttled='An error occurred (TooManyRequestsException) when calling the Invoke operation (reached max retries: 2): Rate Exceeded.'

is 'reserve an environment for one call at a time' '1' reserve 1
invoke gate '{"wait":true,"n":1}' > "$work/first" &
wait_for() { for _ in $(seq 300); do "$@" && return; sleep 0.1; done; return 1; }
someone_is_here() { [ -n "$(ls "$work/here")" ]; }
is 'a first call runs' '' wait_for someone_is_here
refuses 'a second call is throttled, three times' "$throttled" \
  lambda invoke --function-name gate --payload '{"n":2}' "$work/second"
has 'AWS says which limit it is' '"Reason":"ReservedFunctionConcurrentInvocationLimitExceeded"' \
  curl -sS -X POST "$endpoint/2015-03-31/functions/gate/invocations" -d '{"n":2}'

: > "$work/debug" # grep may look before the AWS CLI has begun
AWS_MAX_ATTEMPTS=20 lambda invoke --debug --function-name gate --payload '{"n":3}' "$work/third" \
  > "$work/about-third" 2> "$work/debug" &
is 'the AWS CLI wants to try a throttled call again' '' wait_for grep -q 'Retry needed' "$work/debug"
touch "$work/gate"
is 'the first call is answered' '' wait_for test -s "$work/first"
is 'with its answer' '1' cat "$work/first"
is 'the call that was throttled works in the end' '' wait_for test -s "$work/third"
is 'with its answer too' '3' cat "$work/third"

calls_at_once() {
  seq 40 | xargs -P 40 -I{} curl -sS -o "$work/answer-{}" -w '%{http_code}\n' \
    -X POST "$endpoint/2015-03-31/functions/gate/invocations" -d '{"n":{}}' | sort > "$work/statuses"
  grep -cE '^(200|429)$' "$work/statuses"
}
is 'of 40 calls at once each is answered or throttled' '40' calls_at_once
has 'at least one is answered' '200' cat "$work/statuses"
is 'and afterwards the function can be called' '4' invoke gate '{"n":4}'

# ---- Stopped ----------------------------------------------------------------------------------------------------------

is 'reserve nothing' '0' reserve 0
refuses 'that stops the function' "$throttled" lambda invoke --function-name gate --payload '{"n":5}' "$work/answer"
is 'a dry run answers all the same' '204' \
  lambda invoke --function-name gate --invocation-type DryRun --query StatusCode --output text "$work/answer"
is 'give it back' '' lambda delete-function-concurrency --function-name gate
is 'the function runs again' '6' invoke gate '{"n":6}'

# ---- What is refused --------------------------------------------------------------------------------------------------

# the CLI itself refuses numbers below zero, unless it is told to leave that to the service
printf '[default]\nparameter_validation = false\n' > "$work/config"
below_zero() { AWS_CONFIG_FILE=$work/config reserve -1; }
refuses 'less than nothing' "An error occurred (ValidationException) when calling the PutFunctionConcurrency operation: 1 \
validation error detected: Value '-1' at 'reservedConcurrentExecutions' failed to satisfy constraint: Member must have \
value greater than or equal to 0" below_zero
too_many="An error occurred (InvalidParameterValueException) when calling the PutFunctionConcurrency operation: Specified \
ReservedConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below its minimum value of \
[100]."
refuses 'more than the account has' "$too_many" reserve 1001
refuses 'so much that fewer than 100 are left' "$too_many" reserve 901
is 'as much as that leaves 100' '900' reserve 900
refuses 'to reserve for a version' 'This operation is permitted on Lambda functions only.' \
  lambda put-function-concurrency --function-name gate:1 --reserved-concurrent-executions 1
refuses 'to reserve for what is not there' "Function not found: $arn:none:\$LATEST" \
  lambda put-function-concurrency --function-name none --reserved-concurrent-executions 1
refuses 'to ask for what is not there' "Function not found: $arn:none" \
  lambda get-function-concurrency --function-name none

# ---- Delete -----------------------------------------------------------------------------------------------------------

is 'delete the function' '' lambda delete-function --function-name gate
is 'its reservation is gone with it' '1000	1000' limits

finish
