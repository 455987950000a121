#!/bin/bash
# The AWS CLI, as it is, against minifaas: what a student does with functions in an afternoon, step after step.
#
#   .ci/acceptance/lambda.sh
#
# needs aws (version 2), curl, zip, python3 and node. It starts a server of its own on a free port, with a data folder
# of its own, and stops it at the end. Each step that holds prints "ok: …"; the last line counts them.
set -euo pipefail
source "$(dirname "$0")/common.bash"
start_server

# about FUNCTION PAYLOAD OPTION…: prints what the CLI says about an invocation, on one line
about() {
  local function=$1 payload=$2
  shift 2
  lambda invoke --function-name "$function" --payload "$payload" --output text "$@" "$work/answer"
}

# ---- Three functions: Node.js, Python, and a shell script that is its own runtime -----------------------------------

mkdir "$work/node" "$work/python" "$work/shell"

cat > "$work/node/index.mjs" <<'CODE'
export const handler = async (event, context) => {
  console.log(`greeting ${event.name}`);
  return { greeting: `Hello ${event.name}`, version: context.functionVersion };
};
CODE

cat > "$work/python/app.py" <<'CODE'
import os

def handler(event, context):
    if "fail" in event:
        raise ValueError(event["fail"])
    return {"color": os.environ.get("COLOR"), "custom": context.client_context and context.client_context.custom}
CODE

cat > "$work/shell/bootstrap" <<'CODE'
#!/bin/bash
# The smallest custom runtime: take an event, answer it, for ever.
set -euo pipefail
api=http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime/invocation
while true; do
  headers=$(mktemp)
  event=$(curl -sS -D "$headers" "$api/next")
  id=$(grep -i '^lambda-runtime-aws-request-id:' "$headers" | tr -d '[:space:]' | cut -d: -f2)
  echo "answering $id" >&2
  curl -sS -X POST "$api/$id/response" -d "{\"echo\":$event}"
done
CODE
chmod +x "$work/shell/bootstrap"

for name in node python shell; do (cd "$work/$name" && zip -q "../$name.zip" -- *); done

is 'create a Node.js function' "$arn:greet	Pending" create greet nodejs20.x index.handler node
is 'create a Python function' "$arn:paint	Pending" create paint python3.11 app.handler python \
  --environment 'Variables={COLOR=red}' --tags team=blue
is 'create a function with its own runtime' "$arn:echo	Pending" create echo provided.al2023 any shell
for name in greet paint echo; do
  is "wait until $name is active" '' lambda wait function-active-v2 --function-name "$name"
done
is 'an active function says so' 'Active	Successful' lambda get-function-configuration --function-name greet \
  --query '[State,LastUpdateStatus]' --output text

# ---- Invoke -------------------------------------------------------------------------------------------------------

is 'invoke Node.js' '{"greeting":"Hello you","version":"$LATEST"}' invoke greet '{"name":"you"}'
is 'invoke Python' '{"color": "red", "custom": null}' invoke paint '{}'
is 'invoke the shell script' '{"echo":{"n":1}}' invoke echo '{"n":1}'
is 'invoke without a payload' '{"echo":{}}' \
  bash -c "aws --endpoint-url $endpoint lambda invoke --function-name echo $work/answer > /dev/null && cat $work/answer"
is 'an invocation says which version ran' '$LATEST	200' about greet '{"name":"you"}'
is 'a dry run answers 204' '204' \
  lambda invoke --function-name greet --invocation-type DryRun --query StatusCode --output text "$work/answer"
has 'the tail of the log' 'greeting tail' bash -c "aws --endpoint-url $endpoint lambda invoke --function-name greet \
  --cli-binary-format raw-in-base64-out --payload '{\"name\":\"tail\"}' --log-type Tail --query LogResult --output text \
  $work/answer | base64 --decode"
has 'the tail of the log ends with the report' 'Billed Duration' bash -c "aws --endpoint-url $endpoint lambda invoke \
  --function-name echo --log-type Tail --query LogResult --output text $work/answer | base64 --decode"
is 'the client context reaches the function' '{"color": "red", "custom": {"a": "b"}}' \
  invoke paint '{}' --client-context "$(printf '{"custom":{"a":"b"}}' | base64)"
