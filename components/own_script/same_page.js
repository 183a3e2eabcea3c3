// A link of Streamlit's to the page in view changes what that shows and leaves the address as it was: a reload and the
// browser's Back would know nothing of the step, and the next press would bring the address from before along, and with
// it what was left. Here the link is a step in the browser's history, from which Streamlit takes the address anew.
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
