/** Makes an element with attributes and children. `on…` are listeners; false and null are left out. */
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

/** Lets screen readers read out what changed on the page. */
export function announce(message) {
  byId('news').textContent = message;
}

/** Storage of the browser. Private windows may refuse it, which costs only convenience. */
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
      // the page also works without storage
    }
  },
  forget(key) {
    try {
      localStorage.removeItem(key);
    } catch {
      // nothing was stored
    }
  },
};

/** Storage of this tab. It lasts over reloads, until the tab is closed or shows another page. */
export const tab = {
  read: key => history.state?.[key],
  write(key, value) {
    try {
      history.replaceState({ ...history.state, [key]: value }, '');
    } catch {
      // too large for this browser; the page also works without it
    }
  },
  forget(key) {
    tab.write(key, undefined);
  },
};
