// Prints a page that was just opened once it is complete: nothing runs, nothing is loading, nothing has arrived
// recently.
(() => {
  const root = document.documentElement;
  if (root.dataset.llPaper) return;
  root.dataset.llPaper = "watched";
  const LOOK_MS = 100, QUIET = 3, MOST = 100, print = window.print.bind(window);
  const isComing = () => document.querySelector('[data-test-script-state="running"], [data-testid$="Skeleton"], .ll-plot:not(.js-plotly-plot)');
  const size = () => document.getElementsByTagName("*").length;
  const printWhole = (before = size(), quiet = 0, looks = 0) => setTimeout(() => {
    const now = size(), same = !isComing() && now === before ? quiet + 1 : 0;
    if (same >= QUIET || looks >= MOST) print();
    else printWhole(now, same, looks + 1);
  }, LOOK_MS);
  window.print = () => { printWhole(); };
  addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.key.toLowerCase() !== "p") return;
    event.preventDefault();
    if (!event.repeat) printWhole();
  }, true);
})();
