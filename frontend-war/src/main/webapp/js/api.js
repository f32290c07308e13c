import { language } from './texts.js';

/** An answer other than success; `problem` is the problem document, as far as the server sent one. */
export class Refused extends Error {
  constructor(status, problem) {
    super(problem.detail ?? problem.title ?? `HTTP ${status}`);
    this.status = status;
    this.code = problem.code;
    this.errors = problem.errors ?? [];
  }
}

async function call(method, path, body, headers = {}) {
  const response = await fetch(`/api/v1/${path}`, {
    method,
    headers: {
      'Accept': 'application/json, application/problem+json',
      'Accept-Language': language(),
      ...(body && { 'Content-Type': 'application/json' }),
      ...headers,
    },
    body: body && JSON.stringify(body),
  });
  const isJson = /json/.test(response.headers.get('Content-Type') ?? '');
  const answer = isJson ? await response.json() : {};
  if (!response.ok) {
    throw new Refused(response.status, answer);
  }
  return answer;
}

const TRIES = 4;
const PAUSE = 1500;

const unanswered = new Map(); // key of each request that nobody has answered yet

/** Has its effect once, however often it is sent: until there is an answer the same request keeps its key. */
async function callOnce(path, body) {
  const request = JSON.stringify([path, language(), body]);
  const key = unanswered.get(request) ?? newKey();
  unanswered.set(request, key);
  const answer = await patiently(() => call('POST', path, body, { 'Idempotency-Key': key }));
  unanswered.delete(request);
  return answer;
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

/** No answer, an answer for later, or the first request still being worked on. */
const passes = failure =>
  !(failure instanceof Refused) || failure.status === 503 || failure.code === 'IDEMPOTENCY_KEY_IN_USE';

const address = encodeURIComponent;

export const api = {
  menu: () => call('GET', 'menu').then(page => page.items),
  placeOrder: order => callOnce('orders', order),
  order: id => call('GET', `orders/${address(id)}`),
  cancel: id => call('POST', `orders/${address(id)}/cancellation`, {}),
  payments: orderId => call('GET', `payments?orderId=${address(orderId)}`).then(page => page.items),
  pay: payment => callOnce('payments', payment),
};
