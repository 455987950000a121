"""The Python runtime: finds the handler, then calls it for one event after the other.

Started as: python3 python.py <folder of the AWS SDKs>
Source: https://docs.aws.amazon.com/lambda/latest/dg/python-handler.html, November 2026.

It imports as little as it can, since each import is paid for at every cold start; `_socket` is the part of `socket`
that is written in C.
"""
import _socket
import json
import os
import sys
import time
from types import SimpleNamespace

request_id = ""  # of the invocation that is running, if any


class RuntimeApi:
    """The Runtime API: HTTP over one connection that stays open, one request at a time."""

    def __init__(self, address):
        host, _, port = address.rpartition(":")
        self.address = address
        self.socket = _socket.socket(_socket.AF_INET, _socket.SOCK_STREAM)
        self.socket.connect((host, int(port)))
        self.socket.setsockopt(_socket.IPPROTO_TCP, _socket.TCP_NODELAY, 1)

    def call(self, method, resource, body=b"", error_type=None):
        head = f"{method} /2018-06-01/runtime/{resource} HTTP/1.1\r\nHost: {self.address}\r\n"
        if error_type:
            head += f"Lambda-Runtime-Function-Error-Type: {error_type}\r\n"
        head += f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        self.socket.sendall(head.encode("latin-1") + body)
        return self.answer()

    def answer(self):
        received = self.more()
        while b"\r\n\r\n" not in received:
            received += self.more()
        head, _, body = received.partition(b"\r\n\r\n")
        headers = {}
        for line in head.decode().split("\r\n")[1:]:
            name, _, value = line.partition(":")
            headers[name.lower()] = value.strip()
        parts, missing = [body], int(headers.get("content-length", 0)) - len(body)
        while missing > 0:
            parts.append(self.more())
            missing -= len(parts[-1])
        return headers, b"".join(parts)

    def more(self):
        received = self.socket.recv(65536)
        if not received:
            raise ConnectionError("the Runtime API closed the connection")
        return received


class Context:
    """What a handler can ask about its invocation."""

    def __init__(self, headers):
        env = os.environ
        self.function_name = env.get("AWS_LAMBDA_FUNCTION_NAME")
        self.function_version = env.get("AWS_LAMBDA_FUNCTION_VERSION")
        self.memory_limit_in_mb = env.get("AWS_LAMBDA_FUNCTION_MEMORY_SIZE")
        self.log_group_name = env.get("AWS_LAMBDA_LOG_GROUP_NAME")
        self.log_stream_name = env.get("AWS_LAMBDA_LOG_STREAM_NAME")
        self.invoked_function_arn = headers.get("lambda-runtime-invoked-function-arn")
        self.aws_request_id = headers["lambda-runtime-aws-request-id"]
        self.deadline_ms = int(headers["lambda-runtime-deadline-ms"])
        identity = json.loads(headers.get("lambda-runtime-cognito-identity") or "{}")
        self.identity = SimpleNamespace(
            cognito_identity_id=identity.get("cognitoIdentityId"),
            cognito_identity_pool_id=identity.get("cognitoIdentityPoolId"),
        )
        self.client_context = client_context(headers.get("lambda-runtime-client-context"))

    def get_remaining_time_in_millis(self):
        return max(0, self.deadline_ms - int(time.time() * 1000))

    def log(self, message):
        sys.stdout.write(str(message))


def client_context(header):
    if not header:
        return None
    sent = json.loads(header)
    fields = ("installation_id", "app_title", "app_version_name", "app_version_code", "app_package_name")
    client = sent.get("client") or {}
    return SimpleNamespace(
        client=SimpleNamespace(**{field: client.get(field) for field in fields}),
        custom=sent.get("custom"),
        env=sent.get("env"),
    )


class LoggingHook:
    """Gives the root logger its handler at the moment when the function imports logging.

    Most functions do not, and the import would double the time that the runtime needs to start.
    """

    def find_spec(self, name, path=None, target=None):
        if name != "logging":
            return None
        sys.meta_path.remove(self)
        spec = next(filter(None, (finder.find_spec(name, path, target) for finder in sys.meta_path)))
        load = spec.loader.exec_module

        def load_and_configure(module):
            load(module)
            add_root_handler(module)

        spec.loader.exec_module = load_and_configure
        return spec


