import { language } from './texts.js';
import { unanswered } from './unanswered.js';

/** The server refused the request. `problem` is its problem document. */
export class Refused extends Error {
  constructor(problem) {
    super(problem.detail ?? problem.title);
    this.status = problem.status;
    this.code = problem.code;
    this.errors = problem.errors ?? [];
    this.problem = problem;
  }
}

/** No answer from the application: no server, one that is still starting, a proxy, or the login page of a hotel network. */
export class NoAnswer extends Error {}

/** An earlier request without an answer was answered now: `answer`. The new request was not sent. */
export class Earlier extends Error {
  constructor(answer, { at, body }) {
    super('an earlier request has been answered');
    this.answer = answer;
    this.at = at;
    this.content = JSON.parse(body);
  }
}

const LONGEST_WAIT = 30_000; // a server that accepts a call but never answers it counts as absent
const PROBLEM = 'application/problem+json';

async function call(method, path, body, headers = {}) {
  const response = await fetch(`/api/v1/${path}`, {
    method,
    headers: {
      'Accept': 'application/json, application/problem+json',
      'Accept-Language': language(),
      ...(body && { 'Content-Type': 'application/json' }),
      ...headers,
    },
    body,
    signal: AbortSignal.timeout(LONGEST_WAIT),
  });
  const answer = await jsonOf(response);
  if (response.ok && answer) {
    return answer;
  }
  const isProblem = typeOf(response).startsWith(PROBLEM) && typeof answer?.code === 'string';
  throw isProblem ? new Refused(answer) : new NoAnswer(`HTTP ${response.status} without a reason`);
}

const typeOf = response => response.headers.get('Content-Type') ?? '';

const jsonOf = async response => (/json/.test(typeOf(response)) ? response.json().catch(() => undefined) : undefined);

const TRIES = 4;
const PAUSE = 1500;
const FOR_LATER = [408, 425, 429];
const OF_THE_REQUEST = [400, 409, 413, 415, 422];

/**
 * Sends a request that takes effect once, however often it is sent, and whatever happens to this page. If an earlier one
 * has no answer yet, that one is settled before another is sent.
 */
async function callOnce(what, path, content) {
  const body = JSON.stringify(content);
  const before = unanswered.of(what);
  if (before && before.body !== body) {
    await settle(what, before);
  }
  const request = unanswered.of(what) ?? { key: newKey(), path, language: language(), body, at: Date.now() };
  unanswered.keep(what, request);
  return send(what, request);
}

async function settle(what, before) {
  let answer;
  try {
    answer = await send(what, before);
  } catch (failure) {
    if (!isFinal(failure)) {
      throw failure;
    }
    return;
  }
  throw new Earlier(answer, before);
}

async function send(what, request) {
  const { key, path, language: spoken, body } = request;
  try {
    const answer = await patiently(() => call('POST', path, body, { 'Idempotency-Key': key, 'Accept-Language': spoken }));
    unanswered.answered(what, request);
    return answer;
  } catch (failure) {
    if (isFinal(failure)) {
      unanswered.answered(what, request);
    }
    throw failure;
  }
}

/** Not randomUUID, because browsers offer it only on pages from secure addresses. */
const newKey = () => Array.from(crypto.getRandomValues(new Uint32Array(4)), part => part.toString(16).padStart(8, '0')).join('');

async function patiently(work) {
  for (let left = TRIES - 1; ; left--) {
    try {
      return await work();
    } catch (failure) {
      if (left === 0 || !isTemporary(failure)) {
        throw failure;
      }
      await new Promise(done => setTimeout(done, PAUSE));
    }
  }
}

/** No answer, an answer to try later, or the first request is still in progress: the request may still take effect. */
export const isTemporary = failure =>
  !(failure instanceof Refused || failure instanceof Earlier)
  || failure.status >= 500 || FOR_LATER.includes(failure.status) || failure.code === 'IDEMPOTENCY_KEY_IN_USE';

/** Whether the request had no effect and never will. Other refusals, such as 401 and 403, do not say whether it had one. */
const isFinal = failure => !isTemporary(failure) && OF_THE_REQUEST.includes(failure.status);

const address = encodeURIComponent;

export const api = {
  menu: () => call('GET', 'menu').then(page => page.items),
  placeOrder: order => callOnce('order', 'orders', order),
  /** The order that has no answer yet, as it was sent. */
  unansweredOrder: () => unanswered.of('order'),
  findOut: order => send('order', order),
  order: id => call('GET', `orders/${address(id)}`),
  cancel: id => call('POST', `orders/${address(id)}/cancellation`, '{}'),
  payments: orderId => call('GET', `payments?orderId=${address(orderId)}`).then(page => page.items),
  pay: payment => callOnce(`payment of ${payment.orderId}`, 'payments', payment),
};
