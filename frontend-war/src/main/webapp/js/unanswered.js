import { memory, tab } from './dom.js';

const USE_BY = 20 * 60 * 60 * 1000; // the server knows a key for a day; later the same request would be a new one

const nameOf = what => `unanswered ${what}`;

/**
 * Requests that nobody has answered yet, one for each purpose, with the key that makes them the same request however
 * often they are sent. The browser keeps them, so that a page that was closed meanwhile finds out what became of them;
 * one that keeps nothing, or nothing more, still has the tab's history, which lasts over a reload.
 */
export const unanswered = {
  /** {key, path, language, body, at}, or nothing. */
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

  /** Unless another page has put a later one in its place. */
  answered: forget,
};

function forget(what, { key }) {
  for (const place of [memory, tab]) {
    if (place.read(nameOf(what))?.key === key) {
      place.forget(nameOf(what));
    }
  }
}