is 'an error in the function is no error of the service' '$LATEST	Unhandled	200' about paint '{"fail":"luck"}'
has 'the error in the function is its answer' '"errorMessage": "luck"' cat "$work/answer"

# ---- Update -------------------------------------------------------------------------------------------------------

is 'update the configuration' 'InProgress' lambda update-function-configuration --function-name paint \
  --environment 'Variables={COLOR=green}' --memory-size 256 --query LastUpdateStatus --output text
is 'wait until the update is done' '' lambda wait function-updated-v2 --function-name paint
is 'the function has its new variables' '{"color": "green", "custom": null}' invoke paint '{}'

revision=$(lambda get-function-configuration --function-name greet --query RevisionId --output text)
is 'publish version 1' "1	$arn:greet:1" \
  lambda publish-version --function-name greet --query '[Version,FunctionArn]' --output text
is 'publish again: nothing changed' '1' lambda publish-version --function-name greet --query Version --output text

sed -i.old 's/Hello/Goodbye/' "$work/node/index.mjs"
(cd "$work/node" && zip -q ../new.zip index.mjs)
is 'a dry run of an update changes nothing' 'Hello you' bash -c "aws --endpoint-url $endpoint lambda update-function-code \
  --function-name greet --zip-file fileb://$work/new.zip --dry-run > /dev/null &&
  aws --endpoint-url $endpoint --cli-binary-format raw-in-base64-out lambda invoke --function-name greet \
  --payload '{\"name\":\"you\"}' $work/answer > /dev/null && sed 's/.*greeting\":\"//; s/\".*//' $work/answer"
refuses 'an update from an older revision' 'PreconditionFailedException' lambda update-function-code \
  --function-name greet --zip-file "fileb://$work/new.zip" --revision-id "$revision"
is 'update the code' 'InProgress' lambda update-function-code --function-name greet \
  --zip-file "fileb://$work/new.zip" --query LastUpdateStatus --output text
is 'wait until the new code is there' '' lambda wait function-updated-v2 --function-name greet
is 'the new code runs' '{"greeting":"Goodbye you","version":"$LATEST"}' invoke greet '{"name":"you"}'
is 'the published version is the old code' '{"greeting":"Hello you","version":"1"}' \
  invoke greet '{"name":"you"}' --qualifier 1
is 'publish version 2' '2' lambda publish-version --function-name greet --query Version --output text

# ---- Aliases ------------------------------------------------------------------------------------------------------

is 'create an alias' "$arn:greet:PROD" lambda create-alias --function-name greet --name PROD --function-version 1 \
  --query AliasArn --output text
is 'invoke an alias' '{"greeting":"Hello you","version":"1"}' invoke greet:PROD '{"name":"you"}'
is 'invoke an alias by its ARN' '{"greeting":"Hello you","version":"1"}' invoke "$arn:greet:PROD" '{"name":"you"}'
is 'give half of the invocations to version 2' '0.5' lambda update-alias --function-name greet --name PROD \
  --routing-config 'AdditionalVersionWeights={2=0.5}' --query 'RoutingConfig.AdditionalVersionWeights."2"' --output text

both_versions_run() {
  local seen='' i
  for i in $(seq 40); do
    seen="$seen $(about greet:PROD '{"name":"you"}' --query ExecutedVersion)"
    [[ $seen == *1* && $seen == *2* ]] && { echo both; return; }
  done
  echo "$seen"
}
is 'both versions run' 'both' both_versions_run
is 'lead the alias to version 2' '2	None' lambda update-alias --function-name greet --name PROD --function-version 2 \
  --routing-config 'AdditionalVersionWeights={}' --query '[FunctionVersion,RoutingConfig]' --output text
is 'the alias leads to version 2' '{"greeting":"Goodbye you","version":"2"}' invoke greet:PROD '{"name":"you"}'
is 'list aliases' 'PROD' lambda list-aliases --function-name greet --query 'Aliases[].Name' --output text

# ---- Lists, tags, code --------------------------------------------------------------------------------------------

