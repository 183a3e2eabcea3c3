// Makes Streamlit's links to the current page real steps. Such a link changes what the page shows but not the address,
// so a reload and Back would not know of the step, and the next press would bring the old address back, with what was
// left. Here the link becomes an entry of the browser's history, from which Streamlit reads the address again.
(() => {
  const root = document.documentElement;
  if (root.dataset.llSamePage) return;
  root.dataset.llSamePage = "watched";
  document.addEventListener("click", (event) => {
    const link = event.target.closest('[data-testid="stPageLink"] a');
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (link.origin !== location.origin || link.pathname !== location.pathname) return;
    event.preventDefault();
    event.stopPropagation();
    if (link.search !== location.search) history.pushState({}, "", link.href);
    dispatchEvent(new PopStateEvent("popstate"));
  }, true);
})();
