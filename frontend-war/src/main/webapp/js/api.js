import { language } from './texts.js';

/** An answer other than success; `problem` is the problem document, as far as the server sent one. */
export class Refused extends Error {
  constructor(status, problem) {
    super(problem.detail ?? problem.title ?? `HTTP ${status}`);
    this.status = status;
    this.errors = problem.errors ?? [];
  }
}

async function call(method, path, body) {
  const response = await fetch(`/api/v1/${path}`, {
    method,
    headers: {
      'Accept': 'application/json, application/problem+json',
      'Accept-Language': language(),
      ...(body && { 'Content-Type': 'application/json' }),
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

const address = encodeURIComponent;

export const api = {
  menu: () => call('GET', 'menu').then(page => page.items),
  placeOrder: order => call('POST', 'orders', order),
  order: id => call('GET', `orders/${address(id)}`),
  cancel: id => call('POST', `orders/${address(id)}/cancellation`, {}),
  payments: orderId => call('GET', `payments?orderId=${address(orderId)}`).then(page => page.items),
  pay: payment => call('POST', 'payments', payment),
};
