# What the acceptance scripts have in common: a server of their own, the AWS CLI for it, and how a step is judged.
# Each script sources this, calls start_server, and ends with finish.
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

work=$(mktemp -d)
server=
stop() {
  if [ -n "$server" ]; then kill "$server" 2>/dev/null && wait "$server" || true; fi
  rm -rf "$work"
}
trap stop EXIT

# start_server OPTION…: starts minifaas on a free port, and returns when it is ready
start_server() {
  : > "$work/server.log"
  ./faas up --port 0 --data "$work/data" "$@" >> "$work/server.log" 2>&1 &
  server=$!
  for _ in $(seq 600); do
    grep -q 'minifaas is ready at' "$work/server.log" && break
    kill -0 "$server" 2>/dev/null || break
    sleep 0.2
  done
  endpoint=$(sed -n 's/.*minifaas is ready at \(http:[^ ]*\).*/\1/p' "$work/server.log")
  if [ -z "$endpoint" ]; then
    echo "minifaas did not start:" >&2
    cat "$work/server.log" >&2
    exit 1
  fi
}

export AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test AWS_DEFAULT_REGION=us-east-1 AWS_PAGER=
export AWS_CONFIG_FILE=/dev/null AWS_SHARED_CREDENTIALS_FILE=/dev/null
lambda() { aws --endpoint-url "$endpoint" --cli-binary-format raw-in-base64-out lambda "$@"; }
role=arn:aws:iam::000000000000:role/lambda
arn=arn:aws:lambda:us-east-1:000000000000:function

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

# has WHAT TEXT COMMAND…: the command succeeds and prints the text among others
has() {
  local what=$1 text=$2 actual status=0
  shift 2
  actual=$("$@" 2>&1) || status=$?
  if [ "$status" = 0 ] && [[ $actual == *"$text"* ]]; then ok "$what"; return; fi
  bad "$what"
  printf '    expected: … %s …\n    actual:   %s (exit code %s)\n' "$text" "$actual" "$status"
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

# invoke FUNCTION PAYLOAD OPTION…: prints what the function answered
invoke() {
  local function=$1 payload=$2
  shift 2
  lambda invoke --function-name "$function" --payload "$payload" "$@" "$work/answer" > "$work/about" || return
  cat "$work/answer"
}

# create FUNCTION RUNTIME HANDLER ARCHIVE OPTION…: creates a function; prints its ARN and state
create() {
  local name=$1 runtime=$2 handler=$3 zip=$4
  shift 4
  lambda create-function --function-name "$name" --runtime "$runtime" --handler "$handler" --role "$role" \
    --zip-file "fileb://$work/$zip.zip" --timeout 20 --query '[FunctionArn,State]' --output text "$@"
}

# finish: counts the steps; the script fails when one of them did
finish() {
  echo "$passed passed, $failed failed"
  [ "$failed" = 0 ]
}
