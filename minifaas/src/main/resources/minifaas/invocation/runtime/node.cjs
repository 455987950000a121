// The Node.js runtime: finds the handler, then calls it for one event after the other.
// Started as: node node.cjs <folder of the AWS SDKs>
// Source: https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html, November 2026.
'use strict';
const fs = require('fs');
const net = require('net');
const path = require('path');
const util = require('util');

const env = process.env;
let requestId; // of the invocation that is running, if any

// ---- The Runtime API: HTTP over one connection that stays open, one request at a time.

let received = Buffer.alloc(0);
let answered; // takes the answer to the request that is under way

const [host, port] = env.AWS_LAMBDA_RUNTIME_API.split(':');
const socket = net.connect(port, host);
socket.setNoDelay(true);
socket.on('error', () => {}); // 'close' follows
socket.on('close', () => process.exit(0)); // the server has gone, or wants this environment to go
socket.on('data', (bytes) => {
  received = received.length === 0 ? bytes : Buffer.concat([received, bytes]);
  const end = received.indexOf('\r\n\r\n');
  if (end < 0) return;
  const headers = {};
  for (const line of received.toString('utf8', 0, end).split('\r\n').slice(1)) {
    const colon = line.indexOf(':');
    headers[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trim();
  }
  const length = end + 4 + Number(headers['content-length'] || 0);
  if (received.length < length) return;
  const body = received.toString('utf8', end + 4, length);
  received = received.subarray(length);
  answered({ headers, body });
});

function call(method, resource, body = '', errorType) {
  socket.ref(); // whoever waits for an answer stays alive
  socket.write(
    `${method} /2018-06-01/runtime/${resource} HTTP/1.1\r\nHost: ${env.AWS_LAMBDA_RUNTIME_API}\r\n` +
      (errorType ? `Lambda-Runtime-Function-Error-Type: ${errorType}\r\n` : '') +
      `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
  return new Promise((resolve) => (answered = resolve));
}

// ---- Errors, in the form in which AWS tells them to the caller.

function describe(error) {
  if (!util.types.isNativeError(error) && !(error instanceof Error)) {
    return { errorType: typeof error, errorMessage: String(error), trace: [] };
  }
  return { errorType: error.name, errorMessage: error.message, trace: (error.stack || '').split('\n') };
}

function runtimeError(name, message, cause) {
  const error = new Error(message);
  error.name = name;
  error.stack = `${name}: ${message}` + (cause ? `\n${cause.stack}` : '');
  return error;
}

function headerValue(errorType) {
  return String(errorType).replace(/[^\x20-\x7e]/g, '?');
}

async function reportError(what, error) {
  const report = describe(error);
  console.error(`${what} \t${JSON.stringify(report)}`);
  const resource = requestId ? `invocation/${requestId}/error` : 'init/error';
  await call('POST', resource, JSON.stringify(report), headerValue(report.errorType));
}

process.on('uncaughtException', async (error) => {
  await reportError('Uncaught Exception', error);
  process.exit(129);
});
process.on('unhandledRejection', async (reason) => {
  const error = runtimeError('Runtime.UnhandledPromiseRejection', String(reason), reason instanceof Error && reason);
  await reportError('Unhandled Promise Rejection', error);
  process.exit(128);
});

// ---- The log: each line with its time, its request and its level.

const LEVELS = { debug: 'DEBUG', error: 'ERROR', info: 'INFO', log: 'INFO', trace: 'TRACE', warn: 'WARN' };
for (const [method, level] of Object.entries(LEVELS)) {
  console[method] = (...values) =>
    process.stdout.write(`${new Date().toISOString()}\t${requestId}\t${level}\t${util.format(...values)}\n`);
}

// ---- The handler: 'folder/module.name', where the name may lead into an object.

async function loadHandler(root, handler) {
  const [, folder, module, name] = /^(.*\/)?([^./]+)\.(.+)$/.exec(handler) || [];
  if (!name) throw runtimeError('Runtime.MalformedHandlerName', 'Bad handler');
  const loaded = await loadModule(path.join(root, folder || '', module));
  const found = name.split('.').reduce((object, key) => object && object[key], loaded);
  if (found === undefined) {
    throw runtimeError('Runtime.HandlerNotFound', `${handler} is undefined or not exported`);
  }
  if (typeof found !== 'function') throw runtimeError('Runtime.HandlerNotFound', `${handler} is not a function`);
  return found;
}

async function loadModule(base) {
  const file = ['.js', '.mjs', '.cjs'].map((ending) => base + ending).find(fs.existsSync);
  try {
    if (file && isEsModule(file)) return await import(require('url').pathToFileURL(file).href);
    return require(file || base);
  } catch (error) {
    if (error instanceof SyntaxError) throw runtimeError('Runtime.UserCodeSyntaxError', String(error), error);
    if (error && /MODULE_NOT_FOUND$/.test(error.code)) {
      throw runtimeError('Runtime.ImportModuleError', error + howToGetTheSdk(error.message), error);
    }
    throw error;
  }
}

function isEsModule(file) {
  if (!file.endsWith('.js')) return file.endsWith('.mjs');
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    const description = path.join(folder, 'package.json');
    if (fs.existsSync(description)) return JSON.parse(fs.readFileSync(description, 'utf8')).type === 'module';
    if (folder === env.LAMBDA_TASK_ROOT || folder === path.dirname(folder)) return false;
  }
}

function howToGetTheSdk(message) {
  const [, client] = /'(@aws-sdk\/[^/']+)/.exec(message) || [];
  if (!client) return '';
  return `\nThis machine has no ${client} yet: npm install --prefix ${path.join(process.argv[2], 'nodejs')} ${client}`;
}

// ---- One invocation.

function contextOf(headers) {
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionName: env.AWS_LAMBDA_FUNCTION_NAME,
    functionVersion: env.AWS_LAMBDA_FUNCTION_VERSION,
    memoryLimitInMB: env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    logGroupName: env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: env.AWS_LAMBDA_LOG_STREAM_NAME,
    invokedFunctionArn: headers['lambda-runtime-invoked-function-arn'],
    awsRequestId: requestId,
    clientContext: parsed(headers['lambda-runtime-client-context']),
    identity: parsed(headers['lambda-runtime-cognito-identity']),
    getRemainingTimeInMillis: () => Number(headers['lambda-runtime-deadline-ms']) - Date.now(),
  };
}

function parsed(json) {
  return json ? JSON.parse(json) : undefined;
}

// Settles as the handler does, in whichever of the styles of fifteen years it is written: a promise, a value, a
// callback, or the methods of the context. What the callback was told is the answer when nothing is left to do, unless
// the handler does not want to wait for that.
function invoke(handler, event, context) {
  let whenIdle;
  const answer = new Promise((resolve, reject) => {
    let settle; // as the callback was told first
    whenIdle = () => {
      socket.ref();
      if (settle) settle();
      else resolve(null);
    };
    const callback = (error, result) => {
      settle = settle || (error === undefined || error === null ? () => resolve(result) : () => reject(error));
      if (!context.callbackWaitsForEmptyEventLoop) settle();
    };
    context.done = (error, result) => {
      callback(error, result);
      settle();
    };
    context.succeed = (result) => context.done(null, result);
    context.fail = (error) => context.done(error === undefined || error === null ? 'handled' : error);

    const result = handler(event, context, callback);
    if (result && typeof result.then === 'function') result.then(resolve, reject);
    else if (result !== undefined && handler.length < 3) resolve(result);
  });
  socket.unref(); // so that the connection does not count as something left to do
  process.on('beforeExit', whenIdle);
  return answer.finally(() => process.off('beforeExit', whenIdle));
}

function toJson(result) {
  try {
    return JSON.stringify(result === undefined ? null : result) || 'null'; // a function has no JSON
  } catch (error) {
    throw new Error('Unable to stringify response body', { cause: error });
  }
}

async function main() {
  let handler;
  try {
    handler = await loadHandler(env.LAMBDA_TASK_ROOT, env._HANDLER);
  } catch (error) {
    await reportError('Uncaught Exception', error);
    process.exit(1);
  }
  for (;;) {
    const { headers, body } = await call('GET', 'invocation/next');
    requestId = headers['lambda-runtime-aws-request-id'];
    if (headers['lambda-runtime-trace-id']) env._X_AMZN_TRACE_ID = headers['lambda-runtime-trace-id'];
    else delete env._X_AMZN_TRACE_ID;
    try {
      const response = toJson(await invoke(handler, JSON.parse(body), contextOf(headers)));
      await call('POST', `invocation/${requestId}/response`, response);
    } catch (error) {
      await reportError('Invoke Error', error);
    }
  }
}

main();
