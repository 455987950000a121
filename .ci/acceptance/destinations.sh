#!/bin/bash
# The AWS CLI, as it is, against minifaas: how events are treated, where records of them go, and what is refused.
#
#   .ci/acceptance/destinations.sh
#
# needs aws (version 2), curl and zip. It starts a server of its own on a free port, with a data folder of its own, and
# stops it at the end. Each step that holds prints "ok: …"; the last line counts them.
set -euo pipefail
source "$(dirname "$0")/common.bash"
start_server

# ---- Two functions, which are never run ---------------------------------------------------------------------------

printf '#!/bin/sh\n' > "$work/bootstrap"
chmod +x "$work/bootstrap"
(cd "$work" && zip -q any.zip bootstrap)
for name in orders records; do
  is "create $name" "$arn:$name" lambda create-function --function-name "$name" --runtime provided.al2023 \
    --handler any --role "$role" --zip-file "fileb://$work/any.zip" --query FunctionArn --output text
  is "wait until $name is active" '' lambda wait function-active-v2 --function-name "$name"
done
is 'publish a version' '1' lambda publish-version --function-name orders --query Version --output text
is 'create an alias' "$arn:orders:PROD" lambda create-alias --function-name orders --name PROD --function-version 1 \
  --query AliasArn --output text

# ---- Configure ----------------------------------------------------------------------------------------------------

put() { lambda put-function-event-invoke-config --function-name orders "$@"; }
update() { lambda update-function-event-invoke-config --function-name orders "$@"; }
to() { echo "{\"On$1\":{\"Destination\":\"$2\"}}"; }
shown=(--query '[FunctionArn,MaximumRetryAttempts,MaximumEventAgeInSeconds,DestinationConfig.OnSuccess.Destination]'
  --output text)

is 'configure a function' "$arn:orders:\$LATEST	1	3600	$arn:records" put --maximum-retry-attempts 1 \
  --maximum-event-age-in-seconds 3600 --destination-config "$(to Success "$arn:records")" "${shown[@]}"
is 'configure an alias' "$arn:orders:PROD	0	None	None" put --qualifier PROD --maximum-retry-attempts 0 "${shown[@]}"
is 'configure a version' "$arn:orders:1	None	60	None" put --qualifier 1 --maximum-event-age-in-seconds 60 "${shown[@]}"
is 'an update leaves what it does not say' "$arn:orders:\$LATEST	2	3600	$arn:records" update \
  --maximum-retry-attempts 2 "${shown[@]}"
is 'it is shown' "$arn:orders:\$LATEST	2	3600	$arn:records" lambda get-function-event-invoke-config \
  --function-name orders "${shown[@]}"
is 'the list has all three' "\$LATEST	1	PROD" bash -c "$(declare -f lambda); endpoint=$endpoint
  lambda list-function-event-invoke-configs --function-name orders \
    --query 'FunctionEventInvokeConfigs[].FunctionArn' --output text | sed 's/[^\t]*:orders://g'"
is 'to configure anew forgets what is not said' "$arn:orders:\$LATEST	0	None	None" put --maximum-retry-attempts 0 \
  "${shown[@]}"
is 'an empty destination is none' 'None' put --destination-config "$(to Success '')" \
  --query DestinationConfig.OnSuccess.Destination --output text

# ---- What must be refused -----------------------------------------------------------------------------------------

refuses 'nothing to configure' 'You must specify at least one of error handling or destination setting.' put
refuses 'a function that is not there' "The function doesn't exist." \
  lambda put-function-event-invoke-config --function-name none --maximum-retry-attempts 1
refuses 'an alias that is not there' "The function doesn't exist." put --qualifier STAGE --maximum-retry-attempts 1
refuses 'a config that is not there' "The function $arn:records:\$LATEST doesn't have an EventInvokeConfig" \
  lambda get-function-event-invoke-config --function-name records
# the client checks ranges itself, so only a client that does not reaches the server's own check
is 'a retry too many' '400' curl -sS -o /dev/null -w '%{http_code}' -X PUT -d '{"MaximumRetryAttempts":3}' \
  "$endpoint/2019-09-25/functions/orders/event-invoke-config"
is 'an age below a minute' '400' curl -sS -o /dev/null -w '%{http_code}' -X PUT -d '{"MaximumEventAgeInSeconds":59}' \
  "$endpoint/2019-09-25/functions/orders/event-invoke-config"
refuses 'a destination that is no ARN' "at 'destinationConfig.onFailure.destination' failed to satisfy constraint" \
  put --destination-config "$(to Failure records)"
refuses 'a destination that is not there' "The destination ARN $arn:none is invalid." \
  put --destination-config "$(to Failure "$arn:none")"
refuses 'itself as a destination' "You can't specify the function as a destination for itself." \
  put --destination-config "$(to Failure "$arn:orders")"
refuses 'a role as a destination' 'The provided destination config DestinationConfig(onSuccess=null' \
  put --destination-config "$(to Failure "$role")"
refuses 'a queue, by its chapter' 'chapter 11' put --destination-config "$(to Failure arn:aws:sqs:us-east-1:000000000000:q)"
refuses 'a topic for dead letters, by its chapter' 'chapter 10' lambda update-function-configuration \
  --function-name orders --dead-letter-config TargetArn=arn:aws:sns:us-east-1:000000000000:t
refuses 'a function for dead letters' 'SQS queues and SNS topics only' lambda update-function-configuration \
  --function-name orders --dead-letter-config "TargetArn=$arn:records"

# ---- Functions that feed themselves (by hand: the oldest AWS CLI that this must pass with has no word for it) -------

loop() { curl -sS "$@" "$endpoint/2024-08-31/functions/orders/recursion-config"; }
is 'a loop is ended unless it is allowed' '{"RecursiveLoop":"Terminate"}' loop
is 'allow it' '{"RecursiveLoop":"Allow"}' loop -X PUT -d '{"RecursiveLoop":"Allow"}'
is 'it is allowed' '{"RecursiveLoop":"Allow"}' loop
has 'another word is refused' 'Member must satisfy enum value set: [Terminate, Allow]' \
  loop -X PUT -d '{"RecursiveLoop":"Perhaps"}'

# ---- Delete -------------------------------------------------------------------------------------------------------

is 'delete a config' '' lambda delete-function-event-invoke-config --function-name orders --qualifier 1
refuses 'to delete it again' "The function $arn:orders:1 doesn't have an EventInvokeConfig" \
  lambda delete-function-event-invoke-config --function-name orders --qualifier 1
is 'delete the alias' '' lambda delete-alias --function-name orders --name PROD
is 'its config went with it' '1' lambda list-function-event-invoke-configs --function-name orders \
  --query 'length(FunctionEventInvokeConfigs)' --output text

finish
