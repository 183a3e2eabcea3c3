// Text typed right after Ctrl+K goes into the search once that has opened. Before, its first letters were lost, and an
// R made Streamlit run the page again, which closed the search.
(() => {
  const root = document.documentElement, LOOK_MS = 30, MOST_MS = 4_000;
  if (root.dataset.llEarlyKeys) return;
  root.dataset.llEarlyKeys = "watched";
  const field = () => document.getElementById("ll-search-field");
  let typed = "", until = 0;
  const isThere = () => field() && document.activeElement === field();
  const hasSearch = () => document.querySelector(".st-key-search-open");
  const handOver = () => {
    if (!isThere()) return performance.now() < until ? void setTimeout(handOver, LOOK_MS) : void (until = 0);
    until = 0;
    if (typed) document.execCommand("insertText", false, typed); // in place of what was looked for last, which is selected
  };
  addEventListener("keydown", (event) => {
    const { key, altKey } = event, ctrl = event.ctrlKey || event.metaKey;
    if (ctrl && key.toLowerCase() === "k" && !event.repeat && hasSearch() && !isThere()) {
      if (!until) setTimeout(handOver, LOOK_MS);
      [typed, until] = ["", performance.now() + MOST_MS];
    } else if (key === "Escape") until = 0;
    else if (performance.now() < until && !ctrl && !altKey && (key.length === 1 || key === "Backspace")) {
      typed = key === "Backspace" ? typed.slice(0, -1) : typed + key;
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  }, true);
})();
