// Gives the focus to the element that the last [data-ll-focus] names, once it is there, unless something else has it.
(() => {
  let tries = 0;
  const go = () => {
    const named = [...document.querySelectorAll("[data-ll-focus]")].at(-1);
    const target = named && document.getElementById(named.dataset.llFocus);
    if (!target) { if (tries++ < 50) setTimeout(go, 100); return; }
    if (document.activeElement && document.activeElement !== document.body) return;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    target.tabIndex = -1;
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "nearest", behavior: calm ? "instant" : "smooth" });
  };
  setTimeout(go, 200);
})();
