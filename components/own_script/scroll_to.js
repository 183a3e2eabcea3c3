// Scrolls to the element that the last [data-ll-scroll] names, once it is there, and gives it the focus; one that yields
// does so only where nothing else has the focus.
(() => {
  let tries = 0;
  const go = () => {
    const named = [...document.querySelectorAll("[data-ll-scroll]")].at(-1);
    const target = named && document.getElementById(named.dataset.llScroll);
    if (!target) { if (tries++ < 50) setTimeout(go, 100); return; }
    const held = document.activeElement && document.activeElement !== document.body;
    if (held && "llYields" in named.dataset) return;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    target.tabIndex = -1;
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: named.dataset.llBlock, behavior: calm ? "instant" : "smooth" });
  };
  setTimeout(go, 300);
})();
