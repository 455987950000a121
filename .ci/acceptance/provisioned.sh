#!/bin/bash
# The AWS CLI, as it is, against minifaas: environments that are started before anybody calls.
#
#   .ci/acceptance/provisioned.sh
#
# needs aws (version 2), zip and python3. It starts a server of its own on a free port, with a data folder of its own,
# and stops it at the end. Each step that holds prints "ok: …"; the last line counts them.
set -euo pipefail
source "$(dirname "$0")/common.bash"
start_server

# kind QUALIFIER: prints what the function answered
kind() {
  invoke kind '{}' --qualifier "$1"
}

# report QUALIFIER: says whether the REPORT line of an invocation has an Init Duration
report() {
  local line
  line=$(lambda invoke --function-name kind --qualifier "$1" --log-type Tail --query LogResult --output text \
    "$work/answer" | base64 --decode | grep '^REPORT') || return
  case $line in *'Init Duration'*) echo cold ;; *) echo warm ;; esac
}

# status QUALIFIER: waits as long as the environments are on their way, and prints what became of that
status() {
  local now=IN_PROGRESS
  for _ in $(seq 120); do
    now=$(lambda get-provisioned-concurrency-config --function-name kind --qualifier "$1" \
      --query '[Status,RequestedProvisionedConcurrentExecutions,AvailableProvisionedConcurrentExecutions]' \
      --output text)
    [[ $now == IN_PROGRESS* ]] || break
    sleep 0.5
  done
  echo "$now"
}

# ---- A function that says how its environment was initialised, in two versions ----------------------------------------

mkdir "$work/kind"
cat > "$work/kind/app.py" <<'CODE'
import os

def handler(event, context):
    return os.environ["AWS_LAMBDA_INITIALIZATION_TYPE"]
CODE
(cd "$work/kind" && zip -q ../kind.zip -- *)

is 'create a function' "$arn:kind	Pending" create kind python3.11 app.handler kind
is 'wait until it is active' '' lambda wait function-active-v2 --function-name kind
is 'publish version 1' 1 lambda publish-version --function-name kind --query Version --output text
is 'change it' InProgress lambda update-function-configuration --function-name kind --timeout 30 \
  --query LastUpdateStatus --output text
is 'wait until it is changed' '' lambda wait function-updated-v2 --function-name kind
is 'publish version 2' 2 lambda publish-version --function-name kind --query Version --output text

# ---- A version ------------------------------------------------------------------------------------------------------

is 'without provisioned concurrency a call is on demand' '"on-demand"' kind 2
is 'provision two environments for version 1' 'IN_PROGRESS	2' lambda put-provisioned-concurrency-config \
  --function-name kind --qualifier 1 --provisioned-concurrent-executions 2 \
  --query '[Status,RequestedProvisionedConcurrentExecutions]' --output text
is 'they become ready' 'READY	2	2' status 1
is 'a first call on demand is cold' cold report '$LATEST'
is 'the first call of version 1 is warm' warm report 1
is 'its environment knows why it was initialised' '"provisioned-concurrency"' kind 1
is 'version 2 has none of it' '"on-demand"' kind 2
is 'list what is provisioned' "$arn:kind:1	READY" lambda list-provisioned-concurrency-configs --function-name kind \
  --query 'ProvisionedConcurrencyConfigs[].[FunctionArn,Status]' --output text

# ---- A restart --------------------------------------------------------------------------------------------------------

kill "$server" && wait "$server" || true
start_server
is 'after a restart they are started again' 'READY	2	2' status 1
is 'and the first call is warm' warm report 1

# ---- An alias ---------------------------------------------------------------------------------------------------------

is 'create an alias' "$arn:kind:PROD" lambda create-alias --function-name kind --name PROD --function-version 1 \
  --query AliasArn --output text
refuses 'an alias of a version that is provisioned' "Alias can't be used for Provisioned Concurrency configuration" \
  lambda put-provisioned-concurrency-config --function-name kind --qualifier PROD --provisioned-concurrent-executions 1
is 'delete what is provisioned for the version' '' \
  lambda delete-provisioned-concurrency-config --function-name kind --qualifier 1
is 'a call of the version is on demand again' '"on-demand"' kind 1
is 'provision for the alias' IN_PROGRESS lambda put-provisioned-concurrency-config --function-name kind \
  --qualifier PROD --provisioned-concurrent-executions 1 --query Status --output text
is 'it becomes ready' 'READY	1	1' status PROD
is 'a call of the alias is served by it' '"provisioned-concurrency"' kind PROD
refuses 'a version to which a provisioned alias leads' 'Version is pointed by a Provisioned Concurrency alias' \
  lambda put-provisioned-concurrency-config --function-name kind --qualifier 1 --provisioned-concurrent-executions 1
is 'lead the alias to version 2' 2 lambda update-alias --function-name kind --name PROD --function-version 2 \
  --query FunctionVersion --output text
is 'the environments move with it' 'READY	1	1' status PROD
is 'version 2 is served by them' '"provisioned-concurrency"' kind 2
is 'version 1 no longer is' '"on-demand"' kind 1

# ---- What is refused --------------------------------------------------------------------------------------------------

refuses 'the unpublished version' \
  '(InvalidParameterValueException) when calling the PutProvisionedConcurrencyConfig operation: Provisioned Concurrency Configs cannot be applied to unpublished function versions.' \
  lambda put-provisioned-concurrency-config --function-name kind --qualifier '$LATEST' \
  --provisioned-concurrent-executions 1
refuses 'a version that is not there' "Function not found: $arn:kind:99" \
  lambda put-provisioned-concurrency-config --function-name kind --qualifier 99 --provisioned-concurrent-executions 1
refuses 'an alias that is not there' "Cannot find alias arn: $arn:kind:none" \
  lambda get-provisioned-concurrency-config --function-name kind --qualifier none
refuses 'what was never provisioned' '(ProvisionedConcurrencyConfigNotFoundException)' \
  lambda get-provisioned-concurrency-config --function-name kind --qualifier 1
refuses 'more than the account has' "is greater than account's unreserved concurrency" \
  lambda put-provisioned-concurrency-config --function-name kind --qualifier 1 --provisioned-concurrent-executions 1001

# ---- Delete -----------------------------------------------------------------------------------------------------------

is 'delete the alias' '' lambda delete-alias --function-name kind --name PROD
is 'nothing is provisioned any more' 0 lambda list-provisioned-concurrency-configs --function-name kind \
  --query 'length(ProvisionedConcurrencyConfigs)' --output text
is 'delete the function' '' lambda delete-function --function-name kind

finish
