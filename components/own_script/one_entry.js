// Opening a page with values tells the address first its values, then its page: two entries for one step, and Back
// would lead to the page before with the values of the next. Here the second takes the place of the first.
(() => {
  const root = document.documentElement, soon = 2000;
  if (root.dataset.llOneEntry) return;
  root.dataset.llOneEntry = "watched";
  const push = history.pushState.bind(history);
  let values = -Infinity;
  history.pushState = (state, unused, url) => {
    const { pathname, search } = location, next = new URL(url ?? location.href, location.href);
    const opens = next.pathname !== pathname && next.search === search && performance.now() - values < soon;
    values = next.pathname === pathname && next.search !== search ? performance.now() : -Infinity;
    if (opens) history.replaceState(state, unused, url);
    else push(state, unused, url);
  };
})();
