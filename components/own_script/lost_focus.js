// Moves the focus on when the element that had it is gone or disabled: to the first element that matches the selector
// in [data-ll-lost]. That is the one beside this script, or the last one if the page has been drawn again since. If
// the visitor has moved the focus in the meantime, it stays there. With [data-ll-held] a field lets go of it.
(() => {
  const body = document.body, had = document.activeElement;
  const PLACES = ':is([data-testid="stMain"], [data-testid="stPopoverBody"])'; // an open menu stands beside the page
  const own = document.currentScript?.parentElement?.querySelector("[data-ll-lost]");
  let given = null, tries = 0;
  const go = () => {
    const at = document.activeElement ?? body;
    if (![had, given, body].includes(at)) return;
    const told = (own?.isConnected ? own : [...document.querySelectorAll("[data-ll-lost]")].at(-1))?.dataset;
    const isFree = at === body || told && "llHeld" in told && at === had && !given && at.matches("input");
    const target = isFree && told && document.querySelector(`${PLACES} ${told.llLost}`);
    if (target) {
      given = target;
      if (target.tabIndex < 0) target.tabIndex = -1; // a title takes the focus only when it is told to
      target.focus({ preventScroll: true });
      if ("llShown" in told) target.scrollIntoView({ block: "nearest" });
    }
    if (tries++ < 30) setTimeout(go, 100);
  };
  go();
})();