def add_root_handler(logging):
    def add_request_id(record):
        record.aws_request_id = request_id
        return True

    handler = logging.StreamHandler(sys.stdout)
    handler.addFilter(add_request_id)
    line = "[%(levelname)s]\t%(asctime)s.%(msecs)03dZ\t%(aws_request_id)s\t%(message)s"
    handler.setFormatter(logging.Formatter(line, "%Y-%m-%dT%H:%M:%S"))
    handler.formatter.converter = time.gmtime
    logging.root.addHandler(handler)


class FunctionError(Exception):
    """A failure that the runtime itself names, such as Runtime.ImportModuleError."""

    def __init__(self, error_type, message, stack=()):
        super().__init__(message)
        self.error_type = error_type
        self.stack = list(stack)


def describe(error):
    """The error in the form in which AWS tells it to the caller."""
    if isinstance(error, FunctionError):
        error_type, stack = error.error_type, error.stack
    else:
        import traceback

        error_type = type(error).__name__
        frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename != __file__]
        stack = traceback.format_list([frame for frame in frames if "importlib" not in frame.filename])
    report = {"errorMessage": str(error), "errorType": error_type, "requestId": request_id, "stackTrace": stack}
    print(f"[ERROR] {error_type}: {error}\nTraceback (most recent call last):\n{''.join(stack)}")
    return json.dumps(report).encode(), error_type.encode("ascii", "replace").decode()


def load_handler(name):
    """Finds 'folder/module.function' or 'package.module.function'."""
    module_name, _, function_name = name.rpartition(".")
    if not module_name:
        raise FunctionError("Runtime.MalformedHandlerName", f"Bad handler '{name}': not enough values to unpack")
    module_name = module_name.replace("/", ".")
    try:
        __import__(module_name)
    except ImportError as error:
        message = f"Unable to import module '{module_name}': {error}{how_to_get_boto3(error)}"
        raise FunctionError("Runtime.ImportModuleError", message)
    except SyntaxError as error:
        message = f"Syntax error in module '{module_name}': {error}"
        where = f'  File "{error.filename}" Line {error.lineno}\n    {error.text}'
        raise FunctionError("Runtime.UserCodeSyntaxError", message, [where])
    module = sys.modules[module_name]
    if not hasattr(module, function_name):
        message = f"Handler '{function_name}' missing on module '{module_name}'"
        raise FunctionError("Runtime.HandlerNotFound", message)
    return getattr(module, function_name)


def how_to_get_boto3(error):
    if error.name not in ("boto3", "botocore"):
        return ""
    return f". This machine does not have it yet: pip install --target {os.path.join(sys.argv[1], 'python')} boto3"


def to_json(result):
    try:
        return json.dumps(result, default=encode_other).encode()
    except (TypeError, ValueError) as error:
        raise FunctionError("Runtime.MarshalError", f"Unable to marshal response: {error}")


def encode_other(value):
    if type(value).__name__ == "Decimal":  # DynamoDB's numbers
        return int(value) if value == value.to_integral_value() else float(value)
    raise TypeError(f"Object of type {type(value).__name__} is not JSON serializable")


def set_trace_id(trace_id):
    if trace_id:
        os.environ["_X_AMZN_TRACE_ID"] = trace_id
    else:
        os.environ.pop("_X_AMZN_TRACE_ID", None)


def serve(api, handler):
    global request_id
    while True:
        headers, event = api.call("GET", "invocation/next")
        request_id = headers["lambda-runtime-aws-request-id"]
        set_trace_id(headers.get("lambda-runtime-trace-id"))
        try:
            response = to_json(handler(json.loads(event), Context(headers)))
        except Exception as error:  # the function's code may raise anything
            api.call("POST", f"invocation/{request_id}/error", *describe(error))
            continue
        sys.stdout.flush()
        api.call("POST", f"invocation/{request_id}/response", response)


def main():
    sys.stdout.reconfigure(line_buffering=True)
    sys.path[0] = os.environ["LAMBDA_TASK_ROOT"]
    sys.path.append(os.path.join(sys.argv[1], "python"))
    sys.meta_path.insert(0, LoggingHook())
    api = RuntimeApi(os.environ["AWS_LAMBDA_RUNTIME_API"])
    try:
        handler = load_handler(os.environ["_HANDLER"])
    except Exception as error:  # the function's code may raise anything
        api.call("POST", "init/error", *describe(error))
        sys.exit(1)
    try:
        serve(api, handler)
    except ConnectionError:
        os._exit(0)  # the server has gone; a thread of the function must not keep the environment alive


main()
