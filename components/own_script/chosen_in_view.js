// Moves a row of choices that is wider than the screen sideways, so that the chosen one shows; the page stays put.
(() => {
  let tries = 0;
  const go = () => {
    const named = [...document.querySelectorAll("[data-ll-chosen-in]")].at(-1);
    const row = named && document.querySelector(`.st-key-${named.dataset.llChosenIn} [role="radiogroup"]`);
    const chosen = row && row.querySelector('[aria-checked="true"]');
    if (!chosen) { if (tries++ < 50) setTimeout(go, 100); return; }
    const [outer, inner] = [row.getBoundingClientRect(), chosen.getBoundingClientRect()];
    row.scrollLeft += inner.left - outer.left - (outer.width - inner.width) / 2;
  };
  requestAnimationFrame(go);
})();
