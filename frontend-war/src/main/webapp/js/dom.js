/** An element with attributes (`on…` are listeners, false and null are left out) and children. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else if (value !== false && value != null) {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  element.append(...children.flat().filter(child => child != null && child !== false));
  return element;
}

export const byId = id => document.getElementById(id);

/** Tells those who hear the page what those who see it see. */
export function announce(message) {
  byId('news').textContent = message;
}

/** What the browser keeps for us; private windows may refuse, and nothing is lost but convenience. */
export const memory = {
  read(key, otherwise) {
    try {
      return JSON.parse(localStorage.getItem(key)) ?? otherwise;
    } catch {
      return otherwise;
    }
  },
  write(key, value) {
    try {
      localStorage.setItem(key, JSON.stringify(value));
    } catch {
      // the page works without
    }
  },
  forget(key) {
    try {
      localStorage.removeItem(key);
    } catch {
      // it kept nothing
    }
  },
};

/** What this tab keeps until it is closed or goes to another page, over reloads too. */
export const tab = {
  read: key => history.state?.[key],
  write(key, value) {
    try {
      history.replaceState({ ...history.state, [key]: value }, '');
    } catch {
      // too large for this browser; the page works without
    }
  },
  forget(key) {
    tab.write(key, undefined);
  },
};
