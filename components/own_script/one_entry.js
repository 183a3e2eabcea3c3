// Opening a page with values tells the address first its values, then its page: two entries for one step, and Back
// would lead to the page before with the values of the next. Here the second takes the place of the first. And a subject
// that is being typed, `for`, an option picked and not yet given, `picked`, or another language, `lang`, is no step at
// all: Back leads to the answer or page before, not to half of a word, nor to the language that was given up. Nor is it
// one that a host's `key` is taken out of the address: Back would put it on the screen again.
(() => {
  const root = document.documentElement, soon = 2000;
  if (root.dataset.llOneEntry) return;
  root.dataset.llOneEntry = "watched";
  const push = history.pushState.bind(history);
  const unnamed = (search) => {
    const params = new URLSearchParams(search);
    for (const name of ["for", "key", "lang", "picked"]) params.delete(name);
    return params.toString();
  };
  let values = -Infinity;
  history.pushState = (state, unused, url) => {
    const { pathname, search } = location, next = new URL(url ?? location.href, location.href);
    const opens = next.pathname !== pathname && next.search === search && performance.now() - values < soon;
    values = next.pathname === pathname && next.search !== search ? performance.now() : -Infinity;
    const names = next.pathname === pathname && next.search !== search && unnamed(next.search) === unnamed(search);
    if (opens || names) history.replaceState(state, unused, url);
    else push(state, unused, url);
  };
})();
