import { memory } from './dom.js';

const USE_BY = 20 * 60 * 60 * 1000; // the server knows a key for a day; later the same request would be a new one

const here = new Map(); // for a browser that keeps nothing

const nameOf = what => `unanswered ${what}`;

/**
 * Requests that nobody has answered yet, one for each purpose, with the key that makes them the same request however
 * often they are sent. The browser keeps them, so that a page that was closed meanwhile finds out what became of them.
 */
export const unanswered = {
  /** {key, path, language, body, at}, or nothing. */
  of(what) {
    const request = memory.read(nameOf(what)) ?? here.get(what);
    return request && Date.now() - request.at < USE_BY ? request : undefined;
  },

  keep(what, request) {
    here.set(what, request);
    memory.write(nameOf(what), request);
  },

  /** Unless another page has put a later one in its place. */
  answered(what, request) {
    if (this.of(what)?.key === request.key) {
      memory.forget(nameOf(what));
    }
    if (here.get(what)?.key === request.key) {
      here.delete(what);
    }
  },
};
