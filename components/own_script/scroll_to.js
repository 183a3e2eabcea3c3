// Scrolls to the element that the last [data-ll-scroll] names, once it is there, and gives it the focus. One that
// yields does so only if nothing else has the focus; one that comes alone leaves the focus where it is. Nothing
// happens if the visitor has moved on and is typing somewhere else.
(() => {
  let tries = 0, acted = false;
  const before = document.activeElement, kinds = ["pointerdown", "keydown"];
  const act = () => { acted = true; };
  for (const kind of kinds) addEventListener(kind, act, true);
  const isElsewhere = (at) => acted && at && at !== document.body && at !== before;
  const go = () => {
    const named = [...document.querySelectorAll("[data-ll-scroll]")].at(-1);
    const target = named && document.getElementById(named.dataset.llScroll);
    if (!target && tries++ < 50) { setTimeout(go, 100); return; }
    for (const kind of kinds) removeEventListener(kind, act, true);
    if (!target || isElsewhere(document.activeElement)) return;
    const held = document.activeElement && document.activeElement !== document.body;
    if (held && "llYields" in named.dataset) return;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (!("llAlone" in named.dataset)) {
      target.tabIndex = -1;
      target.focus({ preventScroll: true });
    }
    target.scrollIntoView({ block: named.dataset.llBlock, behavior: calm ? "instant" : "smooth" });
  };
  setTimeout(go, 300);
})();
