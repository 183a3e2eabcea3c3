// Leads the focus on once what had it is gone or disabled: to the first element that the last [data-ll-lost] names.
// Whoever has gone on from there keeps it.
(() => {
  const body = document.body, had = document.activeElement;
  let given = null, tries = 0;
  const go = () => {
    const at = document.activeElement ?? body;
    if (![had, given, body].includes(at)) return;
    const named = [...document.querySelectorAll("[data-ll-lost]")].at(-1)?.dataset.llLost;
    const target = at === body && named && document.querySelector(`[data-testid="stMain"] ${named}`);
    if (target) {
      given = target;
      if (target.tabIndex < 0) target.tabIndex = -1; // a title takes the focus only when it is told to
      target.focus({ preventScroll: true });
      target.scrollIntoView({ block: "nearest" });
    }
    if (tries++ < 30) setTimeout(go, 100);
  };
  go();
})();
