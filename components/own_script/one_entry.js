// One step is one entry of the browser's history. When a page is opened with values, Streamlit writes first the values
// and then the page: two entries, and Back would lead to the previous page with the next one's values. So the second
// entry replaces the first. Some changes are no step at all, and replace the entry too: a subject that is being typed
// (`for`), an option that is picked but not submitted (`picked`), settings of the LoRA builder (`lora`), another language
// (`lang`), and a host's `key` that is taken out of the address, which Back would show again.
(() => {
  const root = document.documentElement, soon = 2000;
  if (root.dataset.llOneEntry) return;
  root.dataset.llOneEntry = "watched";
  const push = history.pushState.bind(history);
  const unnamed = (search) => {
    const params = new URLSearchParams(search);
    for (const name of ["for", "key", "lang", "lora", "picked"]) params.delete(name);
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
