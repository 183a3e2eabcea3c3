// Brings a phone in a room to its top when [data-ll-top] says something else: a step has come, a vote has opened or its
// results are out. Somebody who has scrolled down would see nothing of it. Who types a question or a name stays there.
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
