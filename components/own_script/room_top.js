// Scrolls a phone in a room to the top when [data-ll-top] changes: a step has come, a vote has opened or its results
// are out, which somebody who has scrolled down would miss. It does not scroll while a question or a name is being
// typed.
(() => {
  const root = document.documentElement;
  if (root.dataset.llRoomTop) return;
  root.dataset.llRoomTop = "watched";
  let known;
  new MutationObserver(() => {
    const now = document.querySelector("[data-ll-top]")?.dataset.llTop;
    if (now === undefined || now === known) return;
    const came = known !== undefined;
    known = now;
    if (!came || document.activeElement?.matches("textarea, input[type=text]")) return;
    document.querySelector('[data-testid="stMain"]')?.scrollTo({ top: 0 });
  }).observe(document.body, { childList: true, subtree: true, attributeFilter: ["data-ll-top"] });
})();
