import { language } from './texts.js';
import { unanswered } from './unanswered.js';

/** The server's answer that it will not do it; `problem` is its problem document. */
export class Refused extends Error {
  constructor(problem) {
    super(problem.detail ?? problem.title);
    this.status = problem.status;
    this.code = problem.code;
    this.errors = problem.errors ?? [];
    this.problem = problem;
  }
}

/** Nobody answered, or somebody else did: a server that is just starting, a proxy, the network of a hotel. */
export class NoAnswer extends Error {}

/** A request of before, which had no answer yet, has its effect now: `answer`. The one at hand was not sent. */
export class Earlier extends Error {
  constructor(answer, { at, body }) {
    super('an earlier request has been answered');
    this.answer = answer;
    this.at = at;
    this.content = JSON.parse(body);
  }
}

const LONGEST_WAIT = 30_000; // a server that takes a call and never answers it is one more that is not there
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
 * Has its effect once, however often it is sent, and whatever becomes of this page. One that still has no answer comes
 * to its end before another takes its place.
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
    if (!ends(failure)) {
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
    if (ends(failure)) {
      unanswered.answered(what, request);
    }
    throw failure;
  }
}

/** Not randomUUID: browsers have that for pages from secure addresses only. */
const newKey = () => Array.from(crypto.getRandomValues(new Uint32Array(4)), part => part.toString(16).padStart(8, '0')).join('');

async function patiently(work) {
  for (let left = TRIES - 1; ; left--) {
    try {
      return await work();
    } catch (failure) {
      if (left === 0 || !passes(failure)) {
        throw failure;
      }
      await new Promise(done => setTimeout(done, PAUSE));
    }
  }
}

/** No answer, an answer for later, or the first request still being worked on: it may have its effect all the same. */
export const passes = failure =>
  !(failure instanceof Refused || failure instanceof Earlier)
  || failure.status >= 500 || FOR_LATER.includes(failure.status) || failure.code === 'IDEMPOTENCY_KEY_IN_USE';

/** Whether the request had no effect and never will. Who may not ask, or finds no way in, does not hear what it had. */
const ends = failure => !passes(failure) && OF_THE_REQUEST.includes(failure.status);

const address = encodeURIComponent;

export const api = {
  menu: () => call('GET', 'menu').then(page => page.items),
  placeOrder: order => callOnce('order', 'orders', order),
  /** The order that nobody has answered yet: when it was sent, and how to find out what became of it. */
  unansweredOrder: () => unanswered.of('order'),
  findOut: order => send('order', order),
  order: id => call('GET', `orders/${address(id)}`),
  cancel: id => call('POST', `orders/${address(id)}/cancellation`, '{}'),
  payments: orderId => call('GET', `payments?orderId=${address(orderId)}`).then(page => page.items),
  pay: payment => callOnce(`payment of ${payment.orderId}`, 'payments', payment),
};
