import { memory, tab } from './dom.js';

const USE_BY = 20 * 60 * 60 * 1000; // the server remembers a key for a day; after that the same request would count as new

const nameOf = what => `unanswered ${what}`;

/**
 * Requests without an answer, one for each purpose. The key of a request makes it the same one, however often it is sent.
 * The browser stores them, so that a page finds out about them even after it was closed. If the browser's storage is
 * refused or full, the tab's history stores them, which lasts over a reload.
 */
export const unanswered = {
  /** {key, path, language, body, at}, or undefined. */
  of(what) {
    const request = memory.read(nameOf(what)) ?? tab.read(nameOf(what));
    if (!request || Date.now() - request.at < USE_BY) {
      return request;
    }
    forget(what, request);
    return undefined;
  },

  keep(what, request) {
    memory.write(nameOf(what), request);
    if (memory.read(nameOf(what))?.key !== request.key) {
      tab.write(nameOf(what), request);
    }
  },

  /** Forgets the request, unless another page has stored a later one. */
  answered: forget,
};

function forget(what, { key }) {
  for (const place of [memory, tab]) {
    if (place.read(nameOf(what))?.key === key) {
      place.forget(nameOf(what));
    }
  }
}