is 'list functions' 'echo	greet	paint' lambda list-functions --query 'Functions[].FunctionName' --output text
is 'list functions in pages of one' "echo
greet
paint" lambda list-functions --page-size 1 --query 'Functions[].[FunctionName]' --output text
token=$(lambda list-functions --max-items 2 --query NextToken --output text | tail -n 1)
is 'go on with a list where it was left' 'paint' \
  lambda list-functions --starting-token "$token" --query 'Functions[].FunctionName' --output text
is 'list versions' '$LATEST	1	2' lambda list-versions-by-function --function-name greet \
  --query 'Versions[].Version' --output text
is 'list all versions of all functions' "echo	\$LATEST
greet	\$LATEST
greet	1
greet	2
paint	\$LATEST" lambda list-functions --function-version ALL --page-size 2 \
  --query 'Functions[].[FunctionName,Version]' --output text

is 'a function has the tags that it was created with' 'blue' \
  lambda list-tags --resource "$arn:paint" --query Tags.team --output text
is 'add a tag' '' lambda tag-resource --resource "$arn:paint" --tags cost=low
is 'take a tag away' '' lambda untag-resource --resource "$arn:paint" --tag-keys team
is 'the tags that are left' 'low	None' \
  lambda list-tags --resource "$arn:paint" --query '[Tags.cost,Tags.team]' --output text
is 'the account counts its functions' '3' \
  lambda get-account-settings --query AccountUsage.FunctionCount --output text

curl -sS -o "$work/download.zip" "$(lambda get-function --function-name echo --query Code.Location --output text)"
is 'the code can be downloaded as it was uploaded' '' cmp "$work/shell.zip" "$work/download.zip"

# ---- What is refused ----------------------------------------------------------------------------------------------

refuses 'a function that is not there' \
  "An error occurred (ResourceNotFoundException) when calling the GetFunction operation: Function not found: $arn:none" \
  lambda get-function --function-name none
refuses 'to invoke what is not there' "Function not found: $arn:none:\$LATEST" \
  lambda invoke --function-name none "$work/answer"
refuses 'a version that is not there' "Function not found: $arn:greet:99" \
  lambda get-function --function-name greet --qualifier 99
refuses 'a name that is taken' '(ResourceConflictException)' create greet nodejs20.x index.handler node
refuses 'too much memory' "Value '10241' at 'memorySize' failed to satisfy constraint" \
  lambda update-function-configuration --function-name greet --memory-size 10241
refuses 'too much time' "Value '901' at 'timeout' failed to satisfy constraint" \
  lambda update-function-configuration --function-name greet --timeout 901
refuses 'a runtime that nobody knows' '(InvalidParameterValueException)' create new cobol85 app.handler python
head -c 30 /dev/zero | cat - <(tail -c +31 "$work/python.zip") > "$work/bad.zip"
refuses 'a damaged archive' 'Could not unzip uploaded file.' create new python3.11 app.handler bad
refuses 'a payload that is not JSON' '(InvalidRequestContentException)' \
  lambda invoke --function-name greet --payload 'no json' "$work/answer"
head -c 6291454 /dev/zero | tr '\0' x | sed 's/^/"/; s/$/"x/' > "$work/large.json"
refuses 'a payload over 6 MB' '(RequestTooLargeException)' \
  lambda invoke --function-name greet --payload "fileb://$work/large.json" "$work/answer"
refuses 'to publish other code than expected' 'is different from current CodeSHA256 in $LATEST' \
  lambda publish-version --function-name greet --code-sha256 somenonexistentsha256
refuses 'two qualifiers that differ' 'The derived qualifier from the function name does not match' \
  lambda get-function --function-name greet:1 --qualifier 2
refuses 'an operation of a later chapter, by its name' 'CreateEventSourceMapping' \
  lambda create-event-source-mapping --function-name greet

# ---- Delete -------------------------------------------------------------------------------------------------------

is 'delete an alias' '' lambda delete-alias --function-name greet --name PROD
is 'delete a version' '' lambda delete-function --function-name greet --qualifier 1
is 'the other versions are still there' '$LATEST	2' lambda list-versions-by-function --function-name greet \
  --query 'Versions[].Version' --output text
for name in greet paint echo; do
  is "delete $name" '' lambda delete-function --function-name "$name"
done
is 'nothing is left' '0' lambda list-functions --query 'length(Functions)' --output text

finish
