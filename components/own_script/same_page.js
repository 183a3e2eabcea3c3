// A link of Streamlit's to the page in view changes what that shows, and leaves the address as it was: a
// reload and the browser's Back would know nothing of the step. Here the address goes along.
(() => {
  const root = document.documentElement;
  if (root.dataset.llSamePage) return;
  root.dataset.llSamePage = "watched";
  document.addEventListener("click", (event) => {
    const link = event.target.closest('[data-testid="stPageLink"] a');
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (link.pathname === location.pathname && link.search !== location.search) history.pushState({}, "", link.href);
  }, true);
})();
